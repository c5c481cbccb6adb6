import type { Pool } from "pg";
import { AMENDING } from "../../schema/access/amending.js";
import type { AccessExplanation } from "../../schema/access/explained.js";
import { nounOf, PERMISSIONS, type Permission, ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { type RowRule, VISIBILITY } from "../../schema/access/visibility.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import type { Bilingual } from "../../schema/shared/bilingual.rules.js";
import { markOf } from "../../schema/shared/register.js";
import { Parameters } from "../reading/parameters.js";
import { numberOf, visible } from "../reading/predicates.js";
import type { Viewer } from "../reading/viewer.js";
import { Actor } from "../shared/actor.js";
import { TopLevel } from "../shared/topLevel.js";

interface Question {
  record: string;
  id?: string | null | undefined;
  action: string;
}
/** What decided, and the words a refusal would use. */
type Verdict = Pick<AccessExplanation, "allowed" | "rule" | "missingPermission"> & { said: Bilingual };

/** Answers by the functions that refuse: the actor's for the permission and the union, the row rule for what is seen. @throws TopLevel */
export async function explain(pool: Pool, viewer: Viewer, { record, id, action }: Question): Promise<Verdict> {
  const permission = `${action}:${nounOf(record)}` as Permission;
  if (!(record in RECORDS) || !PERMISSIONS.includes(permission))
    throw new TopLevel("BAD_USER_INPUT", {
      zh: "没有这种记录或操作；record 如 TradeUnion，action 如 amend。",
      en: "There is no such record or action; a record is TradeUnion, say, an action amend.",
    });
  const actor = new Actor(viewer);
  const lacking = actor.whyNotSomewhere(permission);
  if (lacking) return refused(permission, lacking, permission);
  const name = record as RecordName;
  if (id == null) return allowed(permission, permission, viewer);
  const row = await rowSeen(pool, viewer, name, id, permission);
  if (!row)
    return {
      allowed: false,
      rule: `read: ${ruleOf(VISIBILITY[name])}`,
      said: { zh: "找不到该记录。", en: "There is no such record." },
    };
  if (action === "read" || action === "download" || !AMENDING[name])
    return allowed(permission, `read: ${ruleOf(VISIBILITY[name])}`, viewer);
  const elsewhere = row.anywhere
    ? undefined
    : (actor.whyNot(permission, row) ?? actor.whyNot(permission, { path: row.also }));
  return elsewhere
    ? refused(`${permission} @ subtree`, elsewhere, permission)
    : allowed(permission, `${permission} @ subtree`, viewer);

  function refused(rule: string, { said }: TopLevel, missingPermission: Permission): Verdict {
    return { allowed: false, rule, said, missingPermission };
  }
}

function allowed(permission: Permission, rule: string, { role }: Viewer): Verdict {
  const { zh, en } = ROLE_NAMES[role];
  return {
    allowed: true,
    rule,
    said: {
      zh: `您的角色（${zh}）具有权限 ${permission}。`,
      en: `Your role (${en}) holds the permission ${permission}.`,
    },
  };
}

async function rowSeen(pool: Pool, viewer: Viewer, record: RecordName, id: string, permission: Permission) {
  const mark = markOf(record);
  const amending = AMENDING[record];
  const parameters = new Parameters();
  const conditions = [
    `r.id = ${parameters.add("id", "integer", () => numberOf(record, id))}`,
    ...(mark.superseded ? ["r.known_to is null"] : []),
  ];
  const seen = visible(record, "r", viewer, parameters);
  const { sql, values } = parameters.settle(
    `select ${amending?.path("r") ?? "null"} as path, coalesce(${amending?.anywhere?.("r") ?? "false"}, false) as anywhere,
       ${(amending?.also?.[permission] ?? amending?.path)?.("r") ?? "null"} as also
     from ${mark.table} r where ${[...conditions, ...(seen ? [seen] : [])].join(" and ")}`,
  );
  const { rows } = await pool.query(sql, values({ slots: [], viewer }));
  return rows[0] as { path: string | null; anywhere: boolean; also: string | null } | undefined;
}

/** A row rule in short: "through tradeUnion", "own path". */
function ruleOf(rule: RowRule): string {
  if (typeof rule === "string") return rule;
  if ("holding" in rule) return `${rule.holding} and ${ruleOf(rule.and)}`;
  if ("through" in rule) return `through ${rule.through}`;
  return "some" in rule ? `some ${rule.some}.${rule.by}` : rule.any.map(ruleOf).join(" or ");
}
