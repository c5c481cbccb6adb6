import { describe, expect, test } from "@jest/globals";
import { asking, idsOf, type Listed } from "./asking.js";

const { ask, data, refusal } = asking();

describe("pages", () => {
  const page = (args: string) =>
    `{ positions(${args}) { nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`;
  type Page = { positions: Listed };

  test.each([
    "[ENDED_ON_ASC]",
    "[ENDED_ON_DESC]",
    "[TERM_NUMBER_DESC, ENDED_ON_ASC]",
    "[ACTING_CHAIR_ASC, START_ON_DESC]",
    "[]",
    "[ID_DESC]",
  ])("going on and on in the order %s shows each row once, and going back shows them again", async (order) => {
    const whole = idsOf((await data<Page>(page(`orderBy: ${order}, first: 500, history: true`))).positions);
    const seen: string[] = [];
    let [cursor, more] = ["", true];
    while (more) {
      const { positions } = await data<Page>(
        page(`orderBy: ${order}, first: 7, history: true${cursor && `, after: "${cursor}"`}`),
      );
      expect(positions.pageInfo.hasPreviousPage).toBe(cursor !== "");
      seen.push(...idsOf(positions));
      [cursor, more] = [positions.pageInfo.endCursor, positions.pageInfo.hasNextPage];
    }
    expect(seen).toEqual(whole);
    expect(new Set(seen).size).toBe(whole.length);
    const back: string[] = [];
    [cursor, more] = ["", true];
    while (more) {
      const { positions } = await data<Page>(
        page(`orderBy: ${order}, last: 7, history: true${cursor && `, before: "${cursor}"`}`),
      );
      back.unshift(...idsOf(positions));
      [cursor, more] = [positions.pageInfo.startCursor, positions.pageInfo.hasPreviousPage];
    }
    expect(back).toEqual(whole);
  });

  test("money beyond what JavaScript counts exactly keeps its place in the order", async () => {
    type Years = { employerYears: Listed };
    const list = (args: string) =>
      `{ employerYears(${args}) { nodes { id payrollFen } pageInfo { endCursor hasNextPage } } }`;
    const whole = (await data<Years>(list("orderBy: [PAYROLL_FEN_ASC], first: 500"))).employerYears;
    const seen: string[] = [];
    let after = "";
    for (let more = true; more; ) {
      const { nodes, pageInfo } = (await data<Years>(list(`orderBy: [PAYROLL_FEN_ASC], first: 1${after}`)))
        .employerYears;
      seen.push(...idsOf({ nodes }));
      [after, more] = [`, after: "${pageInfo.endCursor}"`, pageInfo.hasNextPage];
    }
    expect(seen).toEqual(idsOf(whole));
  });

  test("a page with nothing on it has no cursors and no neighbours", async () => {
    const { positions } = await data<Page>(page("filter: { role: { in: [] } }, first: 3"));
    expect(positions).toMatchObject({
      nodes: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test("page information can be asked for alone, also only its type", async () => {
    expect(await data("{ persons { pageInfo { __typename } } }")).toEqual({
      persons: { pageInfo: { __typename: "PageInfo" } },
    });
    expect(await data("{ persons(first: 1) { pageInfo { hasNextPage } __typename } }")).toEqual({
      persons: { pageInfo: { hasNextPage: true }, __typename: "PersonConnection" },
    });
  });

  test("a cursor of another order, filter or record is a mismatch", async () => {
    const lists = await data<Record<"byName" | "byId", Listed>>(
      "{ byName: persons(orderBy: [NAME_ASC], first: 1) { pageInfo { endCursor } } byId: persons(orderBy: [ID_ASC], first: 1) { pageInfo { endCursor } } }",
    );
    const [cursor, byId] = [lists.byName.pageInfo.endCursor, lists.byId.pageInfo.endCursor];
    expect(await refusal(`{ persons(orderBy: [NAME_DESC], after: "${cursor}") { totalCount } }`)).toEqual([
      "CURSOR_MISMATCH",
    ]);
    expect(
      await refusal(
        `{ persons(orderBy: [NAME_ASC], filter: { sex: { eq: MALE } }, after: "${cursor}") { totalCount } }`,
      ),
    ).toEqual(["CURSOR_MISMATCH"]);
    expect(await refusal(`{ employers(orderBy: [ID_ASC], after: "${byId}") { totalCount } }`)).toEqual([
      "CURSOR_MISMATCH",
    ]);
    expect((await ask(`{ persons(orderBy: [NAME_ASC], after: "${cursor}") { totalCount } }`)).errors).toBeUndefined();
  });

  test("a cursor that no list gave is bad input, however well it is forged", async () => {
    const { persons } = await data<{ persons: Listed }>(
      "{ persons(orderBy: [ID_ASC], first: 1) { pageInfo { endCursor } } }",
    );
    const [list] = JSON.parse(Buffer.from(persons.pageInfo.endCursor, "base64url").toString("utf8")) as [string];
    const forged = [
      [list],
      [list, "x"],
      [list, 1.5],
      [list, 2 ** 40],
      [list, null],
      [list, 1, 2],
      [list, true],
      [list, [1]],
      ["x", 1],
      [1, 1],
      {},
      null,
      7,
    ];
    const garbage = [
      "",
      "garbage",
      "游标",
      "W10",
      ...forged.map((value) => Buffer.from(JSON.stringify(value)).toString("base64url")),
    ];
    for (const cursor of garbage)
      expect([
        cursor,
        await refusal("query ($after: String) { persons(orderBy: [ID_ASC], after: $after) { totalCount } }", {
          after: cursor,
        }),
      ]).toEqual([cursor, ["BAD_USER_INPUT"]]);
  });
});

describe("limits, before any SQL", () => {
  test.each(["first: 0", "first: 501", "first: -1", "last: 0", "last: 501", "first: 1, last: 1", "offset: -1"])(
    "a list of %s is bad input",
    async (args) => {
      expect(await refusal(`{ persons(${args}) { totalCount } }`)).toEqual(["BAD_USER_INPUT"]);
      expect(await refusal(`{ tradeUnions(first: 1) { nodes { positions(${args}) { totalCount } } } }`)).toEqual([
        "BAD_USER_INPUT",
      ]);
    },
  );

  test("a plan once made still refuses other values", async () => {
    const text = "query ($offset: Int, $first: Int) { persons(offset: $offset, first: $first) { totalCount } }";
    expect((await ask(text, { offset: 1, first: 500 })).errors).toBeUndefined();
    expect(await refusal(text, { offset: 10_001, first: 500 })).toEqual(["OFFSET_TOO_DEEP"]);
    expect(await refusal(text, { offset: 1, first: 501 })).toEqual(["BAD_USER_INPUT"]);
    expect((await ask(text, { offset: 10_000, first: 1 })).errors).toBeUndefined();
  });

  test("twelve levels are read and the thirteenth is refused", async () => {
    const deep = (levels: number) =>
      `{ tradeUnion(id: "tradeUnion-67") { ${"parent { ".repeat(levels - 1)}id ${"} ".repeat(levels - 1)}} }`;
    expect((await ask(deep(12))).errors).toBeUndefined();
    expect(await refusal(deep(13))).toEqual(["QUERY_TOO_EXPENSIVE"]);
  });

  test("a selection of more than a hundred and fifty fields is refused", async () => {
    const text = (fields: number) =>
      `{ tradeUnion(id: "tradeUnion-1") { ${Array.from({ length: fields }, (_, at) => `a${at}: code`).join(" ")} } }`;
    expect((await ask(text(150))).errors).toBeUndefined();
    expect(await refusal(text(151))).toEqual(["QUERY_TOO_EXPENSIVE"]);
  });

  test("an operation over fifty thousand rows is refused", async () => {
    const text = (first: number) =>
      `{ tradeUnions(first: 500) { nodes { children(first: ${first}) { nodes { id } } } } }`;
    expect((await ask(text(99))).errors).toBeUndefined();
    expect(await refusal(text(100))).toEqual(["QUERY_TOO_EXPENSIVE"]);
  });

  test("a hundred nodes at once, and two hundred and fifty values in a list", async () => {
    const nodes = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect((await ask(nodes, { ids: Array(100).fill("person-1") })).errors).toBeUndefined();
    expect(await refusal(nodes, { ids: Array(101).fill("person-1") })).toEqual(["BAD_USER_INPUT"]);
    const named = "query ($in: [String!]) { persons(filter: { name: { in: $in } }) { totalCount } }";
    expect((await ask(named, { in: Array(250).fill("甲") })).errors).toBeUndefined();
    expect(await refusal(named, { in: Array(251).fill("甲") })).toEqual(["BAD_USER_INPUT"]);
  });

  test("text that PostgreSQL cannot hold is bad input wherever it stands", async () => {
    for (const text of [
      `{ tradeUnion(code: "\\u0000") { id } }`,
      `{ node(id: "person-\\u0000") { id } }`,
      `{ persons(filter: { name: { contains: "\\u0000" } }) { totalCount } }`,
      `{ persons(filter: { search: "a\\u0000" }) { totalCount } }`,
    ])
      expect([text, await refusal(text)]).toEqual([text, ["BAD_USER_INPUT"]]);
  });
});
