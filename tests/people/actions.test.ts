import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { residentIdCheckCharacter } from "../../schema/people/residentId.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { sealInto } from "../shared/testSealing.js";
import { openWorld, PERSON, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world.end());

const codes = (errors: { path: string[]; code: string }[]) =>
  errors.map(({ path, code }) => `${path.join(".")} ${code}`);
const ERRORS = "userErrors { path code message clause quote }";
const CREATE = `mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id version name sex birthOn residentIdMasked phoneMasked } ${ERRORS} } }`;
const UPDATE = `mutation($input: UpdatePersonInput!) { updatePerson(input: $input) { person { version name sex birthOn } ${ERRORS} } }`;
const JOIN = `mutation($input: CreateMembershipInput!) { createMembership(input: $input) { membership { id version status validFrom tradeUnion { memberCount } } ${ERRORS} } }`;
const LEAVE = `mutation($input: UpdateMembershipInput!) { updateMembership(input: $input) { membership { version status validTo tradeUnion { memberCount } } ${ERRORS} } }`;
const numbered = (seventeen: string) => seventeen + residentIdCheckCharacter(seventeen);
const worker = { name: "仇晓飞", keeperId: `tradeUnion-${UNION.factory}` };

test("a person is registered by identity number, from which sex and birth are taken, and which is shown masked", async () => {
  const { data, errors } = await ask("clerk", CREATE, {
    input: { ...worker, residentId: ` ${numbered("33069919920229123")} `, phone: "13812345678" },
  });
  expect(errors).toBeUndefined();
  expect(data.createPerson).toMatchObject({
    person: {
      name: "仇晓飞",
      sex: "MALE",
      birthOn: "1992-02-29",
      residentIdMasked: expect.stringMatching(/^3\*{16}.$/),
      phoneMasked: "138****5678",
    },
    userErrors: [],
  });
  const found = await ask("clerk", `{ persons(filter: { search: "qiuxiaofei" }) { totalCount } }`);
  expect(found.data.persons.totalCount).toBe(1);
});

test("identity number and telephone never enter the audit log", async () => {
  const entries = await world.sql<{ text: string }>(
    "select after::text as text from audit_entry where record = 'person' and action = 'createPerson'",
  );
  expect(entries).not.toHaveLength(0);
  for (const { text } of entries) expect(text).not.toMatch(/19920229|13812345678/);
});

test("a wrong check character, a day that is no day and contradicting facts are refused", async () => {
  const wrongCheck = `${numbered("33069919920229123").slice(0, 17)}${numbered("33069919920229123").endsWith("1") ? "2" : "1"}`;
  expect(
    codes((await ask("clerk", CREATE, { input: { ...worker, residentId: wrongCheck } })).data.createPerson.userErrors),
  ).toEqual(["residentId INVALID_FORMAT"]);
  expect(
    codes(
      (await ask("clerk", CREATE, { input: { ...worker, residentId: numbered("33069919930229123") } })).data
        .createPerson.userErrors,
    ),
  ).toEqual(["residentId INVALID_FORMAT"]);
  expect(
    codes(
      (
        await ask("clerk", CREATE, {
          input: {
            ...worker,
            residentId: numbered("33069919930228124"),
            sex: "MALE",
            birthOn: "1993-02-27",
            phone: "123",
          },
        })
      ).data.createPerson.userErrors,
    ),
  ).toEqual(["sex INVALID_FORMAT", "birthOn INVALID_FORMAT", "phone INVALID_FORMAT"]);
  expect(codes((await ask("clerk", CREATE, { input: worker })).data.createPerson.userErrors)).toEqual(["sex REQUIRED"]);
});

test("no name, a birth to come, half a telephone number and no sex are all said at once", async () => {
  const wrong = { ...worker, name: " ", birthOn: "2999-01-01", phone: "1381234", bankAccount: "6222" };
  const { data } = await ask("clerk", CREATE, { input: wrong });
  expect(codes(data.createPerson.userErrors)).toEqual([
    "name REQUIRED",
    "sex REQUIRED",
    "birthOn OUT_OF_RANGE",
    "phone INVALID_FORMAT",
    "bankAccount INVALID_FORMAT",
  ]);
  const numbered17 = { ...wrong, residentId: "330699199202291234" };
  const beside = await ask("clerk", CREATE, { input: numbered17 });
  expect(codes(beside.data.createPerson.userErrors)).toEqual([
    "name REQUIRED",
    "residentId INVALID_FORMAT",
    "birthOn OUT_OF_RANGE",
    "phone INVALID_FORMAT",
    "bankAccount INVALID_FORMAT",
  ]);
});

