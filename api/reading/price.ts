import { TopLevel } from "../shared/topLevel.js";

const DEPTH = 12;
const ROWS = 50_000;
// PostgreSQL takes 1,664 columns in a select list; no screen asks for a tenth of it.
const FIELDS = 150;

/** What an operation may cost, counted in rows before any SQL runs. */
export const priceOf = {
  depth: DEPTH,
  /** Rows a list without pages is counted as. */
  unpaged: 8,
  refuseDepth(): never {
    throw new TopLevel(
      "QUERY_TOO_EXPENSIVE",
      { zh: `查询嵌套超过 ${DEPTH} 层，请拆分。`, en: `The query nests deeper than ${DEPTH} levels; split it.` },
      { limit: DEPTH },
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
        { cost: rows, limit: ROWS },
      );
  },
};
