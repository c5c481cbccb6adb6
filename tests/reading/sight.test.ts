import { describe, expect, test } from "@jest/globals";
import { type GraphQLInputObjectType, isObjectType, parse } from "graphql";
import type { Viewer } from "../../api/reading/viewer.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { markOf, recordMarks } from "../../schema/shared/register.js";
import { asking, idsOf, type Listed } from "./asking.js";
import { idsIn } from "./comparison.js";
import { leakCheck } from "./leaks.js";

const { ask, at, data, house } = asking();

/** What a record is asked by in these tests, and its rows as the database has them. */
async function allIds(record: RecordName): Promise<string[]> {
  const rows = await house().rows.sql(`select id from ${markOf(record).table} order by id`);
  return rows.map(({ id }) => `${RECORDS[record].one}-${id}`);
}
const isHidden = async (viewer: Viewer, ids: string[]) => leakCheck(house().rows)(viewer, new Set(ids));

describe("rows", () => {
  test("a hidden record is answered byte for byte like one that is not there", async () => {
    const county = at("1.105.");
    const unknown = (word: string) => `${word}-987654`;
    let compared = 0;
    for (const { name } of recordMarks().values()) {
      const { one } = RECORDS[name];
      const nodes = `query ($id: ID!) { node(id: $id) { id __typename } nodes(ids: [$id, "tradeUnion-105"]) { id } }`;
      const text = `query ($id: ID) { ${one}(id: $id) { __typename } }`;
      const absent = JSON.stringify([
        await ask(nodes, { id: unknown(one) }, county),
        await ask(text, { id: unknown(one) }, county),
      ]);
      for (const id of await isHidden(county, await allIds(name))) {
        expect([id, JSON.stringify([await ask(nodes, { id }, county), await ask(text, { id }, county)])]).toEqual([
          id,
          absent,
        ]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(300);
  });

  test("a hidden record takes as long to be refused as one that is not there", async () => {
    const county = at("1.105.");
    const text = "query ($id: ID!) { node(id: $id) { id } }";
    const document = parse(text);
    const took = async (id: string) => {
      const begun = performance.now();
      await house().comparison.compiled(document, { text, variables: { id } }, county, true);
      return performance.now() - begun;
    };
    const [hidden, unknown]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < 1_000; turn++) {
      hidden.push(await took("tradeUnion-10"));
      unknown.push(await took(`tradeUnion-${900_000 + turn}`));
    }
    const median = (times: number[]) => times.sort((one, other) => one - other)[times.length / 2] as number;
    expect(Math.abs(median(hidden) - median(unknown))).toBeLessThan(2);
  });

  test("a scope without a path sees nothing, one that is gone nothing but what is everyone's", async () => {
    for (const path of ["", "77."])
      for (const { name } of recordMarks().values()) {
        const { totalCount } = (
          await data<{ list: Listed }>(
            `{ list: ${RECORDS[name].many}(history: true) { totalCount nodes { id } } }`,
            {},
            at(path),
          )
        ).list;
        const hidden = await isHidden(at(path), await allIds(name));
        const seen = path === "" ? 0 : (await allIds(name)).length - hidden.length;
        expect({ name, totalCount }).toEqual({ name, totalCount: seen });
      }
    expect(
      (await data<{ list: Listed }>("{ list: tradeUnions(history: true) { totalCount } }", {}, at(""))).list.totalCount,
    ).toBe(0);
  });

  test("1.10. does not see 1.105., nor the other way round", async () => {
    const seen = async (path: string) =>
      idsOf(
        (
          await data<{ list: Listed }>(
            "{ list: tradeUnions(first: 500, history: true) { nodes { id } } }",
            {},
            at(path),
          )
        ).list,
      );
    expect(await seen("1.10.")).not.toContain("tradeUnion-105");
    expect(await seen("1.105.")).not.toContain("tradeUnion-10");
    expect(await seen("1.105.")).toContain("tradeUnion-60");
    expect(await seen("1.1.")).toEqual([]);
  });

  test("permission follows today's tree, whatever day is asked about", async () => {
    const text = `query ($day: Date) { tradeUnion(id: "tradeUnion-71", asOf: $day) { id parent { id } ancestors { id } } }`;
    expect(await data(text, { day: "2013-10-17" }, at("1.2."))).toEqual({ tradeUnion: null });
    expect(await data(text, { day: "2013-10-17" }, at("1.105."))).toEqual({
      tradeUnion: { id: "tradeUnion-71", parent: null, ancestors: [] },
    });
  });

  test("the superior above the scope is no superior: not as a field, not as an ancestor, not in a filter", async () => {
    const county = at("1.2.");
    expect(await data(`{ tradeUnion(id: "tradeUnion-2") { parent { id } ancestors { id } } }`, {}, county)).toEqual({
      tradeUnion: { parent: null, ancestors: [] },
    });
    const count = async (filter: string) =>
      (await data<{ list: Listed }>(`{ list: tradeUnions(filter: ${filter}, first: 500) { totalCount } }`, {}, county))
        .list.totalCount;
    const whole = await count("{}");
    expect(await count(`{ parent: { eq: "tradeUnion-1" } }`)).toBe(
      await count(`{ parent: { eq: "tradeUnion-987654" } }`),
    );
    expect(await count(`{ parent: { in: ["tradeUnion-1"] } }`)).toBe(0);
    expect(await count("{ parent: { isNull: true } }")).toBe(1);
    expect(await count(`{ not: { parent: { eq: "tradeUnion-1" } } }`)).toBe(whole);
    expect(await count(`{ within: "tradeUnion-1" }`)).toBe(await count(`{ within: "tradeUnion-987654" }`));
    expect(await count(`{ within: "tradeUnion-12" }`)).toBeGreaterThan(0);
  });

  test("no filter on a link tells a hidden record from one that is not there", async () => {
    const county = at("1.105.");
    let compared = 0;
    for (const mark of recordMarks().values())
      for (const field of mark.fields.values()) {
        if (field.mark !== "one") continue;
        const text = `query ($id: ID) { list: ${RECORDS[mark.name].many}(filter: { ${field.name}: { eq: $id } }, history: true) { totalCount nodes { id } } }`;
        for (const id of await isHidden(county, await allIds(markOf(field.target()).name))) {
          expect([
            mark.name,
            field.name,
            id,
            (await data<{ list: Listed }>(text, { id }, county)).list.totalCount,
          ]).toEqual([mark.name, field.name, id, 0]);
          compared++;
        }
      }
    expect(compared).toBeGreaterThan(500);
  }, 120_000);

  test("nobody sees a superseded belief, by no way in", async () => {
    for (const mark of recordMarks().values()) {
      if (!mark.superseded) continue;
      const [row] = await house().rows.sql(`select id from ${mark.table} where known_to is not null`);
      if (!row) continue;
      const id = `${RECORDS[mark.name].one}-${row["id"]}`;
      const { list, ...rest } = await data<{ list: Listed; one: unknown; node: unknown }>(
        `{ list: ${RECORDS[mark.name].many}(first: 500, history: true) { nodes { id } } one: ${RECORDS[mark.name].one}(id: "${id}") { id } node(id: "${id}") { id } }`,
        {},
        at(),
      );
      expect([id, idsOf(list).includes(id), rest]).toEqual([id, false, { one: null, node: null }]);
    }
  });
});

describe("the schema", () => {
  test("every type that implements Node is a record, so that no way in has rules of its own", () => {
    const { schema } = house().comparison;
    const nodes = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node"),
    );
    expect(nodes.map(({ name }) => name).sort()).toEqual(Object.keys(RECORDS).sort());
  });

  test("a filter has no field that the record has not", () => {
    for (const mark of recordMarks().values()) {
      const filter = house().comparison.schema.getType(`${mark.name}Filter`) as GraphQLInputObjectType;
      expect(
        Object.keys(filter.getFields()).filter(
          (name) =>
            !["and", "or", "not", "search", "within"].includes(name) &&
            !mark.fields.has(name) &&
            !mark.sealed.has(name),
        ),
      ).toEqual([]);
    }
  });

  test("ids of an answer are those of its rows", async () => {
    expect(
      [
        ...idsIn(await data(`{ tradeUnion(code: "330600") { id parent { id } children(first: 2) { nodes { id } } } }`)),
      ].sort(),
    ).toEqual(["tradeUnion-1", "tradeUnion-2", "tradeUnion-21"]);
  });
});
