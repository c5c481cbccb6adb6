import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import { createToken } from "../../api/access/tokens.actions.js";
import { createServer } from "../../api/server.js";
import { residentIdCheckCharacter } from "../../schema/people/residentId.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { sealInto } from "../shared/testSealing.js";
import { openWorld, PERSON, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
let app: FastifyInstance;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
  app = await createServer(world.house);
  await sealInto({ query: (sql, values) => world.sql(sql, values) }, "RESIDENT_ID", PERSON.worker, WORKER);
  await sealInto({ query: (sql, values) => world.sql(sql, values) }, "PHONE", PERSON.worker, PHONE);
});
afterAll(async () => {
  await app.close();
  await world.end();
});

const numbered = (seventeen: string) => seventeen + residentIdCheckCharacter(seventeen);
const WORKER = numbered("33069919900303011");
const SPINNER = "330699198504040021";
const PHONE = "13712344321";
const REVEAL = `mutation($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) { value person { id residentIdMasked } userErrors { path code message } } }`;
const asked = (id: number, more = {}) => ({
  input: { id: `person-${id}`, field: "RESIDENT_ID", reasonCode: "IDENTITY_CHECK", reason: "核对转会申请人", ...more },
});
const entries = () =>
  world.sql<{ after: Record<string, string>; account: number; union: number; person: number; reason: string }>(
    "select after, account_id as account, trade_union_id as union, record_id as person, reason from audit_entry where action = 'revealPersonalData' and kind = 'ACCESS' order by id",
  );
const codeOf = ({ errors }: Awaited<ReturnType<Asking>>) => errors?.[0]?.extensions?.["code"];

test("one number is shown whole for a reason, and the log tells who saw whose, what for and when, but not the number", async () => {
  const { data, errors } = await ask("tashan", REVEAL, asked(PERSON.worker));
  expect(errors).toBeUndefined();
  expect(data.revealPersonalData).toEqual({
    value: WORKER,
    person: { id: `person-${PERSON.worker}`, residentIdMasked: `3${"*".repeat(16)}${WORKER.at(-1)}` },
    userErrors: [],
  });
  const [entry] = await entries();
  expect(entry).toEqual({
    after: { field: "RESIDENT_ID", reasonCode: "IDENTITY_CHECK", mask: `3${"*".repeat(16)}${WORKER.at(-1)}` },
    account: 5,
    union: UNION.joint,
    person: PERSON.worker,
    reason: "核对转会申请人",
  });
  const phone = await ask("tashan", REVEAL, asked(PERSON.worker, { field: "PHONE", reasonCode: "CONTACT" }));
  expect(phone.data.revealPersonalData.value).toBe(PHONE);
});

test.each(["admin", "clerk", "assessor", "reviewer", "official", "auditor"])(
  "%s may not see a number whole",
  async (name) => {
    const before = (await entries()).length;
    const refused = await ask(name, REVEAL, asked(PERSON.worker));
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "reveal:personal-data" });
    expect(JSON.stringify(refused)).not.toContain(WORKER);
    expect(await entries()).toHaveLength(before);
  },
);

test("out of scope a person is not found, like one who never was; a token does not do, nor a reason with the number in it", async () => {
  const before = (await entries()).length;
  expect(codeOf(await ask("tashan", REVEAL, asked(PERSON.spinner)))).toBe("NOT_FOUND");
  expect(codeOf(await ask("tashan", REVEAL, asked(999_999)))).toBe("NOT_FOUND");
  expect(codeOf(await ask(undefined, REVEAL, asked(PERSON.worker)))).toBe("UNAUTHENTICATED");
  const { token } = await createToken(world.house.reads.pool, { name: "对接", username: "tashan", days: 30 });
  const byToken = await app.inject({
    method: "POST",
    url: "/graphql",
    headers: { authorization: `Bearer ${token}` },
    payload: { query: REVEAL, variables: asked(PERSON.worker) },
  });
  expect(byToken.json().errors[0].extensions.code).toBe("FORBIDDEN");
  const quoted = await ask("tashan", REVEAL, asked(PERSON.worker, { reason: `核对 ${WORKER}` }));
  expect(quoted.data.revealPersonalData).toMatchObject({
    value: null,
    userErrors: [{ path: ["reason"], code: "INVALID_FORMAT" }],
  });
  const nothing = await ask("tashan", REVEAL, asked(PERSON.chair));
  expect(nothing.data.revealPersonalData).toMatchObject({
    value: null,
    userErrors: [{ path: ["field"], code: "REQUIRED" }],
  });
  const silent = await ask("tashan", REVEAL, asked(PERSON.worker, { reason: "  " }));
  expect(silent.data.revealPersonalData).toMatchObject({
    value: null,
    userErrors: [{ path: ["reason"], code: "REQUIRED" }],
  });
  expect(await entries()).toHaveLength(before);
});

