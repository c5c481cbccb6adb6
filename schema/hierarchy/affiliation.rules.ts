import { contains, overlap, type Period } from "../shared/period.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import { UNION_TYPE_NAMES, type UnionType } from "./unionType.rules.js";

const TOWNSHIPS: UnionType[] = ["TOWNSHIP_FEDERATION", "TOWNSHIP_COMMITTEE", "TOWNSHIP_WORK_COMMITTEE"];
const FEDERATIONS: UnionType[] = ["REGIONAL_FEDERATION", "INDUSTRY_FEDERATION"];
const GRASSROOTS: UnionType[] = ["GRASSROOTS_INDEPENDENT", "GRASSROOTS_JOINT"];
const CITY_AND_COUNTY: UnionType[] = ["MUNICIPAL_FEDERATION", "COUNTY_FEDERATION"];
const TERRITORIAL: UnionType[] = [...TOWNSHIPS, "PARK_UNION", "COUNTY_FEDERATION"];
const ABOVE_GRASSROOTS: UnionType[] = [
  ...CITY_AND_COUNTY,
  "INDUSTRY_UNION",
  ...TOWNSHIPS,
  "PARK_UNION",
  ...FEDERATIONS,
  "VILLAGE_UNION",
];

/** Under which types of union each type may stand. The city's own superior, the province, is outside the records. */
const SUPERIORS: Record<UnionType, readonly UnionType[]> = {
  MUNICIPAL_FEDERATION: [],
  COUNTY_FEDERATION: ["MUNICIPAL_FEDERATION"],
  INDUSTRY_UNION: CITY_AND_COUNTY,
  TOWNSHIP_FEDERATION: ["COUNTY_FEDERATION"],
  TOWNSHIP_COMMITTEE: ["COUNTY_FEDERATION"],
  TOWNSHIP_WORK_COMMITTEE: ["COUNTY_FEDERATION"],
  PARK_UNION: CITY_AND_COUNTY,
  REGIONAL_FEDERATION: TERRITORIAL,
  INDUSTRY_FEDERATION: TERRITORIAL,
  VILLAGE_UNION: TOWNSHIPS,
  GRASSROOTS_INDEPENDENT: ABOVE_GRASSROOTS,
  GRASSROOTS_JOINT: ABOVE_GRASSROOTS,
  BRANCH: GRASSROOTS,
  GROUP: [...GRASSROOTS, "BRANCH"],
};

/** The types of union under which a union of this type may stand. */
export function allowedSuperiors(type: UnionType): readonly UnionType[] {
  return SUPERIORS[type];
}

/** The types of union that may stand under a union of this type. */
export function allowedSubordinates(type: UnionType): UnionType[] {
  return (Object.keys(SUPERIORS) as UnionType[]).filter((below) => SUPERIORS[below].includes(type));
}

export interface AffiliationFacts {
  union: { id: number | string; type: UnionType };
  superior: {
    id: number | string;
    name: string;
    type: UnionType;
    /** The superior itself and every union above it, at any time the new edge holds. */
    lineage: readonly (number | string)[];
    /** The superior's own life: founding day, and the first day it no longer exists. */
    inForce: Period;
  };
  /** The days on which the union is to stand under the superior. */
  period: Period;
}

/**
 * Why a union cannot stand under a superior: a cycle, a type that may not lead it, or a superior not in force on every day
 * of the interval. Trade Union Law, articles 11 and 12; Implementation Opinions 2(2).
 */
export function whyNotAffiliate({ union, superior, period }: AffiliationFacts, path?: string[]): Refusal | undefined {
  if (superior.lineage.includes(union.id) || superior.id === union.id)
    return refusal("HIERARCHY_CYCLE", { superior: superior.name }, path);
  const allowed = allowedSuperiors(union.type);
  if (!allowed.includes(superior.type)) return refusal("OUT_OF_RANGE", typeFacts(union.type, superior.type), path);
  if (!contains(superior.inForce, period))
    return refusal("SUPERIOR_NOT_IN_FORCE", { superior: superior.name, on: period.validFrom }, path);
  return undefined;
}

function typeFacts(type: UnionType, superiorType: UnionType) {
  const own = UNION_TYPE_NAMES[type];
  const above = UNION_TYPE_NAMES[superiorType];
  const allowed = allowedSuperiors(type).map((one) => UNION_TYPE_NAMES[one]);
  const zhAllowed = allowed.map((one) => one.zh).join("、");
  const enAllowed = allowed.map((one) => one.en).join(", ");
  return {
    type,
    superiorType,
    allowed,
    reason: {
      zh: `${own.zh}不能隶属于${above.zh}${allowed.length > 0 ? `，可选的上级类型：${zhAllowed}` : "，其上级不在本系统内"}。`,
      en: `A ${own.en} cannot stand under a ${above.en}; ${allowed.length > 0 ? `allowed: ${enAllowed}` : "its superior is outside the system"}.`,
    },
  };
}

export interface AffiliationEdge extends Period {
  superiorName: string;
}

/** Why a second superior at the same time is refused; the clashing edge is named. One administrative superior at a time. */
export function whyNotAnotherSuperior(period: Period, others: readonly AffiliationEdge[]): Refusal | undefined {
  const clash = others.find((other) => overlap(period, other));
  return clash && refusal("EDGE_OVERLAP", { superior: clash.superiorName, from: clash.validFrom });
}