test("a number in use names its holder in scope, and asks for review when its holder is out of sight", async () => {
  const residentId = "330699198504040021";
  const digits = numbered(residentId.slice(0, 17));
  await sealInto({ query: (sql, values) => world.sql(sql, values) }, "RESIDENT_ID", PERSON.spinner, digits);
  const inside = await ask("keqiao", CREATE, {
    input: { ...worker, keeperId: `tradeUnion-${UNION.mill}`, residentId: digits },
  });
  expect(inside.data.createPerson.userErrors).toMatchObject([
    { path: ["residentId"], code: "NOT_UNIQUE", message: expect.stringContaining("赵纺娘") },
  ]);
  const outside = await ask("clerk", CREATE, { input: { ...worker, residentId: digits } });
  expect(outside.data.createPerson.userErrors).toMatchObject([{ path: ["residentId"], code: "NEEDS_REVIEW" }]);
  expect(JSON.stringify(outside)).not.toMatch(/赵纺娘|person-/);
});

test("a person is amended with the version seen; names out of scope are not found", async () => {
  const { data } = await ask("tashan", UPDATE, {
    input: { id: `person-${PERSON.worker}`, version: 1, name: "王建国", birthOn: "1990-03-04" },
  });
  expect(data.updatePerson).toMatchObject({ person: { version: 2, birthOn: "1990-03-04" }, userErrors: [] });
  const stale = await ask("tashan", UPDATE, {
    input: { id: `person-${PERSON.worker}`, version: 1, birthOn: "1990-03-05" },
  });
  expect(stale.data.updatePerson).toMatchObject({
    person: { version: 2, birthOn: "1990-03-04" },
    userErrors: [{ code: "CONFLICT" }],
  });
  const foreign = await ask("tashan", UPDATE, { input: { id: `person-${PERSON.spinner}`, version: 1, name: "某" } });
  expect(foreign.errors?.[0]?.extensions?.["code"]).toBe("NOT_FOUND");
  const official = await ask("official", UPDATE, { input: { id: `person-${PERSON.worker}`, version: 2, name: "某" } });
  expect(official.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN", permission: "amend:person" });
});

test("joining counts at once; a second active membership needs review; leaving counts too", async () => {
  const input = {
    personId: `person-${PERSON.worker}`,
    tradeUnionId: `tradeUnion-${UNION.joint}`,
    validFrom: "2025-01-01",
  };
  const joined = await ask("clerk", JOIN, { input });
  expect(joined.data.createMembership).toMatchObject({
    membership: { status: "ACTIVE", tradeUnion: { memberCount: 1 } },
    userErrors: [],
  });
  const twice = await ask("clerk", JOIN, { input: { ...input, tradeUnionId: `tradeUnion-${UNION.factory}` } });
  expect(twice.data.createMembership).toMatchObject({
    membership: null,
    userErrors: [{ path: ["personId"], code: "NEEDS_REVIEW" }],
  });
  const { id, version } = joined.data.createMembership.membership;
  const early = await ask("clerk", LEAVE, { input: { id, version, validTo: "2024-12-31" } });
  expect(codes(early.data.updateMembership.userErrors)).toEqual(["validTo OUT_OF_RANGE"]);
  const left = await ask("clerk", LEAVE, { input: { id, version, validTo: "2025-06-01", reason: "离职" } });
  expect(left.data.updateMembership).toMatchObject({
    membership: { version: version + 1, validTo: "2025-06-01", tradeUnion: { memberCount: 0 } },
    userErrors: [],
  });
  expect(
    await world.sql("select count(*)::integer as n from membership where person_id = $1 and known_to is not null", [
      PERSON.worker,
    ]),
  ).toEqual([{ n: 1 }]);
});
