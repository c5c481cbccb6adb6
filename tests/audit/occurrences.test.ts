import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createExecutor } from "../../api/executor.js";
import { createReportDoor } from "../../api/reportDoor.js";
import { buildContract } from "../../api/schema.js";
import { recordAccess } from "../../api/shared/logbook.js";
import { closePrinters } from "../../reports/print.js";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, PASSWORD, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(async () => {
  closePrinters();
  await world.end();
});
beforeEach(() => world.sql("delete from login_attempt"));

const LOGIN = "mutation Login($input: LoginInput!) { login(input: $input) { userErrors { code } } }";
const login = (username: string, password: string, address = "10.0.0.1") =>
  ask(undefined, LOGIN, { input: { username, password } }, { address });
const since = async () =>
  (await world.sql<{ id: string }>("select coalesce(max(id), 0) as id from audit_entry"))[0]?.id;
const entries = (after: unknown) =>
  world.sql<Record<string, unknown>>(
    "select kind, action, account_id as account, record, record_id as number, trade_union_id as union, after as facts from audit_entry where id > $1 order by id",
    [after],
  );

test("a sign-in, a wrong password, a name that nobody has and a sign-out are recorded; the name only as a keyed digest", async () => {
  const start = await since();
  const { cookie } = await login("tashan", PASSWORD);
  await login("tashan", "not the password");
  await login("my-secret-passphrase", "x");
  await login("My-Secret-Passphrase", "y");
  await ask({ cookie: cookie as string }, "mutation { logout { userErrors { code } } }");
  const found = await entries(start);
  const [account] = await world.sql<{ id: number }>("select id from account where username = 'tashan'");
  const known = { kind: "SIGN_IN", account: account?.id, union: UNION.tashan };
  expect(found).toMatchObject([
    { ...known, action: "login", record: "session", facts: { outcome: "opened" } },
    { ...known, action: "login", record: "account", number: account?.id, facts: { outcome: "refused" } },
    {
      kind: "SIGN_IN",
      action: "login",
      account: null,
      number: 0,
      facts: { outcome: "refused", nameDigest: expect.stringMatching(/^[0-9a-f]{32}$/) },
    },
    { kind: "SIGN_IN", action: "login", account: null, facts: { outcome: "refused" } },
    { ...known, action: "logout", record: "session", facts: { outcome: "closed" } },
  ]);
  const digests = found.map((each) => (each["facts"] as { nameDigest?: string }).nameDigest);
  expect(digests[2]).toBe(digests[3]);
  expect(JSON.stringify(found)).not.toMatch(/passphrase/i);
});

test("whoever knocks without end from one address fills no log", async () => {
  const start = await since();
  for (let turn = 0; turn < 40; turn++) await login(`nobody ${turn}`, "x", "10.9.9.9");
  expect((await entries(start)).length).toBe(20);
});

test("a change that is denied or that reaches for a hidden record is recorded under the union of the account", async () => {
  const start = await since();
  await ask(
    "official",
    `mutation { updateTradeUnion(input: { id: "tradeUnion-4", version: 1, address: "x" }) { userErrors { code } } }`,
  );
  await ask(
    "keqiao",
    `mutation { updateTradeUnion(input: { id: "tradeUnion-${UNION.factory}", version: 1, address: "x" }) { userErrors { code } } }`,
  );
  await ask(
    "keqiao",
    `mutation { updateTradeUnion(input: { id: "tradeUnion-99999", version: 1, address: "x" }) { userErrors { code } } }`,
  );
  expect(await entries(start)).toMatchObject([
    {
      kind: "DENIAL",
      action: "updateTradeUnion",
      record: "trade_union",
      number: 4,
      facts: { code: "FORBIDDEN", permission: "amend:trade-union" },
    },
    {
      kind: "DENIAL",
      action: "updateTradeUnion",
      record: "trade_union",
      number: UNION.factory,
      union: UNION.keqiao,
      facts: { code: "NOT_FOUND" },
    },
    {
      kind: "DENIAL",
      action: "updateTradeUnion",
      record: "trade_union",
      number: 99999,
      union: UNION.keqiao,
      facts: { code: "NOT_FOUND" },
    },
  ]);
});

