import type { UnionLevel } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { officialDay } from "../shared/officialDay.rules.js";
import { type LocalDate, later } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, anyOf, type Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface RetentionPolicyFacts {
  asOf: LocalDate;
  level?: Fact<UnionLevel>;
  /** Retention policies of the county; the last day, `validThrough`, still belongs to them, an open one has none. */
  retentionPolicies?: Fact<readonly { validFrom?: Fact<LocalDate>; validThrough?: Fact<LocalDate> }[]>;
}

/** R27, Implementation Opinions 2(5): 各地要建立工会经费留存制度. A county needs a policy in force on the day. */
export function judgeRetentionPolicy(facts: RetentionPolicyFacts, parameters: Parameters): Finding {
  const { asOf, level, retentionPolicies: policies } = facts;
  const say = new Say("R27", "RETENTION_POLICY_MISSING", { level, retentionPolicies: policies }, parameters);
  if (!level) return say.missing("工会层级", "the level of the union");
  if (level !== "COUNTY") return say.notApplicable("留存制度由县（市、区）总工会制订。", "Counties make the policy.");
  if (!policies) return say.missing("经费留存制度", "retention policies");
  const isHeld = anyOf(
    policies.map(({ validFrom, validThrough }) =>
      allOf([validFrom == null ? undefined : validFrom <= asOf, validThrough == null || asOf <= validThrough]),
    ),
  );
  if (isHeld) return say.pass("经费留存制度有效。", "A retention policy is in force.");
  if (isHeld === undefined) return say.missing("经费留存制度的起始日期", "the first day of the retention policy");
  const last = policies.map(({ validThrough }) => validThrough ?? "").reduce(later, "");
  const zh = last && last < asOf ? `原经费留存制度已于${officialDay(last)}到期。` : "没有有效的经费留存制度。";
  const remedy = words(
    "制订经费留存制度，按乡镇类别确定留存比例。",
    "Adopt a policy with a ratio for each class of township.",
  );
  return say.unmet(words(zh, "No retention policy is in force."), remedy, last ? { dueOn: last } : {});
}
