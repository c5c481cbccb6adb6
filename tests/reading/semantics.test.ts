import { describe, expect, test } from "@jest/globals";
import { asking, idsOf, type Listed } from "./asking.js";

const { at, data, house, refusal } = asking();

describe("names", () => {
  test("two aliases that differ only after the 63rd byte both keep their names", async () => {
    const [one, two] = [`${"long".repeat(20)}1`, `${"long".repeat(20)}2`];
    expect(await data(`{ tradeUnion(code: "330600") { ${one}: name ${two}: code name } }`)).toEqual({
      tradeUnion: { [one]: "绍兴市总工会", [two]: "330600", name: "绍兴市总工会" },
    });
    expect(await data(`{ ${one}: tradeUnions(first: 1) { ${two}: nodes { code } } }`)).toEqual({
      [one]: { [two]: [{ code: "330600" }] },
    });
  });

  test("an alias may be any name, also one that the statement uses itself", async () => {
    for (const alias of [
      "o",
      "p",
      "n",
      "w",
      "c",
      "l",
      "r1",
      "j0",
      "v",
      "t",
      "mark",
      "__type",
      "__proto__",
      "constructor",
    ])
      expect(
        Object.entries((await data(`{ tradeUnion(code: "330600") { ${alias}: name version } }`))["tradeUnion"] ?? {}),
      ).toEqual([
        [alias, "绍兴市总工会"],
        ["version", 1],
      ]);
    expect(await data(`{ node(id: "tradeUnion-1") { __typename: id } }`)).toEqual({
      node: JSON.parse('{"__typename":"tradeUnion-1"}'),
    });
  });

  test("keys come in the order of their first appearance, merged over fragments", async () => {
    const { tradeUnion = {} } = await data(
      `query { tradeUnion(code: "330600") { name ...F ... on TradeUnion { code parent { id } } ... on Node { id } name } } fragment F on TradeUnion { level parent { name } code }`,
    );
    expect(Object.keys(tradeUnion)).toEqual(["name", "level", "parent", "code", "id"]);
  });

  test("one field with two aliases takes two sets of arguments", async () => {
    const { tradeUnion } = await data(
      `{ tradeUnion(code: "330602001") { few: children(first: 2, orderBy: [CODE_DESC]) { nodes { code } } all: children(filter: { type: { eq: VILLAGE_UNION } }) { totalCount nodes { code } } } }`,
    );
    expect(tradeUnion).toEqual({
      few: { nodes: [{ code: "330602001004" }, { code: "330602001-0100" }] },
      all: { totalCount: 1, nodes: [{ code: "330602001004" }] },
    });
  });

  test("inherited fields keep their aliases when graphql-js finishes the answer", async () => {
    expect(await data(`{ node(id: "tradeUnion-1") { mine: id ... on TradeUnion { edition: version } } }`)).toEqual({
      node: { mine: "tradeUnion-1", edition: 1 },
    });
  });
});

describe("absent, null and default", () => {
  test("an absent variable, a null and no argument are alike where nothing is the default", async () => {
    const text =
      "query ($first: Int, $filter: PersonFilter) { persons(first: $first, filter: $filter) { totalCount } }";
    const whole = await data("{ persons { totalCount } }");
    expect(await data(text)).toEqual(whole);
    expect(await data(text, { first: null, filter: null })).toEqual(whole);
    expect(await data(text, { filter: {} })).toEqual(whole);
  });

  test("a default holds while the variable is absent and not while it is null", async () => {
    const text = `query ($code: String = "330600") { tradeUnion(code: $code) { code } }`;
    expect(await data(text)).toEqual({ tradeUnion: { code: "330600" } });
    expect(await data(text, { code: null })).toEqual({ tradeUnion: null });
  });

  test("a null for an argument that needs a value is bad input", async () => {
    expect(await refusal(`query ($id: ID = "tradeUnion-1") { node(id: $id) { id } }`, { id: null })).toEqual([
      "BAD_USER_INPUT",
    ]);
  });

  test("@skip and @include by variable choose each time anew", async () => {
    const text =
      'query ($yes: Boolean!) { tradeUnion(code: "330600") { code name @include(if: $yes) ... @skip(if: $yes) { level } } }';
    for (const yes of [true, false, true])
      expect(Object.keys((await data(text, { yes }))["tradeUnion"] ?? {})).toEqual(["code", yes ? "name" : "level"]);
  });

  test("an empty `and` holds for every row, an empty `or` for none, an empty `in` for none", async () => {
    const count = async (filter: string) =>
      (await data<{ persons: Listed }>(`{ persons(filter: ${filter}) { totalCount } }`)).persons.totalCount;
    const all = await count("{}");
    expect(await count("{ and: [] }")).toBe(all);
    expect(await count("{ or: [] }")).toBe(0);
    expect(await count("{ not: { or: [] } }")).toBe(all);
    expect(await count("{ name: { in: [] } }")).toBe(0);
    expect(await count("{ ethnicity: { eq: null } }")).toBe(await count("{ ethnicity: { isNull: true } }"));
  });

  test("what is unknown does not meet a condition, and meets its contrary", async () => {
    const count = async (filter: string) =>
      (await data<{ persons: Listed }>(`{ persons(filter: ${filter}) { totalCount } }`)).persons.totalCount;
    expect((await count(`{ ethnicity: { eq: "甲" } }`)) + (await count(`{ not: { ethnicity: { eq: "甲" } } }`))).toBe(
      await count("{}"),
    );
  });
});

