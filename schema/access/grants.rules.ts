import type { UnionType } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { type Refusal, refusal } from "../shared/refusal.rules.js";
import type { Role } from "./permissions.rules.js";

/** Who gives a role: the role of the grant in use, and the type of the union at the top of its scope. */
export interface GranterFacts {
  accountId: number;
  role: Role;
  /** Undefined for a grant over the whole installation. */
  unionType?: UnionType | undefined;
}
export interface GrantFacts {
  accountId: number;
  role: Role;
  hasUnion: boolean;
}

/** Roles over the whole installation; the others stand on a union. */
const WITHOUT_UNION: readonly Role[] = ["SYSTEM_ADMINISTRATOR", "AUDITOR"];
const BELOW_FEDERATION: readonly Role[] = ["FEDERATION_ADMINISTRATOR", "CLERK", "OFFICIAL"];

/** The roles somebody may give or take back: not above the own one. Auditors are named by the system administrator alone. */
export function rolesGivenBy({ role, unionType }: GranterFacts, all: readonly Role[]): readonly Role[] {
  if (role === "SYSTEM_ADMINISTRATOR") return all;
  if (role !== "FEDERATION_ADMINISTRATOR") return [];
  if (unionType === "MUNICIPAL_FEDERATION") return [...BELOW_FEDERATION, "COUNTY_ASSESSOR", "CITY_ASSESSOR"];
  return unionType === "COUNTY_FEDERATION" ? [...BELOW_FEDERATION, "COUNTY_ASSESSOR"] : BELOW_FEDERATION;
}

/** Why a role is not given, or not taken back: to oneself, above the own one, or over no union where one is needed. */
export function whyNotGrant(
  granter: GranterFacts,
  { accountId, role, hasUnion }: GrantFacts,
  all: readonly Role[],
): Refusal | undefined {
  if (granter.accountId === accountId)
    return refusal(
      "OUT_OF_RANGE",
      {
        reason: words(
          "不能变更本人的授权，请由另一位管理员办理。",
          "Nobody changes grants of their own. Ask another administrator.",
        ),
      },
      ["accountId"],
    );
  const allowed = rolesGivenBy(granter, all);
  if (!allowed.includes(role))
    return refusal(
      "OUT_OF_RANGE",
      {
        reason: words(
          "所授角色不得高于本人角色，请改选角色或由上一级办理。",
          "A role above your own cannot be given. Choose another, or ask the union above.",
        ),
        allowed: [...allowed],
      },
      ["role"],
    );
  if (role === "SYSTEM_ADMINISTRATOR" && hasUnion)
    return refusal(
      "OUT_OF_RANGE",
      {
        reason: words(
          "系统管理员的范围为全部，不另选工会。",
          "A system administrator's scope is the whole; choose no union.",
        ),
      },
      ["tradeUnionId"],
    );
  if (!hasUnion && !WITHOUT_UNION.includes(role))
    return refusal("REQUIRED", { field: words("管辖范围（工会）", "Scope (a union)") }, ["tradeUnionId"]);
  return undefined;
}
