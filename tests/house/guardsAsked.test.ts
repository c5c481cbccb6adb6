import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { GraphQLObjectType } from "graphql";
import { buildContract } from "../../api/schema.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { deedPermissions } from "../../api/shared/deeds.js";
import { may, type Permission, type Role } from "../../schema/access/permissions.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { markOf, recordMarks } from "../../schema/shared/register.js";
import { type Asking, asker } from "../shared/ask.js";
import { sealInto } from "../shared/testSealing.js";
import { openWorld, type World } from "../shared/world.js";
import { leastField } from "./leastAsked.js";
import { publicOperations } from "./publicOperations.js";

/** One account of each role, over a scope that holds every guarded row of the world. */
const ACCOUNTS: Record<Role, string> = {
  SYSTEM_ADMINISTRATOR: "admin",
  FEDERATION_ADMINISTRATOR: "shaoxing",
  CLERK: "clerk",
  COUNTY_ASSESSOR: "assessor",
  CITY_ASSESSOR: "reviewer",
  OFFICIAL: "official",
  AUDITOR: "auditor",
};
const ROLES = Object.keys(ACCOUNTS) as Role[];
/** Public because they read through row filters; a stranger sees none of them. */
const FILTERED = ["node", "nodes"];

const contract = buildContract();
let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
  await fillPerson();
});
afterAll(() => world?.end());

/** Gives a person every detail that is guarded, so that a null is one that was withheld. */
const fillPerson = () =>
  withConnection(world.address, async (client) => {
    await client.query(
      "update person set ethnicity = '汉族', political_status = 'YOUTH_LEAGUE_MEMBER', education = 'JUNIOR_COLLEGE', version = version + 1 where id = 1",
    );
    for (const [field, value] of [
      ["RESIDENT_ID", "330699197001010017"],
      ["PHONE", "13757500001"],
      ["BANK_ACCOUNT", "6222021211000000001"],
      ["HOME_ADDRESS", "浙江省绍兴市越城区塔山街道1号"],
    ] as const)
      await sealInto(client, field, 1, value);
  });

const refusal = async (as: string | undefined, operation: string) =>
  (await ask(as, operation)).errors?.[0]?.extensions?.["code"];
const deeds = () =>
  Object.values((contract.getMutationType() as GraphQLObjectType).getFields()).filter(({ name }) =>
    deedPermissions.has(name),
  );

describe("a stranger", () => {
  test("is refused by every query", async () => {
    const fields = Object.values((contract.getQueryType() as GraphQLObjectType).getFields());
    const open: string[] = [];
    for (const field of fields.filter(({ name }) => !(name in publicOperations) || FILTERED.includes(name)))
      if ((await refusal(undefined, `{ ${leastField(field)} }`)) !== "UNAUTHENTICATED") open.push(field.name);
    expect(open).toEqual([]);
  });

  test("is refused by every mutation, and so is an account that was disabled", async () => {
    const open: string[] = [];
    for (const field of deeds())
      for (const as of [undefined, "gone"])
        if ((await refusal(as, `mutation { ${leastField(field)} }`)) !== "UNAUTHENTICATED")
          open.push(`${field.name} as ${as ?? "nobody"}`);
    expect(open).toEqual([]);
  });
});

test.each(ROLES)("%s is refused every mutation it holds no permission for, and nothing is written", async (role) => {
  const count = async () =>
    (await world.sql<{ entries: number }>("select count(*)::int as entries from audit_entry where kind = 'CHANGE'"))[0]
      ?.entries;
  const before = await count();
  const open: string[] = [];
  for (const field of deeds()) {
    if (may(role, deedPermissions.get(field.name) as Permission)) continue;
    const code = await refusal(ACCOUNTS[role], `mutation { ${leastField(field)} }`);
    if (code !== "FORBIDDEN") open.push(`${field.name}: ${code}`);
  }
  expect(open).toEqual([]);
  expect(await count()).toBe(before);
});

interface Path {
  /** Selection around the guarded record, with `%` in the place of its fields. */
  text: string;
  record: RecordName;
}

