import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AMENDING } from "../../schema/access/amending.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world?.end());

const ACCOUNTS = [
  "admin",
  "shaoxing",
  "yuecheng",
  "keqiao",
  "tashan",
  "clerk",
  "assessor",
  "reviewer",
  "official",
  "auditor",
];
const explain = async (as: string, record: string, id: string | null, action: string, language: "zh" | "en" = "zh") =>
  (
    await ask(
      as,
      "query($record: String!, $id: ID, $action: String!) { explainAccess(record: $record, id: $id, action: $action) { allowed role scope { code } rule reason missingPermission } }",
      { record, id, action },
      { language },
    )
  ).data.explainAccess;

test("it names role, scope, rule and what is missing, in the words of the refusal", async () => {
  const id = `tradeUnion-${UNION.tashan}`;
  expect(await explain("tashan", "TradeUnion", id, "amend")).toMatchObject({
    allowed: true,
    role: "FEDERATION_ADMINISTRATOR",
    scope: { code: "330602001" },
    missingPermission: null,
  });
  const official = await explain("official", "TradeUnion", id, "amend", "en");
  expect(official).toMatchObject({
    allowed: false,
    role: "OFFICIAL",
    rule: "amend:trade-union",
    missingPermission: "amend:trade-union",
  });
  const refused = await ask(
    "official",
    `mutation { updateTradeUnion(input: { id: "${id}", version: 1, address: "x" }) { userErrors { code } } }`,
    {},
    { language: "en" },
  );
  expect(refused.errors?.[0]?.extensions?.["permission"]).toBe(official.missingPermission);
  const person = await explain("keqiao", "Person", "person-1", "amend");
  expect(person).toMatchObject({ allowed: false, reason: "找不到该记录。", missingPermission: null });
  expect(await explain("keqiao", "Person", "person-999", "amend")).toEqual(person);
  expect(await explain("tashan", "TradeUnion", id, "dissolve")).toMatchObject({
    allowed: false,
    missingPermission: "dissolve:trade-union",
  });
  expect(await explain("yuecheng", "TradeUnion", id, "dissolve")).toMatchObject({ allowed: true });
  expect(await explain("clerk", "Employer", null, "create")).toMatchObject({ allowed: true });
  expect(
    (await ask("clerk", '{ explainAccess(record: "King", action: "amend") { allowed } }')).errors?.[0]?.extensions,
  ).toMatchObject({ code: "BAD_USER_INPUT" });
  expect(
    (await ask(undefined, '{ explainAccess(record: "Person", action: "amend") { allowed } }')).errors?.[0]?.extensions,
  ).toMatchObject({ code: "UNAUTHENTICATED" });
});

/** What a least amendment answers: whether the door let the actor in at all. */
async function mayReally(as: string, record: RecordName, id: string, version: number): Promise<boolean> {
  const { errors } = await ask(
    as,
    `mutation { update${record}(input: { id: "${id}", version: ${version} }) { userErrors { code } } }`,
  );
  const code = errors?.[0]?.extensions?.["code"];
  if (code && code !== "FORBIDDEN" && code !== "NOT_FOUND") throw new Error(`${as} ${id}: ${code}`);
  return code === undefined;
}

test("mayAmend is what the mutation answers, for every row, record and account that sees it", async () => {
  const wrong: string[] = [];
  const told = { true: 0, false: 0 };
  for (const record of Object.keys(AMENDING) as RecordName[])
    for (const as of ACCOUNTS) {
      const { many } = RECORDS[record];
      const { data } = await ask(as, `{ ${many}(first: 100, history: true) { nodes { id mayAmend } } }`);
      for (const { id, mayAmend } of data[many].nodes as { id: string; mayAmend: boolean }[]) {
        told[`${mayAmend}`]++;
        if ((await explain(as, record, id, "amend")).allowed !== mayAmend)
          wrong.push(`explained: ${as} ${id} ${mayAmend}`);
        if (!(`update${record}` in MUTATIONS)) continue;
        const [row] = await world.sql<{ version: number }>(
          `select version from ${MUTATIONS[`update${record}`]} where id = $1`,
          [Number(id.split("-")[1])],
        );
        if ((await mayReally(as, record, id, row?.version ?? 0)) !== mayAmend) wrong.push(`${as} ${id} ${mayAmend}`);
      }
    }
  expect(wrong).toEqual([]);
  expect(told.true).toBeGreaterThan(20);
  expect(told.false).toBeGreaterThan(20);
});

const MUTATIONS: Record<string, string> = Object.fromEntries(
  ["Assessment", "Course", "Employer", "Membership", "Person", "Position", "TradeUnion"].map((record) => [
    `update${record}`,
    record.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase(),
  ]),
);
