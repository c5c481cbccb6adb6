import { TopLevel } from "../shared/topLevel.js";

export const PAGE = { default: 50, most: 500, deepest: 10_000 };
const LONGEST_FILTER = 60_000;
const LONGEST_LIST = 250;
const MOST_NODES = 100;

type Arguments = Record<string, unknown>;

const refuse = (zh: string, en: string, facts: Record<string, unknown> = {}): never => {
  throw new TopLevel("BAD_USER_INPUT", { zh, en }, facts);
};

/** How many rows a page has at most. */
export const pageSize = (args: Arguments): number => (args["last"] ?? args["first"] ?? PAGE.default) as number;

/** Refuses what PostgreSQL cannot hold: no text has a character zero. */
export function checkText(value: unknown): void {
  if (typeof value === "string" && value.includes("\0"))
    refuse("文本不得含空字符（U+0000）。", "Text must not hold the character U+0000.");
  if (value !== null && typeof value === "object") for (const each of Object.values(value)) checkText(each);
}

/** Refuses bounds and filters outside the limits; called with the values of each run, before any SQL. */
export function checkPage(args: Arguments): void {
  for (const name of ["first", "last"] as const) {
    const value = args[name];
    if (typeof value === "number" && (value < 1 || value > PAGE.most))
      refuse(`${name} 须在 1 至 ${PAGE.most} 之间。`, `${name} must lie between 1 and ${PAGE.most}.`, {
        limit: PAGE.most,
        argument: name,
      });
  }
  if (typeof args["first"] === "number" && typeof args["last"] === "number")
    refuse("first 与 last 不能同时使用。", "Use first or last, not both.");
  const offset = args["offset"];
  if (typeof offset === "number" && offset < 0) refuse("offset 不能为负。", "offset must not be negative.");
  if (typeof offset === "number" && offset > PAGE.deepest)
    throw new TopLevel(
      "OFFSET_TOO_DEEP",
      {
        zh: `页码跳转至多 ${PAGE.deepest} 条，请用筛选缩小范围。`,
        en: `Pages reach ${PAGE.deepest} rows deep; narrow the list by a filter.`,
      },
      { limit: PAGE.deepest },
    );
  const filter = args["filter"] ?? null;
  if (JSON.stringify(filter).length > LONGEST_FILTER) refuse("筛选条件过长。", "The filter is too long.");
  if (longestList(filter) > LONGEST_LIST)
    refuse(`筛选中的列表至多 ${LONGEST_LIST} 项。`, `A list in a filter holds at most ${LONGEST_LIST} values.`, {
      limit: LONGEST_LIST,
    });
  checkText(args);
}

/** Refuses more nodes at once than the contract promises. */
export function checkNodes(args: Arguments): void {
  if (Array.isArray(args["ids"]) && args["ids"].length > MOST_NODES)
    refuse(`一次至多取 ${MOST_NODES} 条记录。`, `At most ${MOST_NODES} records can be asked for at once.`, {
      limit: MOST_NODES,
    });
  checkText(args);
}

function longestList(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  return Math.max(Array.isArray(value) ? value.length : 0, ...Object.values(value).map(longestList));
}
