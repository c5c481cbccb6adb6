import { Reference } from "@mikro-orm/core";
import { Account, RoleGrant } from "../../schema/access/account.entity.js";
import type { CreateAccountInput, GrantRoleInput, RevokeGrantInput } from "../../schema/access/account.input.js";
import { type GranterFacts, whyNotGrant } from "../../schema/access/grants.rules.js";
import { ROLES, type Role } from "../../schema/access/permissions.rules.js";
import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import type { UnionType } from "../../schema/hierarchy/unionType.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";

/** A role is given over a union and everything below it, for a time or until revoked. */
export async function grantRole(act: Act, input: GrantRoleInput): Promise<RoleGrant> {
  const account = await act.refer(Account, input.accountId, "accountId", "账号。Account.");
  const union = await act.refer(TradeUnion, input.tradeUnionId, "tradeUnionId", "管辖范围。Scope.");
  act.settle();
  act.actor.must("grant:role-grant", union);
  if ((account as Account).disabledAt)
    act.note(
      because("ILLEGAL_TRANSITION", ["accountId"], {
        zh: "该账号已停用，不能再授权。",
        en: "The account is disabled and is given no roles.",
      }),
    );
  return grantOf(account as Account, union, input, act);
}

/** The grant of an account, once it has been asked whether it may be given. Shared with the making of accounts. */
export async function grantOf(
  account: Account,
  union: TradeUnion | undefined,
  { role, validFrom, validThrough }: Pick<CreateAccountInput, "role" | "validFrom" | "validThrough">,
  act: Act,
): Promise<RoleGrant> {
  act.note(whyNotGrant(await granter(act), { accountId: account.id ?? 0, role, hasUnion: union !== undefined }, ROLES));
  const from = validFrom ?? act.today;
  if (from < act.today) act.note(refusal("OUT_OF_RANGE", { least: act.today }, ["validFrom"]));
  if (validThrough && validThrough < from) act.note(refusal("OUT_OF_RANGE", { least: from }, ["validThrough"]));
  act.settle();
  const grant = new RoleGrant();
  grant.account = Reference.create(account);
  grant.role = role;
  if (union) grant.tradeUnion = Reference.create(union);
  grant.validFrom = from;
  if (validThrough) grant.validThrough = validThrough;
  act.em.persist(grant);
  return grant;
}

/** A role is taken back: at once, or with the end of a day. Sessions and tokens under it go with it. */
export async function revokeGrant(act: Act, input: RevokeGrantInput): Promise<RoleGrant> {
  const grant = await act.load(RoleGrant, input, ["tradeUnion", "account"]);
  const union = grant.tradeUnion?.getEntity();
  act.actor.must("revoke:role-grant", union);
  act.note(
    whyNotGrant(
      await granter(act),
      { accountId: grant.account.id, role: grant.role, hasUnion: union !== undefined },
      ROLES,
    ),
  );
  if (grant.revokedAt)
    act.note(
      because("ILLEGAL_TRANSITION", ["id"], { zh: "该授权已撤销。", en: "The grant has been revoked already." }),
    );
  const { validThrough } = input;
  if (validThrough && (validThrough < act.today || validThrough < grant.validFrom))
    act.note(refusal("OUT_OF_RANGE", { least: act.today }, ["validThrough"]));
  act.settle();
  if (validThrough) grant.validThrough = validThrough;
  else grant.revokedAt = new Date();
  return grant;
}

async function granter(act: Act): Promise<GranterFacts> {
  const { accountId, role, path } = act.viewer;
  const [top] = path ? await act.ask<{ type: UnionType }>("select type from trade_union where path = $1", [path]) : [];
  return { accountId, role: role as Role, unionType: top?.type };
}
