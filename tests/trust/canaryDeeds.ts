import { type GraphQLObjectType, getNamedType, isLeafType } from "graphql";
import { cardNumber } from "../../api/demonstration/people.js";
import { buildContract } from "../../api/schema.js";
import { residentIdCheckCharacter } from "../../schema/people/residentId.rules.js";
import { RECORDS } from "../../schema/records.js";
import { TEST_KEY } from "../shared/testSealing.js";
import { UNION, type World } from "../shared/world.js";

// Nobody of the demonstration was born in 1931, so no other test has numbers like these.
const numbered = (day: string, serial: number) => {
  const seventeen = `3306991931${day}${String(serial).padStart(3, "0")}`;
  return seventeen + residentIdCheckCharacter(seventeen);
};
export const SECRET = {
  card: cardNumber(930_000_001),
  details: "金丝雀之困难情况",
  address: "绍兴市越城区金丝雀路1号",
  given: numbered("0701", 1),
  amended: numbered("0702", 3),
  sought: numbered("0703", 5),
  wrong: `${numbered("0704", 7).slice(0, 17)}${numbered("0704", 7).endsWith("0") ? "1" : "0"}`,
  misplaced: numbered("0705", 9),
  typed: numbered("0706", 11),
  phone: "17377770001",
  newPhone: "17377770002",
  soughtPhone: "17377770003",
  misplacedPhone: "17377770004",
  password: "Zw9!canary-password",
  key: TEST_KEY.secret.toString("latin1").slice(0, 32),
};

/** Sends a body as somebody; what comes back is kept by the sender. */
export type Send = (as: string | undefined, body: object | string) => Promise<{ data: never }>;

const CREATE =
  "mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id version } userErrors { path code message } } }";
const UPDATE =
  "mutation($input: UpdatePersonInput!) { updatePerson(input: $input) { person { id version } userErrors { path code message } } }";
export const FIND = "query($filter: PersonFilter!) { persons(filter: $filter) { totalCount nodes { id } } }";
const keeperId = `tradeUnion-${UNION.factory}`;

/** Twelve secrets are sent through every operation and into every fault. */
export async function sendSecrets(world: World, send: Send): Promise<void> {
  const person = await enterAndAsk(send);
  await signInWrongly(send, person.id);
  await breakDatabase(world, send);
  await readAll(send);
}

async function enterAndAsk(send: Send): Promise<{ id: string; version: number }> {
  const made = await send("clerk", {
    query: CREATE,
    variables: {
      input: {
        name: "金丝雀",
        keeperId,
        residentId: SECRET.given,
        phone: SECRET.phone,
        bankAccount: SECRET.card,
        homeAddress: SECRET.address,
      },
    },
  });
  const { person } = (made.data as { createPerson: { person: { id: string; version: number } } }).createPerson;
  await send("tashan", {
    query: UPDATE,
    variables: { input: { ...person, residentId: SECRET.amended, phone: SECRET.newPhone } },
  });
  await send("tashan", { query: UPDATE, variables: { input: { ...person, phone: SECRET.phone } } }); // stale
  await send("clerk", {
    query:
      "mutation($input: CreateHardshipCaseInput!) { createHardshipCase(input: $input) { hardshipCase { id detailsMasked } userErrors { code message } } }",
    variables: {
      input: {
        personId: person.id,
        tradeUnionId: keeperId,
        category: "DEEP",
        openedOn: "2025-01-01",
        details: SECRET.details,
      },
    },
  });
  // In use, wrong, misplaced.
  await send("clerk", { query: CREATE, variables: { input: { name: "某", keeperId, residentId: SECRET.amended } } });
  await send("clerk", {
    query: CREATE,
    variables: { input: { name: "某", keeperId, residentId: SECRET.wrong, phone: `${SECRET.phone}9` } },
  });
  await send("clerk", {
    query: CREATE,
    variables: { input: { name: "某", keeperId: SECRET.misplacedPhone, sex: "MALE" } },
  });
  await send("clerk", { query: CREATE, variables: { input: { name: "某", keeperId, sex: SECRET.misplaced } } });
  await send("clerk", {
    query: CREATE,
    variables: { input: { name: "某", keeperId, residentId: Number(SECRET.misplaced.slice(0, 17)) * 10, sex: "MALE" } },
  });
  await send("clerk", {
    query: `{ person(id: "${SECRET.misplaced}") { id } persons(filter: { search: "${SECRET.sought}" }) { totalCount } node(id: "person-${SECRET.misplacedPhone}") { id } }`,
  });
  await send("clerk", { query: `{ persons(filter: { sex: { eq: "${SECRET.typed}" } }) { totalCount } }` });
  await send("clerk", { query: `{ persons(first: ${SECRET.typed.slice(0, 17)}1) { totalCount } }` });
  await send("clerk", { query: `{ persons "${SECRET.typed}" }` });
  await send("clerk", `{"query": "{ persons { ${SECRET.typed}`);
  for (const as of ["clerk", "official"])
    for (const filter of [
      { residentId: { eq: SECRET.sought } },
      { phone: { eq: SECRET.soughtPhone } },
      { not: { residentId: { eq: SECRET.given } } },
      { bankAccount: { eq: SECRET.card } },
      { homeAddress: { eq: SECRET.address } },
      { residentId: { eq: 5 } },
    ])
      await send(as, { query: FIND, variables: { filter } });
  return person;
}

async function signInWrongly(send: Send, personId: string): Promise<void> {
  await send(undefined, {
    query: "mutation($input: LoginInput!) { login(input: $input) { userErrors { code message } } }",
    variables: { input: { username: "clerk", password: SECRET.password } },
  });
  await send("clerk", {
    query: "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code message } } }",
    variables: { input: { currentPassword: SECRET.password, newPassword: `${SECRET.password}2` } },
  });
  await send("tashan", {
    query:
      "mutation($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) { value userErrors { message } } }",
    variables: { input: { id: personId, field: "PHONE", reasonCode: "CONTACT", reason: "回访" } },
  });
}

/** The database itself fails, with all it knows of the row. */
async function breakDatabase(world: World, send: Send): Promise<void> {
  await world.sql(
    "create function broken() returns trigger language plpgsql as $$ begin raise exception 'row %', to_jsonb(new) using detail = to_jsonb(new)::text; end $$",
  );
  await world.sql("create trigger broken before insert or update on person for each row execute function broken()");
  await send("clerk", {
    query: CREATE,
    variables: { input: { name: "某", keeperId, residentId: SECRET.sought, phone: SECRET.soughtPhone } },
  });
  await world.sql("drop function broken cascade");
  await world.sql("alter table person add constraint nobody check (name <> '无名')");
  await send("clerk", {
    query: CREATE,
    variables: { input: { name: "无名", keeperId, residentId: SECRET.sought, phone: SECRET.soughtPhone } },
  });
  await world.sql("alter table person drop constraint nobody");
}

/** And everything is read by everybody who may read much. */
async function readAll(send: Send): Promise<void> {
  const contract = buildContract();
  for (const [record, { many }] of Object.entries(RECORDS)) {
    const leaves = Object.values((contract.getType(record) as GraphQLObjectType).getFields()).filter(
      ({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0,
    );
    for (const as of ["admin", "tashan", "auditor"])
      await send(as, {
        query: `{ ${many}(first: 500, history: true) { nodes { ${leaves.map(({ name }) => name).join(" ")} } } }`,
      });
  }
}
