import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pino from "pino";
import { Sealing } from "../../api/shared/sealing.js";
import { SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { asPartner, type Served, serve } from "../shared/served.js";
import { testSealing } from "../shared/testSealing.js";
import { openWorld, PERSON, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
let served: Served;
let id: string;
const log: string[] = [];
const DETAILS = "（虚构）金丝雀：本人患病，子女就读，支出大于收入。";
beforeAll(async () => {
  world = await openWorld();
  world.house.log = pino({ level: "trace" }, { write: (line: string) => void log.push(line) });
  ask = asker(world);
  served = await serve(world);
  const { data } = await ask("clerk", CREATE, { input: input(PERSON.worker, UNION.joint) });
  id = data.createHardshipCase.hardshipCase.id;
});
afterAll(async () => {
  await served.end();
  await world.end();
});

const CREATE = `mutation($input: CreateHardshipCaseInput!) { createHardshipCase(input: $input) { hardshipCase { id version category detailsMasked person { name } } userErrors { path code } } }`;
const UPDATE = `mutation($input: UpdateHardshipCaseInput!) { updateHardshipCase(input: $input) { hardshipCase { id version closedOn } userErrors { path code } } }`;
const REVEAL = `mutation($input: RevealHardshipDetailsInput!) { revealHardshipDetails(input: $input) { value hardshipCase { id } userErrors { path code } } }`;
const LIST = "{ hardshipCases { totalCount nodes { id category detailsMasked person { name } } } }";
const input = (person: number, union: number) => ({
  personId: `person-${person}`,
  tradeUnionId: `tradeUnion-${union}`,
  category: "RELATIVE",
  openedOn: "2025-03-01",
  details: DETAILS,
});
const asked = (more = {}) => ({ input: { id, reasonCode: "BENEFIT", reason: "核定补助标准", ...more } });
const readings = () =>
  world.sql<{ account: number; id: number; ids: number[] | null; rows: number; fields: string[] }>(
    "select account_id as account, record_id as id, record_ids as ids, (after ->> 'rows')::integer as rows, after -> 'fields' as fields from audit_entry e where action = 'readHardshipCase' and kind = 'ACCESS' order by e.id",
  );

test("the union's clerk keeps the files and sees them masked; officials, assessors, auditors and the system's administrator see none", async () => {
  const { hardshipCases } = (await ask("clerk", LIST)).data;
  expect(hardshipCases).toEqual({
    totalCount: 1,
    nodes: [{ id, category: "RELATIVE", detailsMasked: "****", person: { name: "王建国" } }],
  });
  for (const as of ["official", "assessor", "reviewer", "auditor", "admin", "keqiao"]) {
    expect([as, (await ask(as, LIST)).data.hardshipCases]).toEqual([as, { totalCount: 0, nodes: [] }]);
    const one = await ask(as, "query($id: ID!) { hardshipCase(id: $id) { category } node(id: $id) { id } }", { id });
    expect([as, one.data]).toEqual([as, { hardshipCase: null, node: null }]);
  }
});

test("no token opens them, whatever its scopes", async () => {
  const { headers } = await asPartner(world, "shaoxing");
  const { code, response } = await served.ask(LIST, headers);
  expect(code).toBe("FORBIDDEN");
  expect(response.body).not.toContain("RELATIVE");
  const { body } = await served.ask(`{ node(id: "${id}") { id } }`, headers);
  expect(body.data?.node ?? null).toBeNull();
});

test("every reading is in the log before it is answered: the list, the one, the node, the count, and a list that is empty", async () => {
  const before = (await readings()).length;
  const number = Number(id.split("-")[1]);
  await ask("yuecheng", "{ hardshipCases { nodes { category } } }");
  await ask("yuecheng", "query($id: ID!) { hardshipCase(id: $id) { openedOn } }", { id });
  await ask("yuecheng", "query($id: ID!) { node(id: $id) { ... on HardshipCase { category } } }", { id });
  await ask("yuecheng", "{ hardshipCases { totalCount } }");
  await ask("keqiao", "{ hardshipCases { nodes { category } } }");
  expect((await readings()).slice(before)).toEqual([
    { account: 3, id: number, ids: null, rows: 1, fields: ["category"] },
    { account: 3, id: number, ids: null, rows: 1, fields: ["openedOn"] },
    { account: 3, id: number, ids: null, rows: 1, fields: ["category"] },
    { account: 3, id: 0, ids: null, rows: 1, fields: [] },
    { account: 4, id: 0, ids: null, rows: 1, fields: ["category"] },
  ]);
  await ask("yuecheng", '{ person(id: "person-3") { name } node(id: "person-3") { id } }');
  await ask("official", LIST);
  expect(await readings()).toHaveLength(before + 5);
});

test("what cannot be entered in the log is not shown", async () => {
  await world.sql(
    "create function no_log() returns trigger language plpgsql as $$ begin if new.action = 'readHardshipCase' then raise exception 'the log is full'; end if; return new; end $$",
  );
  await world.sql("create trigger no_log before insert on audit_entry for each row execute function no_log()");
  const refused = await ask("clerk", LIST);
  await world.sql("drop function no_log cascade");
  expect(refused.errors?.length).toBeGreaterThan(0);
  expect(JSON.stringify(refused)).not.toContain("RELATIVE");
});

test("the details are shown whole to the federation alone, for a reason, and the log tells so without them", async () => {
  const { data } = await ask("tashan", REVEAL, asked());
  expect(data.revealHardshipDetails).toEqual({ value: DETAILS, hardshipCase: { id }, userErrors: [] });
  const [entry] = await world.sql<{ account: number; record: string; after: object; reason: string }>(
    "select account_id as account, record, after, reason from audit_entry where action = 'revealHardshipDetails' and kind = 'ACCESS'",
  );
  expect(entry).toEqual({
    account: 5,
    record: "hardship_case",
    after: { field: "HARDSHIP_DETAILS", reasonCode: "BENEFIT" },
    reason: "核定补助标准",
  });
  for (const as of ["clerk", "official", "auditor", "admin"])
    expect((await ask(as, REVEAL, asked())).errors?.[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      permission: "reveal:hardship-case",
    });
  expect((await ask("keqiao", REVEAL, asked())).errors?.[0]?.extensions?.["code"]).toBe("NOT_FOUND");
  expect((await ask("tashan", REVEAL, asked({ reason: "13712344321" }))).data.revealHardshipDetails).toMatchObject({
    value: null,
    userErrors: [{ path: ["reason"] }],
  });
});

test("a case is opened once for a time and by its own union, and closed on a day that has come", async () => {
  const again = await ask("tashan", CREATE, {
    input: { ...input(PERSON.worker, UNION.factory), openedOn: "2025-05-01" },
  });
  expect(again.data.createHardshipCase.userErrors).toMatchObject([{ path: ["personId"], code: "NEEDS_REVIEW" }]);
  const ahead = await ask("tashan", CREATE, {
    input: { ...input(PERSON.deputy, UNION.factory), openedOn: "2099-01-01" },
  });
  expect(ahead.data.createHardshipCase.userErrors).toMatchObject([{ path: ["openedOn"], code: "OUT_OF_RANGE" }]);
  const elsewhere = await ask("tashan", CREATE, { input: input(PERSON.spinner, UNION.mill) });
  expect(elsewhere.data.createHardshipCase.userErrors.map(({ code }: { code: string }) => code)).toContain(
    "REFERENCE_UNKNOWN",
  );
  expect(
    (await ask("official", CREATE, { input: input(PERSON.deputy, UNION.factory) })).errors?.[0]?.extensions?.["code"],
  ).toBe("FORBIDDEN");
  const closed = await ask("clerk", UPDATE, { input: { id, version: 1, closedOn: "2025-09-01" } });
  expect(closed.data.updateHardshipCase).toEqual({
    hardshipCase: { id, version: 2, closedOn: "2025-09-01" },
    userErrors: [],
  });
  const stale = await ask("clerk", UPDATE, { input: { id, version: 1, closedOn: null } });
  expect(stale.data.updateHardshipCase.userErrors).toMatchObject([{ code: "CONFLICT" }]);
});

test("who may not read a case is not told it by the log either", async () => {
  const TOLD = `{ auditEntries(filter: { record: { eq: "hardship_case" }, kind: { eq: CHANGE } }) { nodes { action after } } }`;
  for (const as of ["auditor", "admin"]) {
    const { nodes } = (await ask(as, TOLD)).data.auditEntries;
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.filter(({ after }: { after: unknown }) => after !== null)).toEqual([]);
  }
  const { nodes } = (await ask("tashan", TOLD)).data.auditEntries;
  expect(nodes.some(({ after }: { after: { category?: string } }) => after?.category === "RELATIVE")).toBe(true);
});

test("the details stand nowhere in clear: no table, no log, no log of the server", async () => {
  const tables = await world.sql<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  );
  for (const { name } of tables) {
    const [found] = await world.sql<{ n: number }>(
      `select count(*)::integer as n from ${name} t where t::text like '%金丝雀%'`,
    );
    expect([name, found?.n]).toEqual([name, 0]);
  }
  expect(log.filter((line) => line.includes("金丝雀"))).toEqual([]);
  const [row] = await world.sql<{ id: number; details_sealed: Buffer }>(
    "select id, details_sealed from hardship_case where details_sealed is not null limit 1",
  );
  expect(
    new Sealing(testSealing.ring).open(SEALED_PLACES.HARDSHIP_DETAILS, row?.id ?? 0, row?.details_sealed as Buffer),
  ).toBe(DETAILS);
});