const FAULT =
  "create function no_log() returns trigger language plpgsql as $$ begin if new.action = 'revealPersonalData' then raise exception 'the log is full'; end if; return new; end $$";
test.each([
  ["written", "create trigger no_log before insert on audit_entry for each row execute function no_log()"],
  [
    "committed",
    "create constraint trigger no_log after insert on audit_entry deferrable initially deferred for each row execute function no_log()",
  ],
])("what cannot be %s in the log is not shown", async (_, trigger) => {
  const before = (await entries()).length;
  await world.sql(FAULT);
  await world.sql(trigger);
  const refused = await ask("tashan", REVEAL, asked(PERSON.worker));
  await world.sql("drop trigger no_log on audit_entry");
  await world.sql("drop function no_log");
  expect(refused.errors).toHaveLength(1);
  expect(refused.data?.revealPersonalData ?? null).toBeNull();
  expect(JSON.stringify(refused)).not.toContain(WORKER);
  expect(await entries()).toHaveLength(before);
});

test("an account sees thirty numbers in an hour, however many it asks for at once; another account is not held up", async () => {
  const all = await Promise.all(Array.from({ length: 40 }, () => ask("yuecheng", REVEAL, asked(PERSON.worker))));
  const shown = all.filter(({ data }) => data?.revealPersonalData?.value === WORKER);
  expect(shown).toHaveLength(30);
  const refused = all.filter((answer) => codeOf(answer) === "RATE_LIMITED");
  expect(refused).toHaveLength(10);
  for (const { errors } of refused) {
    expect(errors?.[0]?.extensions?.["retryAfter"]).toBeGreaterThan(3_500);
    expect(errors?.[0]?.extensions?.["retryAfter"]).toBeLessThanOrEqual(3_600);
  }
  expect((await entries()).filter(({ account }) => account === 3)).toHaveLength(30);
  expect((await ask("shaoxing", REVEAL, asked(PERSON.worker))).data.revealPersonalData.value).toBe(WORKER);
});

const WHO_SAW = `query($from: DateTime!, $until: DateTime!, $person: Int!) {
  auditEntries(filter: { action: { eq: "revealPersonalData" }, record: { eq: "person" }, recordId: { eq: $person }, at: { gte: $from, lt: $until } }, orderBy: [ID_ASC]) {
    totalCount nodes { at account { username } recordId reason after }
  }
}`;

test("who saw whose data between two instants is one question to the log", async () => {
  const [begun] = await world.sql<{ at: Date }>("select clock_timestamp() as at");
  await new Promise((resolve) => setTimeout(resolve, 5));
  await ask("keqiao", REVEAL, asked(PERSON.spinner, { reason: "第一次", reasonCode: "BENEFIT" }));
  await ask("shaoxing", REVEAL, asked(PERSON.spinner, { reason: "第二次" }));
  await new Promise((resolve) => setTimeout(resolve, 5));
  const [ended] = await world.sql<{ at: Date }>("select clock_timestamp() as at");
  await ask("keqiao", REVEAL, asked(PERSON.spinner, { reason: "太晚" }));
  const given = { from: begun?.at.toISOString(), until: ended?.at.toISOString(), person: PERSON.spinner };
  const { data, errors } = await ask("auditor", WHO_SAW, given);
  expect(errors).toBeUndefined();
  expect(data.auditEntries.totalCount).toBe(2);
  expect(data.auditEntries.nodes).toMatchObject([
    {
      account: { username: "keqiao" },
      recordId: PERSON.spinner,
      reason: "第一次",
      after: { field: "RESIDENT_ID", reasonCode: "BENEFIT" },
    },
    { account: { username: "shaoxing" }, reason: "第二次" },
  ]);
  expect(JSON.stringify(data)).not.toContain(SPINNER);
  expect((await ask("clerk", WHO_SAW, given)).data.auditEntries.totalCount).toBe(0);
});