describe("text", () => {
  test("wildcards are letters, full-width signs are found as they are written, and case does not matter", async () => {
    const names = async (filter: string) =>
      (
        await data<{ list: Listed<{ name: string }> }>(
          `{ list: tradeUnions(filter: { name: ${filter} }, first: 500) { nodes { name } } }`,
        )
      ).list.nodes.map(({ name }) => name);
    expect(new Set(await names(`{ contains: "_%" }`))).toEqual(new Set(["（绍兴）_%工会"]));
    expect(new Set(await names(`{ startsWith: "（绍兴）" }`))).toEqual(new Set(["（绍兴）_%工会"]));
    expect(await names(`{ contains: "%绍兴%" }`)).toEqual([]);
    expect(new Set(await names(`{ contains: "\\\\" }`))).toEqual(new Set(['乙"公司\\工会']));
    const courses = async (letters: string) =>
      (await data<{ courses: Listed }>(`{ courses(filter: { name: { contains: "${letters}" } }) { totalCount } }`))
        .courses.totalCount;
    expect(await courses("ZHANG")).toBe(await courses("zhang"));
  });

  test("every strange text comes out as it went in", async () => {
    const { rows } = await house().reads.pool.query("select id, name from person order by id");
    const { persons } = await data<{ persons: Listed }>(
      "{ persons(first: 500, orderBy: [ID_ASC]) { nodes { id name } } }",
      {},
      at(),
    );
    expect(persons.nodes).toEqual(rows.map(({ id, name }) => ({ id: `person-${id}`, name })));
  });
});

describe("days", () => {
  test("names, codes and superiors are those of the day", async () => {
    const on = (day: string) =>
      data(
        `query ($day: Date) { old: division(code: "330621", asOf: $day) { name } now: division(code: "330603", asOf: $day) { name } tradeUnion(id: "tradeUnion-13", asOf: $day) { name code parent { name } ancestors { id } } }`,
        { day },
      );
    expect(await on("2013-10-17")).toMatchObject({
      old: { name: "绍兴县" },
      now: null,
      tradeUnion: {
        code: "330621105",
        parent: { name: "绍兴县总工会" },
        ancestors: [{ id: "tradeUnion-1" }, { id: "tradeUnion-10" }],
      },
    });
    expect(await on("2013-10-18")).toMatchObject({
      old: null,
      now: { name: "柯桥区" },
      tradeUnion: { code: "330602105", parent: { name: "越城区总工会" } },
    });
    expect(await on("2020-02-29")).toMatchObject({ tradeUnion: { name: "孙端街道工会工作委员会" } });
  });

  test("the day reaches every list below", async () => {
    const names = async (day: string) => {
      const { tradeUnion } = await data<{ tradeUnion: { children: Listed } }>(
        `{ tradeUnion(id: "tradeUnion-12", asOf: "${day}") { children(first: 100) { nodes { id } } } }`,
      );
      return idsOf(tradeUnion.children);
    };
    const moved = ["tradeUnion-70", "tradeUnion-71", "tradeUnion-73", "tradeUnion-74"];
    const there = async (day: string) => (await names(day)).filter((id) => moved.includes(id));
    expect(await there("2024-02-28")).toEqual(["tradeUnion-70", "tradeUnion-73", "tradeUnion-71"]);
    expect(await there("2024-02-29")).toEqual(["tradeUnion-73"]);
    expect(await there("2031-01-01")).toEqual(["tradeUnion-74"]);
  });

  test("as of today is today, for every record that stands", async () => {
    const fields =
      "id code name type level standing memberCount employeeCount parent { id } childCount rollup { unionCount memberCount employeeCount } ancestors { id } positions { totalCount } coverages { nodes { id } } partyCommittee { name }";
    const text = `query ($day: Date) { tradeUnions(first: 500, asOf: $day) { totalCount nodes { ${fields} } } divisions(first: 500, asOf: $day) { totalCount nodes { id code name type parent { id } } } positions(first: 500, asOf: $day) { nodes { id } } employers(first: 500, asOf: $day) { nodes { id employeeCount } } }`;
    expect(await data(text, { day: house().today }, at())).toEqual(await data(text, {}, at()));
  });

  test("a code used twice by one union finds the version of the day", async () => {
    const on = async (day: string) =>
      (await data(`{ tradeUnionVersion(code: "330602105", asOf: "${day}") { name } }`))["tradeUnionVersion"];
    expect([await on("2013-10-17"), await on("2020-02-28"), await on("2020-02-29")]).toEqual([
      null,
      { name: "孙端镇工会委员会" },
      { name: "孙端街道工会工作委员会" },
    ]);
  });
});
