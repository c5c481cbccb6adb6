import { expect, test } from "@jest/globals";
import { judgeAwardFiles } from "../../schema/compliance/awardFile.rules.js";
import { hasUnusualLife, judgeCollectiveContracts } from "../../schema/compliance/collectiveContract.rules.js";
import { judgeCongressResolutions } from "../../schema/compliance/congressResolution.rules.js";
import { judgeHazards } from "../../schema/compliance/hazard.rules.js";
import { INSTITUTIONAL_SYSTEMS, judgeInstitutionalSystems } from "../../schema/compliance/institutionalSystem.rules.js";
import { INTERNAL_RULES, judgeInternalRules } from "../../schema/compliance/internalRule.rules.js";
import { judgeLevelMechanisms, LEVEL_MECHANISMS } from "../../schema/compliance/levelMechanism.rules.js";
import { judgeMemberRoll } from "../../schema/compliance/memberRoll.rules.js";
import { judgeStandingCongress } from "../../schema/compliance/standingCongress.rules.js";
import { judgeTownshipSystems } from "../../schema/compliance/townshipSystem.rules.js";
import { judgeUnionCongress } from "../../schema/compliance/unionCongress.rules.js";
import { judgeWorkMechanisms, WORK_MECHANISMS } from "../../schema/compliance/workMechanism.rules.js";
import { lettersOf, PARAMETERS } from "./outcomes.js";

const roll = { members: 40, incompleteMembers: 0, activists: 3, partyRecommendations: 1 };

test.each([
  ["complete", roll, "P"],
  ["two members incomplete", { ...roll, incompleteMembers: 2 }, "J"],
  ["nobody on the roll", { ...roll, members: 0 }, "J"],
  ["no activists", { ...roll, activists: 0 }, "J"],
  ["nobody recommended for the party", { ...roll, partyRecommendations: 0 }, "J"],
  ["activists never recorded", { ...roll, activists: null }, "D"],
  ["nothing recorded", {}, "D"],
] as const)("R17a 二(三): the roll is %s", (_, facts, outcome) => {
  expect(lettersOf(judgeMemberRoll(facts, PARAMETERS))).toBe(outcome);
});

test.each([
  [1, 4, 0, "P"],
  [1, 4, 1, "J"],
  [0, 0, 0, "J"],
  [1, null, null, "D"],
  [null, null, null, "D"],
] as const)(
  "R17b 二(三): %s congresses, %s resolutions, %s of them open gives %s",
  (workersCongresses, congressResolutions, openResolutions, outcome) => {
    const facts = { workersCongresses, congressResolutions, openResolutions };
    expect(lettersOf(judgeCongressResolutions(facts, PARAMETERS))).toBe(outcome);
  },
);

const year2025 = { type: "综合", validFrom: "2023-01-01", validThrough: "2025-12-31" };

test.each([
  ["on its last day", [year2025], "2025-12-31", "P"],
  ["on the day after, without successor", [year2025], "2026-01-01", "W"],
  [
    "on the day after, with a successor",
    [year2025, { ...year2025, validFrom: "2026-01-01", validThrough: "2028-12-31" }],
    "2026-01-01",
    "P",
  ],
  [
    "beside one of another type",
    [year2025, { type: "工资专项", validFrom: "2026-01-01", validThrough: "2026-12-31" }],
    "2026-01-01",
    "W",
  ],
  ["before its first day", [{ ...year2025, validFrom: "2026-01-02", validThrough: "2026-12-31" }], "2026-01-01", "W"],
  [
    "beside one of unknown type",
    [year2025, { type: null, validFrom: "2026-01-01", validThrough: "2026-12-31" }],
    "2026-01-01",
    "D",
  ],
  ["never signed", [], "2026-01-01", "W"],
  ["without a last day", [{ ...year2025, validThrough: null }], "2026-01-01", "D"],
  ["not on record", null, "2026-01-01", "D"],
] as const)("R17c 二(三): a collective contract %s", (_, collectiveContracts, asOf, outcome) => {
  expect(lettersOf(judgeCollectiveContracts({ collectiveContracts, asOf }, PARAMETERS))).toBe(outcome);
});

