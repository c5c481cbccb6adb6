import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Asking, asker } from "../shared/ask.js";
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
const ROUND = `mutation($input: CreateAwardRoundInput!) { createAwardRound(input: $input) { awardRound { id version } ${ERRORS} } }`;
const AWARD = `mutation($input: CreateAwardInput!) { createAward(input: $input) { award { id version state level title person { name } } ${ERRORS} } }`;
const AMEND = `mutation($input: UpdateAwardInput!) { updateAward(input: $input) { award { version state revokedOn } ${ERRORS} } }`;
const medal = {
  title: "MUNICIPAL_MODEL_WORKER",
  recommendedById: `tradeUnion-${UNION.tashan}`,
  personId: `person-${PERSON.chair}`,
};
let id: string;

test("a round above the county is set up by the city only", async () => {
  const input = { name: "绍兴市劳动模范", level: "MUNICIPAL", year: 2025, conferredBy: "绍兴市人民政府" };
  expect((await ask("yuecheng", ROUND, { input })).errors?.[0]?.extensions).toMatchObject({
    code: "FORBIDDEN",
    permission: "create:award-round",
  });
  expect((await ask("shaoxing", ROUND, { input })).data.createAwardRound.userErrors).toEqual([]);
  expect(codes((await ask("shaoxing", ROUND, { input })).data.createAwardRound.userErrors)).toEqual([
    "name NOT_UNIQUE",
  ]);
});

test("an honour is nominated, its level following from the title; a person's title is no collective's", async () => {
  const { data } = await ask("clerk", AWARD, { input: medal });
  expect(data.createAward).toMatchObject({
    award: { state: "NOMINATED", level: "MUNICIPAL", person: { name: "张文华" } },
    userErrors: [],
  });
  id = data.createAward.award.id;
  const wrong = await ask("clerk", AWARD, { input: { ...medal, title: "MUNICIPAL_MODEL_COLLECTIVE" } });
  expect(codes(wrong.data.createAward.userErrors)).toEqual(["collectiveId REQUIRED", "personId OUT_OF_RANGE"]);
});

test("conferring needs its day, revoking needs conferment, day, ground and the permission", async () => {
  expect(
    codes((await ask("tashan", AMEND, { input: { id, version: 1, state: "CONFERRED" } })).data.updateAward.userErrors),
  ).toEqual(["conferredOn REQUIRED"]);
  expect(
    codes(
      (await ask("tashan", AMEND, { input: { id, version: 1, revokedOn: "2025-06-01" } })).data.updateAward.userErrors,
    ),
  ).toEqual(["revokedOn ILLEGAL_TRANSITION", "revocationGround REQUIRED", "conferredOn REQUIRED"]);
  expect(
    (
      await ask("tashan", AMEND, {
        input: { id, version: 1, state: "CONFERRED", conferredOn: "2025-04-29", decisionNo: "绍政发〔2025〕8号" },
      })
    ).data.updateAward,
  ).toMatchObject({ award: { state: "CONFERRED" }, userErrors: [] });
  expect(
    codes((await ask("tashan", AMEND, { input: { id, version: 2, state: "NOMINATED" } })).data.updateAward.userErrors),
  ).toEqual(["state ILLEGAL_TRANSITION"]);
  const revocation = { id, version: 2, revokedOn: "2025-06-01", revocationGround: "弄虚作假" };
  expect((await ask("clerk", AMEND, { input: revocation })).errors?.[0]?.extensions).toMatchObject({
    code: "FORBIDDEN",
    permission: "revoke:award",
  });
  expect((await ask("tashan", AMEND, { input: revocation })).data.updateAward).toMatchObject({
    award: { state: "REVOKED", revokedOn: "2025-06-01", version: 3 },
    userErrors: [],
  });
  expect(
    (await ask("clerk", `{ awards(filter: { state: { eq: REVOKED } }) { totalCount } }`)).data.awards.totalCount,
  ).toBe(1);
});
