import { type GraphQLObjectType, type GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import { AccessExplanation } from "../../schema/access/explained.js";
import { permissionsOf } from "../../schema/access/permissions.rules.js";
import {
  ChangePasswordPayload,
  ConfirmSecondFactorPayload,
  EnrolSecondFactorPayload,
  LoginPayload,
  LogoutPayload,
  OwnGrant,
  OwnSession,
  RevokeSessionPayload,
  SignedIn,
  SwitchGrantPayload,
} from "../../schema/access/signedIn.js";
import {
  ChangePasswordInput,
  ConfirmSecondFactorInput,
  EnrolSecondFactorInput,
  LoginInput,
  RevokeSessionInput,
  SwitchGrantInput,
} from "../../schema/access/signIn.input.js";
import type { Context } from "../context.js";
import { signInFirst } from "../executor.js";
import { choose } from "../reading/plan.js";
import { holds } from "../reading/viewer.js";
import { userError } from "../shared/payload.js";
import { Refused } from "../shared/refuse.js";
import { stepLeft, stepsFirst } from "../shared/stepsFirst.js";
import { TopLevel } from "../shared/topLevel.js";
import { explain } from "./explainAccess.js";
import { inPerson, ownGrants, ownSessions, revokeSession, switchGrant } from "./ownGrants.actions.js";
import { confirmSecondFactor, enrolSecondFactor } from "./secondFactor.actions.js";
import { changePassword, login, logout } from "./signIn.actions.js";

/** Signing in and out, and who is asking. These need no grant, so they do not go through the door of records. */
@Resolver(() => SignedIn)
export class AccessResolver {
  @Query(() => SignedIn, {
    nullable: true,
    description: "当前使用者；未登录时为空。Who is asking; null when nobody is signed in.",
  })
  async viewer(@Ctx() context: Context): Promise<SignedIn | null> {
    const { viewer, account, house } = context;
    if (!viewer || !account) return null;
    const { username, displayName, mustChangePassword, hasSecondFactor, token } = account;
    const scope = viewer.path === undefined ? undefined : await scopeOf(house.reads.gate, viewer.path);
    const step = stepLeft(context);
    return {
      account: { username, displayName, role: viewer.role, mustChangePassword, hasSecondFactor },
      ...(scope ? { scope, subtree: scope } : {}),
      ...(step ? { stepFirst: step } : {}),
      ...(viewer.scopes ? { scopes: viewer.scopes } : {}),
      ...(token ? { expiresAt: token.expiresAt } : {}),
      today: viewer.today,
      permissions: permissionsOf(viewer.role).filter((permission) => holds(viewer, permission)),
    };
  }

  @FieldResolver(() => [OwnGrant], {
    description: "本人的有效授权；令牌只有其所依的一项。One's own grants in force; a token has the one it acts under.",
  })
  async grants(@Root() _viewer: SignedIn, @Ctx() { viewer, account, house }: Context): Promise<OwnGrant[]> {
    if (!viewer || !account) return [];
    const grants = await ownGrants(house.reads.gate, account.id, viewer.grantId);
    return account.sessionId ? grants : grants.filter(({ inUse }) => inUse);
  }

  @Query(() => AccessExplanation, {
    description: "本人能否对某记录进行某操作，以及原因。Whether one may do something to a record, and why.",
  })
  async explainAccess(
    @Arg("record", () => String, { description: "记录种类，如 TradeUnion。Kind of record." }) record: string,
    @Arg("action", () => String, { description: "操作，如 read、create、amend。What is to be done." }) action: string,
    @Arg("id", () => ID, { nullable: true, description: "哪一条记录；为空即泛指。Which record; empty for any." })
    id: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<AccessExplanation> {
    const { viewer, house, visit } = context;
    if (!viewer) throw signInFirst();
    stepsFirst(context);
    const { pool } = house.reads;
    const { said, ...verdict } = await explain(pool, viewer, { record, action, id });
    const scope = viewer.path === undefined ? undefined : await scopeOf(pool, viewer.path);
    return { ...verdict, role: viewer.role, reason: said[visit.language], ...(scope ? { scope } : {}) };
  }

  @Query(() => [OwnSession], { description: "本人的登录会话，新者在前。One's own sessions, newest first." })
  sessions(@Ctx() context: Context): Promise<OwnSession[]> {
    return ownSessions(context);
  }

  @Mutation(() => SwitchGrantPayload, {
    description:
      "切换本次会话所用的授权，会话密钥随之更换。Chooses the grant this session acts under; its secret changes too.",
  })
  switchGrant(
    @Arg("input", () => SwitchGrantInput, { description: "哪项授权。Which grant." }) { grantId }: SwitchGrantInput,
    @Ctx() context: Context,
  ): Promise<SwitchGrantPayload> {
    return outcome(context, () => switchGrant(context, grantId));
  }

  @Mutation(() => EnrolSecondFactorPayload, {
    description: "绑定动态验证码（TOTP）第一步：再次输入密码，取得密钥。Begins setting up a second factor.",
  })
  async enrolSecondFactor(
    @Arg("input", () => EnrolSecondFactorInput, { description: "现密码。The present password." })
    input: EnrolSecondFactorInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EnrolSecondFactorPayload> {
    onlyOnce(info, "enrolSecondFactor");
    const { account: begun, userErrors } = await outcome(context, () => enrolSecondFactor(context, input));
    return { ...begun, userErrors };
  }

  @Mutation(() => ConfirmSecondFactorPayload, {
    description: "绑定第二步：输入验证器显示的数字，取得恢复码。Finishes setting up a second factor.",
  })
  async confirmSecondFactor(
    @Arg("input", () => ConfirmSecondFactorInput, { description: "验证码。The code." }) {
      code,
    }: ConfirmSecondFactorInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConfirmSecondFactorPayload> {
    onlyOnce(info, "confirmSecondFactor");
    const { account: recoveryCodes = [], userErrors } = await outcome(context, () =>
      confirmSecondFactor(context, code),
    );
    return { recoveryCodes, userErrors };
  }

  @Mutation(() => RevokeSessionPayload, { description: "结束本人的会话。Ends sessions of one's own." })
  async revokeSession(
    @Arg("input", () => RevokeSessionInput, { description: "哪个会话。Which session." }) { id }: RevokeSessionInput,
    @Ctx() context: Context,
  ): Promise<RevokeSessionPayload> {
    const { account: sessions = [], userErrors } = await outcome(context, () =>
      revokeSession(context, id ?? undefined),
    );
    return { sessions, userErrors };
  }

  @Mutation(() => LoginPayload, {
    description: "登录，会话写入仅服务器可读的 Cookie；每份文档至多一次。Signs in; at most once in a document.",
  })
  async login(
    @Arg("input", () => LoginInput, { description: "用户名与密码。Name and password." }) input: LoginInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LoginPayload> {
    onlyOnce(info, "login");
    return outcome(context, () => login(context.house, input, context.visit));
  }

  @Mutation(() => LogoutPayload, { description: "退出登录。Signs out." })
  async logout(@Ctx() { account, house, visit }: Context): Promise<LogoutPayload> {
    await logout(house.reads.gate, account, visit);
    return { userErrors: [] };
  }

  @Mutation(() => ChangePasswordPayload, { description: "修改本人密码。Changes one's own password." })
  async changePassword(
    @Arg("input", () => ChangePasswordInput, { description: "现密码与新密码。The present and the new password." })
    input: ChangePasswordInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ChangePasswordPayload> {
    onlyOnce(info, "changePassword");
    const { username } = inPerson(context);
    const who = { username, grantId: context.viewer?.grantId };
    return outcome(context, () => changePassword(context.house, who, input, context.visit));
  }
}

async function outcome<T>(
  { visit }: Context,
  work: () => Promise<T>,
): Promise<{ account?: T; userErrors: ReturnType<typeof userError>[] }> {
  try {
    return { account: await work(), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { userErrors: error.refusals.map((refusal) => userError(refusal, visit.language)) };
  }
}

/** Aliases would otherwise let one request try many passwords. */
function onlyOnce({ schema, operation, fragments, variableValues }: GraphQLResolveInfo, field: string): void {
  const asked = { schema, operation, fragments, variables: variableValues };
  const chosen = choose(asked, schema.getMutationType() as GraphQLObjectType, [operation]);
  if (chosen.filter(({ name }) => name === field).length > 1)
    throw new TopLevel("BAD_USER_INPUT", {
      zh: `每份文档至多一个 ${field}。`,
      en: `A document may hold one ${field} only.`,
    });
}

async function scopeOf(pool: Context["house"]["reads"]["pool"], path: string) {
  const { rows } = await pool.query({
    name: "scope of the viewer",
    text: "select 'tradeUnion-' || id as id, code, name from trade_union where path = $1",
    values: [path],
  });
  return rows[0] as { id: string; code: string; name: string } | undefined;
}