test("R17c 二(三): a life of one to three years is usual, another only warns at input", () => {
  expect(hasUnusualLife("2025-01-01", "2025-12-31", PARAMETERS)).toBe(false);
  expect(hasUnusualLife("2025-01-01", "2025-12-30", PARAMETERS)).toBe(true);
  expect(hasUnusualLife("2025-01-01", "2027-12-31", PARAMETERS)).toBe(false);
  expect(hasUnusualLife("2025-01-01", "2028-01-01", PARAMETERS)).toBe(true);
});

test.each([
  [5, 12, 0, "P"],
  [5, 12, 1, "J"],
  [0, 12, 0, "J"],
  [null, 12, 0, "D"],
  [5, null, null, "D"],
] as const)(
  "R17d 二(三): %s activities, %s files, %s incomplete gives %s",
  (labourActivities, awardFiles, incompleteAwardFiles, outcome) => {
    expect(lettersOf(judgeAwardFiles({ labourActivities, awardFiles, incompleteAwardFiles }, PARAMETERS))).toBe(
      outcome,
    );
  },
);

test.each([
  [4, 0, "P"],
  [4, 1, "J"],
  [0, 0, "J"],
  [4, null, "D"],
  [null, 0, "D"],
] as const)("R17e 二(三): %s inspections, %s open hazards gives %s", (inspections, openHazards, outcome) => {
  expect(lettersOf(judgeHazards({ inspections, openHazards }, PARAMETERS))).toBe(outcome);
});

const asOf = "2025-12-31";
const six = INSTITUTIONAL_SYSTEMS.map((kind) => ({ kind, adoptedOn: "2020-01-01" }));
const sixth = (dates: object) => [...six.slice(0, 5), { kind: "DISPUTE_MEDIATION", ...dates }];

test.each([
  ["6 in force", six, "P"],
  ["5 in force", six.slice(0, 5), "V"],
  ["the sixth adopted tomorrow", sixth({ adoptedOn: "2026-01-01" }), "V"],
  ["the sixth adopted today", sixth({ adoptedOn: asOf }), "P"],
  ["the sixth repealed today", sixth({ adoptedOn: "2020-01-01", repealedOn: asOf }), "V"],
  ["the sixth repealed from tomorrow", sixth({ adoptedOn: "2020-01-01", repealedOn: "2026-01-01" }), "P"],
  ["6 and a custom one missing", [...six, { kind: "CUSTOM", adoptedOn: "2027-01-01" }], "P"],
  ["5 and a custom one in force", [...six.slice(0, 5), { kind: "CUSTOM", adoptedOn: "2020-01-01" }], "V"],
  ["the sixth without a day of adoption", sixth({}), "D"],
  ["none", [], "VVVVVV"],
  ["not on record", null, "D"],
] as const)("R18 二(四): %s", (_, institutionalSystems, outcome) => {
  const facts = { asOf, unionType: "GRASSROOTS_INDEPENDENT", ruleGroup: "ENTERPRISE", institutionalSystems } as const;
  expect(lettersOf(judgeInstitutionalSystems(facts, PARAMETERS))).toBe(outcome);
});

test("R18 二(四): the missing system is named; state organs are not meant; a joint union is tested once", () => {
  const facts = {
    asOf,
    unionType: "GRASSROOTS_INDEPENDENT",
    ruleGroup: "ENTERPRISE",
    institutionalSystems: six.slice(0, 5),
  } as const;
  const [missing] = judgeInstitutionalSystems(facts, PARAMETERS);
  expect(missing).toMatchObject({ item: "DISPUTE_MEDIATION", reason: { zh: "未建立劳动争议调解制度。" } });
  const outcome = (more: object) => lettersOf(judgeInstitutionalSystems({ ...facts, ...more }, PARAMETERS));
  expect(outcome({ ruleGroup: "STATE_ORGAN" })).toBe("N");
  expect(outcome({ ruleGroup: "STATE_ORGAN", institutionalSystems: null })).toBe("N");
  expect(outcome({ ruleGroup: null })).toBe("D");
  expect(outcome({ unionType: "GRASSROOTS_JOINT", ruleGroup: null })).toBe("V");
  expect(outcome({ unionType: "TOWNSHIP_COMMITTEE" })).toBe("N");
});

