import { TopLevel } from "../shared/topLevel.js";

const DEPTH = 12;
const ROWS = 50_000;

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