/** Every way of links and lists from a root list, at most `steps` records long. */
function paths(to: RecordName, steps: number): string[] {
  const found: string[] = [];
  let edge: Path[] = (Object.keys(RECORDS) as RecordName[]).map((record) => ({
    record,
    text: `{ ${RECORDS[record].many}(first: 100) { nodes { % } } }`,
  }));
  for (let step = 0; step < steps; step += 1) {
    found.push(...edge.filter(({ record }) => record === to).map(({ text }) => text));
    edge = edge.flatMap(({ text, record }) =>
      [...markOf(record).fields.values()].flatMap((field) => {
        if (field.mark !== "one" && field.mark !== "many") return [];
        const inner = field.mark === "one" ? `${field.name} { % }` : `${field.name}(first: 20) { nodes { % } }`;
        return [{ record: markOf(field.target()).name, text: text.replace("%", inner) }];
      }),
    );
  }
  return found;
}

const guarded = [...recordMarks().values()].flatMap(({ name, fields }) =>
  [...fields.values()].flatMap((field) =>
    field.guard ? [{ record: name, field: field.name, guard: field.guard as Permission }] : [],
  ),
);

function valuesOf(answer: unknown, key: string): unknown[] {
  if (Array.isArray(answer)) return answer.flatMap((each) => valuesOf(each, key));
  if (answer === null || typeof answer !== "object") return [];
  return Object.entries(answer).flatMap(([name, value]) => (name === key ? [value] : valuesOf(value, key)));
}

test.each(guarded)(
  "$record: $field is null along every path for who lacks $guard, and not for who holds it",
  async ({ record, field, guard }) => {
    const leaks: string[] = [];
    const shown = new Set<Role>();
    const ways = [
      ...paths(record, 3),
      `{ ${RECORDS[record].one}(id: "${RECORDS[record].one}-1") { % } }`,
      `{ node(id: "${RECORDS[record].one}-1") { ... on ${record} { % } } }`,
    ];
    expect(ways.length).toBeGreaterThan(3);
    for (const way of ways)
      for (const role of ROLES) {
        const { data, errors } = await ask(ACCOUNTS[role], way.replace("%", `guarded: ${field}`));
        if (errors && errors[0]?.extensions?.["code"] !== "QUERY_TOO_EXPENSIVE")
          leaks.push(`${role} ${way}: ${errors[0]?.message}`);
        const values = valuesOf(data, "guarded").filter((value) => value !== null);
        if (values.length > 0) shown.add(role);
        if (values.length > 0 && !may(role, guard)) leaks.push(`${role} ${way}: ${values[0]}`);
      }
    expect(leaks).toEqual([]);
    expect([...shown].length).toBeGreaterThan(0);
  },
);

test.each(guarded)(
  "$record: $field can neither be searched nor sorted by for who lacks $guard",
  async ({ record, field, guard }) => {
    const input = contract.getType(`${record}Filter`) as GraphQLObjectType | undefined;
    const orders = Object.values(
      contract.getType(`${record}Order`)
        ? (contract.getType(`${record}Order`) as unknown as { getValues(): { name: string }[] }).getValues()
        : [],
    );
    const constant = field.replace(/[A-Z]/g, "_$&").toUpperCase();
    expect(orders.filter(({ name }) => name.startsWith(`${constant}_`))).toEqual([]);
    if (!input?.getFields()[field]) return;
    const { many } = RECORDS[record];
    const told: string[] = [];
    for (const role of ROLES.filter((each) => !may(each, guard))) {
      const all = (await ask(ACCOUNTS[role], `{ ${many} { totalCount } }`)).data[many].totalCount as number;
      for (const condition of [
        `{ ${field}: { isNull: false } }`,
        `{ not: { ${field}: { isNull: true } } }`,
        `{ or: [{ ${field}: { isNull: false } }] }`,
      ]) {
        const { data, errors } = await ask(ACCOUNTS[role], `{ ${many}(filter: ${condition}) { totalCount } }`);
        // Refused, nothing or everything: none of them says which rows hold a value.
        if (!errors && ![0, all].includes(data[many].totalCount))
          told.push(`${role} ${condition}: ${data[many].totalCount} of ${all}`);
      }
    }
    expect(told).toEqual([]);
  },
);
