import { type GraphQLObjectType, type GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Query, Resolver } from "type-graphql";
import { permissionsOf } from "../../schema/access/permissions.rules.js";
import { ChangePasswordPayload, LoginPayload, LogoutPayload, SignedIn } from "../../schema/access/signedIn.js";
import { ChangePasswordInput, LoginInput } from "../../schema/access/signIn.input.js";
import type { Context } from "../context.js";
import { choose } from "../reading/plan.js";
import { userError } from "../shared/payload.js";
import { Refused } from "../shared/refuse.js";
import { TopLevel } from "../shared/topLevel.js";
import { changePassword, login, logout } from "./signIn.actions.js";

/** Signing in and out, and who is asking. These need no grant, so they do not go through the door of records. */
@Resolver()
export class AccessResolver {
  @Query(() => SignedIn, {
    nullable: true,
    description: "当前使用者；未登录时为空。Who is asking; null when nobody is signed in.",
  })
  async viewer(@Ctx() { viewer, account, house }: Context): Promise<SignedIn | null> {
    if (!viewer || !account) return null;
    const {
      username,
      displayName,
      mustChangePassword = false,
    } = account as typeof account & { mustChangePassword?: boolean };
    const scope = viewer.path === undefined ? undefined : await scopeOf(house.reads.gate, viewer.path);
    return {
      account: { username, displayName, role: viewer.role, mustChangePassword },
      ...(scope ? { scope } : {}),
      today: viewer.today,
      permissions: permissionsOf(viewer.role),
    };
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
    return outcome(context, () => login(context.house.reads.gate, input, context.visit));
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
    const { account } = context;
    if (!account?.sessionId) throw new TopLevel("UNAUTHENTICATED", { zh: "请先登录。", en: "Sign in first." });
    return outcome(context, () => changePassword(context.house.reads.gate, account.username, input, context.visit));
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
