import { expect, test } from "@jest/globals";
import { indicatorIn, undecidedPoints } from "../../admin/assessments/sheetWords.js";
import { including, joined, type UnionNode } from "../../admin/hierarchy/tree.js";
import { columnChanges } from "../../admin/shared/changes.js";
import { dayText, fenOf, instantText, nounOf, numberOf, tableOf, yuanText } from "../../admin/shared/display.js";
import { pathOf } from "../../admin/shared/naming.js";

test("a day is shown as it is written, in any time zone", () => {
  const zone = process.env.TZ;
  for (const one of ["UTC", "Asia/Shanghai", "America/Los_Angeles"]) {
    process.env.TZ = one;
    expect(dayText("2026-01-01", "zh")).toBe("2026年1月1日");
    expect(dayText("2026-01-01", "en")).toBe("2026-01-01");
    expect(instantText("2025-12-31T16:00:00.000Z", "zh")).toContain("2026年1月1日");
  }
  process.env.TZ = zone;
});

test("money is digits from the server to the screen and back", () => {
  expect(["0", "5", "30", "123456789", "-250"].map(yuanText)).toEqual([
    "0.00",
    "0.05",
    "0.30",
    "1,234,567.89",
    "-2.50",
  ]);
  expect(["0.1", "0.30", "1,234,567.89", "12", "007"].map(fenOf)).toEqual(["10", "30", "123456789", "1200", "700"]);
  expect(["", "abc", "1.234", "-1", "1e3"].map(fenOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test("names of records in ids, permissions, tables and addresses", () => {
  expect([numberOf("tradeUnion-1024"), nounOf("TradeUnion"), tableOf("TradeUnionVersion")]).toEqual([
    1024,
    "trade-union",
    "trade_union_version",
  ]);
  expect([pathOf("awardRound-3"), pathOf("nothing-3")]).toEqual(["/awardRounds/awardRound-3/show", undefined]);
});

test("an audit entry tells what changed, in the words of the record, without the machine's own columns", () => {
  const before = { id: 1, version: 2, name: "甲", territory_id: 5, search_text: "jia" };
  const after = { id: 1, version: 3, name: "乙", territory_id: 6, search_text: "yi", phone: null };
  const changes = columnChanges({ record: "trade_union", before, after });
  expect(changes.map(({ column, fact }) => [column, fact?.label.zh])).toEqual([
    ["name", "名称"],
    ["territory_id", "属地"],
  ]);
});

test("points of a heading whose records are missing are told apart from those that were lost", () => {
  const indicators = [
    { outcome: "SCORED", nominalPoints: "5.0" },
    { outcome: "NOT_APPLICABLE", nominalPoints: "2.0" },
    { outcome: "INSUFFICIENT_DATA", nominalPoints: "3.3" },
    { outcome: "NEEDS_JUDGEMENT", nominalPoints: "4.7" },
  ];
  expect(undecidedPoints({ indicators })).toBe("8.0");
  expect(undecidedPoints({ indicators: indicators.slice(0, 2) })).toBe("0.0");
});

test("an indicator is told in English from the rule-book, its quote stays Chinese", () => {
  const row = { code: "A2", name: "党委专题研究工会工作", quote: "引文", parts: [{ formula: "达到 2 次得满分" }] };
  expect(indicatorIn({ ...row, reasonEnglish: "Missing: minutes." }, "en")).toMatchObject({
    name: "Party committee meetings on union work",
    reason: "Missing: minutes.",
    quote: "引文",
    parts: [{ formula: "full points from 2, else in proportion" }],
  });
  expect(indicatorIn(row, "zh")).toBe(row);
});

test("pages of the tree join, and a revealed union ahead of its page is not shown twice", () => {
  const nodes = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `tradeUnion-${from + index}` }) as UnionNode);
  const first = joined(undefined, nodes(1, 200), 450);
  const ahead = including(first, { id: "tradeUnion-333" } as UnionNode);
  expect(ahead.nodes).toHaveLength(201);
  expect(including(ahead, { id: "tradeUnion-5" } as UnionNode)).toBe(ahead);
  const second = joined(ahead, nodes(201, 200), 450);
  expect([second.nodes.length, second.pages, new Set(second.nodes.map(({ id }) => id)).size]).toEqual([400, 2, 400]);
});