test("a paper that is handed out and one that is not there are recorded, and the paper carries the head of the chain before its facts", async () => {
  const start = await since();
  const schema = buildContract();
  const paper = createReportDoor(world.house, createExecutor(schema), schema);
  const today = "2026-11-23";
  const county = { accountId: 3, role: "FEDERATION_ADMINISTRATOR", path: "1.2.", today } as const;
  const head = (
    await world.sql<{ hash: string }>("select encode(hash, 'hex') as hash from audit_entry order by id desc limit 1")
  )[0]?.hash;
  expect(await paper(county, 2025, "330602001", "request 1")).toMatchObject({ preview: false });
  expect(await paper(county, 2025, "330603001", "request 2")).toBeUndefined();
  const [issued] = await world.sql<{ id: number; head: string; hash: string }>(
    "select id, audit_head as head, encode(audit_head_hash, 'hex') as hash from issued_document",
  );
  expect(issued).toMatchObject({ head: start, hash: head });
  expect(await entries(start)).toMatchObject([
    { kind: "CHANGE", action: "issueDocument", record: "issued_document" },
    {
      kind: "DOWNLOAD",
      action: "downloadPaper",
      account: 3,
      record: "issued_document",
      number: issued?.id,
      union: UNION.tashan,
      facts: { year: 2025, preview: false },
    },
    {
      kind: "DENIAL",
      action: "downloadPaper",
      account: 3,
      union: UNION.yuecheng,
      facts: { code: "NOT_FOUND", file: "330603001.pdf" },
    },
  ]);
});

test("the log answers who saw whose data between two moments", async () => {
  const [{ from }] = (await world.sql<{ from: Date }>("select clock_timestamp() as from")) as [{ from: Date }];
  const pool = world.house.reads.pool;
  const clerk = { accountId: 6, path: "1.2.4." };
  await recordAccess(pool, {
    viewer: clerk,
    action: "revealResidentId",
    ids: [1],
    fields: ["residentId"],
    tradeUnionId: UNION.factory,
    reason: "核对会籍",
    requestId: "a",
  });
  await recordAccess(pool, {
    viewer: { accountId: 3, path: "1.2." },
    action: "exportPersons",
    ids: [1, 2, 3],
    fields: ["phone"],
    requestId: "b",
  });
  await recordAccess(pool, {
    viewer: clerk,
    action: "revealResidentId",
    ids: [3],
    fields: ["residentId"],
    tradeUnionId: UNION.joint,
    requestId: "c",
  });
  const [{ to }] = (await world.sql<{ to: Date }>("select clock_timestamp() + interval '1 millisecond' as to")) as [
    { to: Date },
  ];
  const text = `query($from: DateTime!, $to: DateTime!, $person: Int!) { auditEntries(orderBy: [ID_ASC], filter: { kind: { in: [ACCESS, DOWNLOAD] }, at: { gte: $from, lt: $to }, record: { eq: "person" }, recordId: { eq: $person } })
    { nodes { action account { id } recordId recordIds reason after } } }`;
  const whoSaw = async (as: string, person: number) =>
    (await ask(as, text, { from: from.toISOString(), to: to.toISOString(), person })).data?.auditEntries.nodes;
  const reveal = {
    action: "revealResidentId",
    account: { id: "account-6" },
    recordId: 1,
    recordIds: null,
    reason: "核对会籍",
    after: { fields: ["residentId"], rows: 1 },
  };
  const exported = {
    action: "exportPersons",
    account: { id: "account-3" },
    recordId: 0,
    recordIds: [1, 2, 3],
    reason: null,
    after: { fields: ["phone"], rows: 3 },
  };
  expect(await whoSaw("auditor", 1)).toEqual([reveal, exported]);
  expect(await whoSaw("auditor", 2)).toEqual([exported]);
  expect(await whoSaw("auditor", 4)).toEqual([]);
  expect((await whoSaw("tashan", 1)).map(({ action }: { action: string }) => action)).toEqual(["revealResidentId"]);
  expect(await whoSaw("keqiao", 1)).toEqual([]);
  expect(await whoSaw("clerk", 1)).toEqual([]);
});

test("a federation reads the log of its own records, another does not, and an auditor reads all", async () => {
  await ask(
    "yuecheng",
    `mutation { updateTradeUnion(input: { id: "tradeUnion-${UNION.factory}", version: 1, address: "人民路" }) { userErrors { code } } }`,
  );
  const read = async (as: string) =>
    (
      await ask(
        as,
        `{ auditEntries(filter: { record: { eq: "trade_union" }, recordId: { eq: ${UNION.factory} }, action: { eq: "updateTradeUnion" }, kind: { eq: CHANGE } }) { nodes { action before after hash } } }`,
      )
    ).data.auditEntries.nodes;
  expect(await read("tashan")).toMatchObject([
    {
      action: "updateTradeUnion",
      before: { address: null },
      after: { address: "人民路" },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  expect(await read("auditor")).toHaveLength(1);
  for (const other of ["keqiao", "official", "clerk"]) expect(await read(other)).toEqual([]);
});