test.each([
  ["SOUND", "SOUND", "P"],
  ["SOUND", "NONE", "V"],
  ["IN_FORCE", "SOUND", "J"],
  ["IN_FORCE", "NONE", "V"],
  [undefined, "NONE", "V"],
  [undefined, "SOUND", "D"],
] as const)("R19 二(四): organisation %s, work %s gives %s", (organisationSystems, workSystems, outcome) => {
  expect(lettersOf(judgeTownshipSystems({ organisationSystems, workSystems }, PARAMETERS))).toBe(outcome);
});

test.each([
  ["FEDERATION", ["2021-06-10"], "2026-06-09", "P"],
  ["FEDERATION", ["2021-06-10"], "2026-06-10", "V"],
  ["FEDERATION", ["2016-06-10", "2021-06-10"], "2025-12-31", "P"],
  ["FEDERATION", ["2020-02-29"], "2025-02-27", "P"],
  ["FEDERATION", ["2020-02-29"], "2025-02-28", "V"],
  ["FEDERATION", [], "2025-12-31", "V"],
  ["FEDERATION", ["2026-03-01"], "2025-12-31", "V"],
  ["FEDERATION", null, "2025-12-31", "D"],
  ["COMMITTEE", [], "2025-12-31", "N"],
  ["WORK_COMMITTEE", null, "2025-12-31", "N"],
  [null, ["2021-06-10"], "2025-12-31", "D"],
] as const)(
  "R20 二(四): a %s with congresses on %j, as of %s gives %s",
  (townshipForm, congressesHeldOn, day, outcome) => {
    expect(lettersOf(judgeUnionCongress({ townshipForm, congressesHeldOn, asOf: day }, PARAMETERS))).toBe(outcome);
  },
);

test.each([
  ["FEDERATION", true, "P"],
  ["FEDERATION", false, "I"],
  ["FEDERATION", null, "D"],
  ["COMMITTEE", false, "N"],
] as const)(
  "R20 二(四): a %s with a standing congress %s gives %s and never more",
  (townshipForm, hasStandingSystem, outcome) => {
    expect(lettersOf(judgeStandingCongress({ townshipForm, hasStandingSystem }, PARAMETERS))).toBe(outcome);
  },
);

const adopted = <K extends string>(kinds: Record<K, unknown>, count: number) =>
  (Object.keys(kinds) as K[]).slice(0, count).map((kind) => ({ kind, adoptedOn: "2020-01-01" }));

test.each([
  [3, "P"],
  [2, "W"],
  [null, "D"],
] as const)("R21, R22 二(四): %s of 3 gives %s", (count, outcome) => {
  const workMechanisms = count === null ? null : adopted(WORK_MECHANISMS, count);
  const internalRules = count === null ? null : adopted(INTERNAL_RULES, count);
  expect(lettersOf(judgeWorkMechanisms({ asOf, workMechanisms }, PARAMETERS))).toBe(outcome);
  expect(lettersOf(judgeInternalRules({ asOf, internalRules }, PARAMETERS))).toBe(outcome);
});

test.each([
  ["COUNTY", 3, "P"],
  ["COUNTY", 2, "V"],
  ["MUNICIPAL", 2, "V"],
  ["TOWNSHIP", 0, "N"],
  ["COUNTY", null, "D"],
  [null, 3, "D"],
] as const)("R23 二(四): %s with %s of 3 gives %s", (level, count, outcome) => {
  const levelMechanisms = count === null ? null : adopted(LEVEL_MECHANISMS, count);
  expect(lettersOf(judgeLevelMechanisms({ asOf, level, levelMechanisms }, PARAMETERS))).toBe(outcome);
});

test("R23 二(四): the mechanism that is missing is named with what to do", () => {
  const facts = { asOf, level: "COUNTY", levelMechanisms: adopted(LEVEL_MECHANISMS, 2) } as const;
  const finding = judgeLevelMechanisms(facts, PARAMETERS);
  expect(finding.reason.zh).toBe("应有 3 项，已建立 2 项，缺少劳动关系三方协商机制。");
  expect(finding.remedy?.zh).toBe("建立劳动关系三方协商机制。");
});
