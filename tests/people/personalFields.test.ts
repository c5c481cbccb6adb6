import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { cardNumber } from "../../api/demonstration/people.js";
import { PERSONAL_FIELDS, PERSONAL_PLACES, type PersonalField } from "../../schema/people/personalFields.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world.end());

/** One of each, with what everybody may see of it, and another that is refused. */
const SAMPLES: Record<PersonalField, { given: string; shown: string; wrong: string }> = {
  RESIDENT_ID: { given: "33060219850101002X", shown: `3${"*".repeat(16)}X`, wrong: "330602198501010021" },
  PHONE: { given: "13712344321", shown: "137****4321", wrong: "1371234" },
  BANK_ACCOUNT: {
    given: cardNumber(99),
    shown: `${"*".repeat(15)}${cardNumber(99).slice(-4)}`,
    wrong: "4111111111111112",
  },
  HOME_ADDRESS: { given: "绍兴市越城区塔山街道解放路12号", shown: "绍兴市越城区塔山街道****", wrong: "某村" },
};
const masked = PERSONAL_FIELDS.map((field) => `${PERSONAL_PLACES[field].property}Masked`).join(" ");
const CREATE = `mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id version ${masked} } userErrors { path code } } }`;
const REVEAL =
  "mutation($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) { value userErrors { path code } } }";
const keeperId = `tradeUnion-${UNION.factory}`;

test("each piece of personal data is sealed, shown masked to readers of such details, found whole where it may be, and revealed for a reason", async () => {
  const given = Object.fromEntries(
    PERSONAL_FIELDS.map((field) => [PERSONAL_PLACES[field].property, SAMPLES[field].given]),
  );
  const { data } = await ask("clerk", CREATE, { input: { name: "何某", keeperId, ...given } });
  expect(data.createPerson.userErrors).toEqual([]);
  const { id } = data.createPerson.person;
  const { person: untold } = (await ask("official", `query($id: ID!) { person(id: $id) { name ${masked} } }`, { id }))
    .data;
  expect(Object.values(untold).filter((value) => value !== null)).toEqual(["何某"]);
  for (const as of ["clerk", "tashan", "auditor", "admin", "shaoxing"]) {
    const { person } = (await ask(as, `query($id: ID!) { person(id: $id) { ${masked} } }`, { id })).data;
    for (const field of PERSONAL_FIELDS)
      expect([as, field, person[`${PERSONAL_PLACES[field].property}Masked`]]).toEqual([
        as,
        field,
        SAMPLES[field].shown,
      ]);
  }
  const [row] = await world.sql<{ text: string }>("select p::text as text from person p where name = '何某'");
  const [log] = await world.sql<{ text: string }>("select string_agg(e::text, '') as text from audit_entry e");
  for (const field of PERSONAL_FIELDS) {
    const { property, index } = PERSONAL_PLACES[field];
    expect(row?.text).not.toContain(SAMPLES[field].given);
    expect(log?.text).not.toContain(SAMPLES[field].given);
    const filter = { [property]: { eq: SAMPLES[field].given } };
    const search = ask("clerk", "query($filter: PersonFilter!) { persons(filter: $filter) { nodes { id } } }", {
      filter,
    });
    if (index === "none")
      await expect(search).resolves.toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
    else expect((await search).data.persons.nodes).toEqual([{ id }]);
    const shown = await ask("tashan", REVEAL, { input: { id, field, reasonCode: "BENEFIT", reason: "发放补助" } });
    expect(shown.data.revealPersonalData).toEqual({ value: SAMPLES[field].given, userErrors: [] });
    expect(
      (await ask("clerk", REVEAL, { input: { id, field, reasonCode: "BENEFIT", reason: "发放补助" } })).errors?.[0]
        ?.extensions,
    ).toMatchObject({ code: "FORBIDDEN" });
  }
  const told = await world.sql<{ field: string }>(
    "select after ->> 'field' as field from audit_entry where action = 'revealPersonalData' and kind = 'ACCESS' order by id",
  );
  expect(told.map(({ field }) => field)).toEqual(PERSONAL_FIELDS);
});

test.each(PERSONAL_FIELDS)("%s that is not one is refused where it stands, and nothing is written", async (field) => {
  const { property } = PERSONAL_PLACES[field];
  const { data } = await ask("clerk", CREATE, {
    input: { name: "未建档", sex: "MALE", keeperId, [property]: SAMPLES[field].wrong },
  });
  expect(data.createPerson.userErrors).toMatchObject([{ path: [property], code: "INVALID_FORMAT" }]);
  expect(await world.sql("select 1 from person where name = '未建档'")).toEqual([]);
});
