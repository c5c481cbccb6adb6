import { TopLevel } from "../shared/topLevel.js";

const DEPTH = 12;
const ROWS = 50_000;
// PostgreSQL takes 1,664 columns in a select list; no screen asks for a tenth of it.
const FIELDS = 150;
const PARTS = 2_500;
/** Each is held against every row of a city: a dozen take a few hundred milliseconds. A list and its count hold each against them. */
const TEXTS = 24;

/** Points of each part of an operation. They change only with an entry in the changelog of the contract. */
export const WEIGHTS = {
  /** A record or list that is named in the document, however often it is read. */
  relation: 0.5,
  /** An object in the answer. */
  row: 0.1,
  /** A field of an object. */
  value: 0.01,
  /** A total that is counted. */
  count: 0.2,
  /** A value worked out of other rows. */
  computed: 0.02,
  /** An object worked out of other rows, such as the totals of a subtree. */
  summary: 0.2,
  /** An object that rules of the house complete, such as a score sheet. */
  ruled: 2,
  /** A text looked for within the texts of a column, which no index finds. */
  text: 5,
  /** A change. */
  change: 10,
};

/** What an operation may cost, known before any SQL runs: the weights of its parts times the bounds along the way down. */
export class Price {
  /** Objects that the answer may have at most. */
  rows = 0;
  points = 0;
  private parts = 0;
  private texts = 0;

  /** Records of one kind, each an object of its own. */
  record(rows: number): void {
    this.list(rows);
    this.rows += rows;
  }

  list(rows: number): void {
    this.points += WEIGHTS.relation + rows * WEIGHTS.row;
    // Fragments can multiply a short document; it must not be compiled to its end to be found too dear.
    if (++this.parts > PARTS) priceOf.refuseParts();
  }

  part(weight: keyof typeof WEIGHTS, times: number): void {
    this.points += WEIGHTS[weight] * times;
  }

  /** A condition that every row's text is held against. */
  text(): void {
    this.points += WEIGHTS.text;
    if (++this.texts > TEXTS) priceOf.refuseTexts();
  }

  /** Puts this price back to an earlier one. */
  reset({ rows, points }: { rows: number; points: number }): void {
    this.rows = rows;
    this.points = points;
  }
}

export const priceOf = {
  depth: DEPTH,
  /** Rows a list without pages is counted as. */
  unpaged: 8,
  refuseDepth(): never {
    throw new TopLevel(
      "QUERY_TOO_EXPENSIVE",
      { zh: `查询嵌套超过 ${DEPTH} 层，请拆分。`, en: `The query nests deeper than ${DEPTH} levels; split it.` },
      { rule: "depth", limit: DEPTH },
    );
  },
  refuseParts(): never {
    throw new TopLevel(
      "QUERY_TOO_EXPENSIVE",
      { zh: `查询展开后超过 ${PARTS} 个部分，请拆分。`, en: `Spelt out, the query has over ${PARTS} parts; split it.` },
      { rule: "parts", limit: PARTS },
    );
  },
  refuseTexts(): never {
    throw new TopLevel(
      "QUERY_TOO_EXPENSIVE",
      {
        zh: `“包含”“以…开头”一类条件至多 ${TEXTS} 处，请拆分。`,
        en: `At most ${TEXTS} conditions may look within texts; split the query.`,
      },
      { rule: "texts", limit: TEXTS },
    );
  },
  refuseFields(fields: number): void {
    if (fields > FIELDS)
      throw new TopLevel(
        "QUERY_TOO_EXPENSIVE",
        {
          zh: `一处至多选取 ${FIELDS} 个字段，本次为 ${fields} 个，请拆分。`,
          en: `One selection may hold ${FIELDS} fields, this one holds ${fields}; split it.`,
        },
        { cost: fields, limit: FIELDS },
      );
  },
  refuseRows(rows: number): void {
    if (rows > ROWS)
      throw new TopLevel(
        "QUERY_TOO_EXPENSIVE",
        {
          zh: `查询至多涉及 ${ROWS} 行，本次为 ${rows} 行，请减小 first 或拆分。`,
          en: `The query may touch ${rows} rows, the limit is ${ROWS}; lower first or split it.`,
        },
        { rule: "rows", limit: ROWS, requested: rows },
      );
  },
};