const SEARCH = `query($filter: PersonFilter!) { persons(filter: $filter) { totalCount nodes { id residentIdMasked phoneMasked } } }`;
const found = async (as: string, filter: object) => (await ask(as, SEARCH, { filter })).data.persons;

test("a whole number finds its holder within the scope, for those who may search; anything else finds nobody", async () => {
  for (const as of ["clerk", "tashan", "shaoxing"])
    for (const eq of [
      WORKER,
      ` ${WORKER.toLowerCase()} `,
      [...WORKER].map((each) => (/\d/.test(each) ? String.fromCharCode(each.charCodeAt(0) + 0xfee0) : each)).join(""),
    ])
      expect((await found(as, { residentId: { eq } })).nodes).toMatchObject([{ id: `person-${PERSON.worker}` }]);
  expect((await found("clerk", { phone: { eq: "137-1234-4321" } })).totalCount).toBe(1);
  expect((await found("clerk", { or: [{ phone: { eq: PHONE } }, { residentId: { eq: SPINNER } }] })).totalCount).toBe(
    1,
  );
  expect((await found("clerk", { residentId: { eq: WORKER.slice(0, 17) } })).totalCount).toBe(0);
  expect((await found("clerk", { residentId: { eq: PHONE } })).totalCount).toBe(0);
  for (const as of ["admin", "official", "assessor", "reviewer", "auditor"]) {
    expect((await found(as, { residentId: { eq: WORKER } })).totalCount).toBe(0);
    expect((await found(as, { phone: { eq: PHONE } })).totalCount).toBe(0);
  }
});

test("a number of somebody out of sight answers as a number of nobody, byte for byte", async () => {
  const bodyOf = async (eq: string) => JSON.stringify(await ask("clerk", SEARCH, { filter: { residentId: { eq } } }));
  expect(await bodyOf(SPINNER)).toBe(await bodyOf(numbered("33069918880101001")));
});

test("a guarded field neither filters nor sorts for those who may not read it", async () => {
  expect((await found("official", { birthOn: { gte: "1900-02-01" } })).totalCount).toBe(0);
  expect((await found("clerk", { birthOn: { gte: "1900-02-01" } })).totalCount).toBeGreaterThan(0);
  await expect(ask("clerk", "{ persons(orderBy: [BIRTH_ON_ASC]) { totalCount } }")).rejects.toThrow("does not exist");
  await expect(
    ask("clerk", '{ persons(filter: { residentId: { startsWith: "3306" } }) { totalCount } }'),
  ).rejects.toThrow("not defined");
});

test("a change of a number shows in the log as another mask and another index, the same number as the same index", async () => {
  const update = `mutation($input: UpdatePersonInput!) { updatePerson(input: $input) { person { version phoneMasked } userErrors { code } } }`;
  const change = async (phone: string | null) => {
    const [{ version } = { version: 0 }] = await world.sql<{ version: number }>(
      "select version from person where id = $1",
      [PERSON.worker],
    );
    const { data } = await ask("tashan", update, { input: { id: `person-${PERSON.worker}`, version, phone } });
    expect(data.updatePerson.userErrors).toEqual([]);
    const [entry] = await world.sql<{ before: Record<string, string>; after: Record<string, string>; all: string }>(
      "select before, after, before::text || after::text as all from audit_entry where record = 'person' and record_id = $1 order by id desc limit 1",
      [PERSON.worker],
    );
    return entry as NonNullable<typeof entry>;
  };
  const first = await change("13898765432");
  expect([first.before["phone_mask"], first.after["phone_mask"]]).toEqual(["137****4321", "138****5432"]);
  expect(first.after["phone_bidx"]).not.toBe(first.before["phone_bidx"]);
  expect(first.after["resident_id_bidx"]).toBe(first.before["resident_id_bidx"]);
  expect(first.all).not.toMatch(/13712344321|13898765432|_sealed/);
  expect(first.all).not.toContain(WORKER);
  const cleared = await change(null);
  expect(cleared.after["phone_mask"]).toBeNull();
  const again = await change("13898765432");
  expect(again.after["phone_bidx"]).toBe(first.after["phone_bidx"]);
});
