import { isUnionUscc, whyNotUscc } from "../employers/uscc.rules.js";
import { whyNotPhone } from "../people/phone.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { addDays, type LocalDate } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import { allowedSuperiors } from "./affiliation.rules.js";
import type { LegalPersonStatus, UnionType } from "./unionType.rules.js";

type Given<T> = T | null | undefined;
/** What is given about a union apart from its place. */
export interface UnionFacts {
  uscc?: Given<string>;
  phone?: Given<string>;
  approvedOn?: Given<LocalDate>;
  establishedOn?: Given<LocalDate>;
  legalPersonStatus?: Given<LegalPersonStatus>;
  legalPersonValidFrom?: Given<LocalDate>;
  legalPersonValidThrough?: Given<LocalDate>;
}
/** What is given about a union that is founded. */
export interface FoundingFacts extends UnionFacts {
  type: UnionType;
  establishedOn: LocalDate;
  superiorId?: Given<string>;
  employerIds?: Given<string[]>;
}

export const USCC = words("统一社会信用代码", "Unified social credit code");
const UNION_CODE = words("以 81 或 89 开头的工会代码", "a union's code, beginning with 81 or 89");
/** The longest that an approval comes after the union it approves, in days. */
const LATE_APPROVAL = 3_660;

/** Why a code is no union's. GB 32100-2015. */
function whyNotUnionUscc(code: string): Refusal | undefined {
  const wrong = whyNotUscc(code, ["uscc"]);
  if (wrong || isUnionUscc(code)) return wrong;
  return refusal("INVALID_FORMAT", { field: USCC, expected: UNION_CODE }, ["uscc"]);
}

/** All that speaks against the plain facts of a union, whether they were sent or stand on file. */
export function whyNotUnion(given: UnionFacts): (Refusal | undefined)[] {
  const { uscc, approvedOn, establishedOn, legalPersonValidFrom: from, legalPersonValidThrough: through } = given;
  return [
    uscc ? whyNotUnionUscc(uscc.normalize("NFKC").trim()) : undefined,
    from && through && through < from
      ? refusal("OUT_OF_RANGE", { least: from }, ["legalPersonValidThrough"])
      : undefined,
    approvedOn && establishedOn && approvedOn > addDays(establishedOn, LATE_APPROVAL)
      ? refusal("OUT_OF_RANGE", { most: addDays(establishedOn, LATE_APPROVAL) }, ["approvedOn"])
      : undefined,
  ];
}

/** Why an office cannot be rung up under what is given: a landline such as 0575-85000000, or a mobile number. */
export const whyNotOffice = ({ phone }: UnionFacts): (Refusal | undefined)[] => [
  phone ? whyNotPhone(phone, words("办公电话", "Office telephone"), ["phone"]) : undefined,
];

/** A union that is a legal person has a certificate, which ends on some day. */
export const whyNoCertificate = ({ legalPersonStatus, legalPersonValidThrough }: UnionFacts): Refusal | undefined =>
  legalPersonStatus === "VALID" && !legalPersonValidThrough
    ? refusal("REQUIRED", { field: words("法人资格证书有效期止", "Last day of the certificate") }, [
        "legalPersonValidThrough",
      ])
    : undefined;

/** All that speaks against founding a union, apart from what is on file. Trade Union Law, articles 11 and 12; Opinions 2(1). */
export function whyNotFound(given: FoundingFacts, today: LocalDate): (Refusal | undefined)[] {
  return [
    given.establishedOn > today ? refusal("OUT_OF_RANGE", { most: today }, ["establishedOn"]) : undefined,
    given.superiorId == null && allowedSuperiors(given.type).length > 0
      ? refusal("REQUIRED", { field: words("上级工会", "Superior") }, ["superiorId"])
      : undefined,
    whyNoCertificate(given),
    whyNotEmployers(given.type, new Set(given.employerIds).size),
  ];
}

/** A joint union is founded by the members of two employers or more, an independent one by those of one; Opinions 2(1), R03, R04. */
function whyNotEmployers(type: UnionType, count: number): Refusal | undefined {
  if (type === "GRASSROOTS_JOINT" && count < 2)
    return refusal("OUT_OF_RANGE", { reason: TWO_OR_MORE, rule: "R04", least: 2 }, ["employerIds"], "二(一)");
  if (type === "GRASSROOTS_INDEPENDENT" && count > 1)
    return refusal("OUT_OF_RANGE", { reason: ONE_ALONE, rule: "R03", most: 1 }, ["employerIds"], "二(一)");
  return undefined;
}

const TWO_OR_MORE = words(
  "联合基层工会须由两个以上单位联合建立，请至少选择两个单位。",
  "A joint union is founded by two employers or more. Choose at least two.",
);
const ONE_ALONE = words(
  "单独基层工会只覆盖一个单位；覆盖多个单位的请选联合基层工会。",
  "A union of one unit covers one employer. For several, choose the joint union.",
);
