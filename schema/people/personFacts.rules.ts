import { words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import type { Sex } from "./person.rules.js";
import { PERSONAL_FIELDS, PERSONAL_PLACES, type PersonalProperty, whyNotPersonal } from "./personalFields.rules.js";
import { birthOnOf, normaliseResidentId, sexOf, whyNotResidentId } from "./residentId.rules.js";

/** What is given about a person. */
export type PersonFacts = { sex?: Sex | null; birthOn?: LocalDate | null } & Partial<
  Record<PersonalProperty, string | null>
>;

const OLDEST = "1900-01-02";
const DIFFERS = words(
  "与居民身份号码不符，请核对。",
  "It does not agree with the resident identity number. Check both.",
);

/** Why sex and birth, as given, do not agree with an identity number; of a number that is none nothing is said. GB 11643-1999. */
function whyNotSamePerson({ residentId, sex, birthOn }: PersonFacts, today: LocalDate): Refusal[] {
  if (!residentId || whyNotResidentId(residentId, today)) return [];
  const number = normaliseResidentId(residentId);
  const differs = {
    sex: sex != null && sex !== sexOf(number),
    birthOn: birthOn != null && birthOn !== birthOnOf(number),
  };
  return (["sex", "birthOn"] as const)
    .filter((name) => differs[name])
    .map((name) => refusal("INVALID_FORMAT", { reason: DIFFERS }, [name]));
}

/** Why a day is nobody's date of birth: it lies ahead, or so far back that nobody alive was born then. */
const whyNotBirth = (birthOn: LocalDate | null | undefined, today: LocalDate): Refusal | undefined =>
  birthOn && (birthOn > today || birthOn < OLDEST)
    ? refusal("OUT_OF_RANGE", { least: OLDEST, most: today }, ["birthOn"])
    : undefined;

/** All that speaks against what is given about a person, apart from what is on file. */
export function whyNotPerson(given: PersonFacts, today: LocalDate): (Refusal | undefined)[] {
  return [
    ...whyNotSamePerson(given, today),
    whyNotBirth(given.birthOn, today),
    ...PERSONAL_FIELDS.map((field) => {
      const value = given[PERSONAL_PLACES[field].property];
      return value ? whyNotPersonal(field, value, today) : undefined;
    }),
  ];
}

/** A person who enters a file has a sex: as given, or by the identity number. */
export const whyNoSex = ({ residentId, sex }: PersonFacts): (Refusal | undefined)[] => [
  residentId || sex ? undefined : refusal("REQUIRED", { field: words("性别", "Sex") }, ["sex"]),
];
