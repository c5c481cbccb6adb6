import { Reference } from "@mikro-orm/core";
import { RoleGrant } from "../../schema/access/account.entity.js";
import type { CreateTokenInput, RevokeTokenInput } from "../../schema/access/account.input.js";
import { ApiToken } from "../../schema/access/apiToken.entity.js";
import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";
import { newTokenSecret, tokenFaults } from "./tokens.actions.js";

const DAY_MILLISECONDS = 86_400_000;
const USUAL_DAYS = 90;

/** A token acts under the grant in use of its maker: never wider, later or in more places. The secret is in the answer and nowhere else. */
export async function createTokenByDeed(act: Act, input: CreateTokenInput): Promise<ApiToken> {
  const { viewer, actor, note, settle } = act;
  const chosen = await act.refer(TradeUnion, input.tradeUnionId, "tradeUnionId", "范围。Subtree.");
  note(...tokenFaults(viewer.role, input.scopes, input.addresses ?? []));
  settle();
  const union = chosen ?? (await ownUnion(act));
  actor.must("create:api-token", union);
  const { token, prefix, tokenHash } = newTokenSecret();
  const made = new ApiToken();
  made.name = input.name;
  made.prefix = prefix;
  made.tokenHash = tokenHash;
  made.scopes = [...new Set(input.scopes)];
  made.addresses = [...new Set(input.addresses ?? [])];
  made.roleGrant = Reference.createFromPK(RoleGrant, viewer.grantId as number) as never;
  if (union) made.tradeUnion = Reference.create(union);
  made.expiresAt = new Date(Date.now() + (input.days ?? USUAL_DAYS) * DAY_MILLISECONDS);
  act.em.persist(made);
  act.told["token"] = token;
  return made;
}

async function ownUnion(act: Act): Promise<TradeUnion | undefined> {
  const { path } = act.viewer;
  if (path === undefined) return undefined;
  return (await act.em.findOneOrFail(TradeUnion, { path } as never)) as TradeUnion;
}

/** A token is refused everywhere within a second; what it did stays in the log. */
export async function revokeTokenByDeed(act: Act, input: RevokeTokenInput): Promise<ApiToken> {
  const token = await act.load(ApiToken, input, ["tradeUnion"]);
  act.actor.must("revoke:api-token", token.tradeUnion?.getEntity());
  if (token.revokedAt)
    act.note(
      because("ILLEGAL_TRANSITION", ["id"], { zh: "该令牌已撤销。", en: "The token has been revoked already." }),
    );
  act.settle();
  token.revokedAt = new Date();
  return token;
}
