import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { GraphQLObjectType, GraphQLResolveInfo } from "graphql";
import { RECORDS, type RecordName } from "../../schema/records.js";
import type { Refusal } from "../../schema/shared/refusal.rules.js";
import { markOf } from "../../schema/shared/register.js";
import type { Context, House } from "../context.js";
import { compileRecord } from "../reading/operation.js";
import { type Asked, type Chosen, choose } from "../reading/plan.js";
import { numberOf } from "../reading/predicates.js";
import type { Viewer } from "../reading/viewer.js";
import { Actor } from "./actor.js";
import { actIn, announce } from "./announce.js";
import type { Deed } from "./deed.js";
import { recordDenial } from "./denials.js";
import { brokenRules, faultsOf, inFieldOrder } from "./faults.js";
import { ownUnion, recordAccess } from "./logbook.js";
import { payload, userError } from "./payload.js";
import { asRefusal, isAway, isPassing } from "./problems.js";
import { Refused } from "./refuse.js";
import { indexesOf } from "./sealedPlaces.js";
import { stepsFirst } from "./stepsFirst.js";
import { TopLevel } from "./topLevel.js";
import { ask } from "./transaction.js";

const TRIES = 4;
type Written = { id: number };

/** Everything one mutation field needs to go through. */
interface Passage {
  name: string;
  deed: Deed;
  input: object;
  context: Context;
  viewer: Viewer;
  info: GraphQLResolveInfo;
  /** What the rules of the input hold against it; told together with what the records say. */
  broken: readonly Refusal[];
}

/**
 * The door of every change. Each mutation field gets its own entity manager and one transaction: who and why is set for the
 * audit, the action runs, what it changed is flushed, the answer is read in the same transaction, and all is committed.
 */
export async function enter(
  name: string,
  deed: Deed,
  input: object,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const { viewer } = context;
  if (!viewer)
    throw new TopLevel("UNAUTHENTICATED", {
      zh: "请先登录，或随请求提供有效的访问令牌。",
      en: "Sign in first, or send a valid token with the request.",
    });
  const passage: Passage = { name, deed, input, context, viewer, info, broken: [] };
  try {
    stepsFirst(context);
    if (deed.inPerson && !context.account?.sessionId) throw notByToken();
    new Actor(viewer).mustSomewhere(deed.permission);
    const faults = faultsOf(input, deed.input);
    const broken = brokenRules(input, deed.input, viewer.today, faults);
    if (faults.length > 0) return refused(passage, inFieldOrder([...faults, ...broken], deed.input));
    return await persist({ ...passage, broken: inFieldOrder(broken, deed.input) });
  } catch (error) {
    if (error instanceof TopLevel) {
      context.house.log.warn(
        {
          requestId: context.visit.requestId,
          accountId: viewer.accountId,
          action: name,
          code: error.extensions["code"],
        },
        "change denied",
      );
      await recordRefusal(passage, error);
      throw error;
    }
    if (error instanceof Refused) return refused(passage, error.refusals);
    const refusal = asRefusal(error);
    if (!refusal) throw isAway(error) ? busy() : error;
    return refused(passage, [refusal]);
  }
}

const busy = () =>
  new TopLevel("UNAVAILABLE", {
    zh: "系统繁忙或数据库暂不可用，未作任何修改，请稍候重试。",
    en: "The system is busy or its database away for a moment. Nothing was changed; try again shortly.",
  });

/** A change that was denied is recorded; should that fail, it stays denied. */
async function recordRefusal({ name, deed, input, context, viewer }: Passage, { extensions }: TopLevel): Promise<void> {
  if (extensions["code"] !== "FORBIDDEN" && extensions["code"] !== "NOT_FOUND") return;
  const { table } = markOf(deed.record);
  await recordDenial(context.house.reads.pool, String(viewer.accountId), {
    kind: "DENIAL",
    action: name,
    accountId: viewer.accountId,
    record: table,
    recordId: Math.max(0, numberOf(recordOf(deed), (input as { id?: string }).id)),
    tradeUnionId: ownUnion(viewer),
    requestId: context.visit.requestId,
    facts: { code: extensions["code"], permission: extensions["permission"] },
  }).catch((error: Error) =>
    context.house.log.error({ action: name, fault: error.message }, "a denial was not recorded"),
  );
}

const notByToken = () =>
  new TopLevel("FORBIDDEN", {
    zh: "此项操作须本人登录办理，不接受访问令牌。",
    en: "This is done signed in, in person; an access token will not do.",
  });

/** Tries again what lost a race that passes by itself. */
async function persist(passage: Passage, attempt = 1): Promise<unknown> {
  try {
    return await change(passage);
  } catch (error) {
    if (!isPassing(error) || attempt >= TRIES) throw error;
    await new Promise((resolve) => setTimeout(resolve, attempt * 20 * (1 + Math.random())));
    return persist(passage, attempt + 1);
  }
}

function change(passage: Passage): Promise<unknown> {
  const { name, deed, input, context, viewer, broken } = passage;
  const { reason } = input as { reason?: string | null };
  return actIn(context, viewer, { name, reason }, async (act) => {
    act.note(...broken);
    const written = (await deed.act(act, input)) as Written;
    act.settle();
    await act.em.flush();
    return answered(passage, [], (chosen) => read(act.em, passage, chosen, written.id), act.told);
  });
}

const askedBy = (info: GraphQLResolveInfo, house: House): Asked => ({
  indexes: indexesOf(house),
  schema: info.schema,
  operation: info.operation,
  fragments: info.fragments,
  variables: info.variableValues,
});

async function read(
  em: SqlEntityManager,
  { deed, context, viewer, info }: Passage,
  chosen: Chosen,
  id: number,
): Promise<unknown> {
  const asked = askedBy(info, context.house);
  const statement = compileRecord(asked, viewer, recordOf(deed), chosen, id);
  const [row] = await ask<Record<string, unknown>>(em, statement.sql, statement.values(statement.given(asked, viewer)));
  const [value] = Object.values(row ?? {});
  const found = (typeof value === "string" ? JSON.parse(value) : value) as Record<string, unknown>;
  return ((statement.finish?.(found) ?? found) as Record<string, unknown>)["record"];
}

/** Nothing was written. On a conflict the record is shown as others have left it. */
async function refused(passage: Passage, refusals: readonly Refusal[]): Promise<unknown> {
  const { deed, input, context } = passage;
  const id = numberOf(recordOf(deed), (input as { id?: string }).id);
  const isConflict = id > 0 && refusals.some(({ code }) => code === "CONFLICT");
  return answered(passage, refusals, async (chosen) => {
    if (!isConflict) return null;
    await recordShown(passage, id);
    const em = context.house.orm.em.fork() as unknown as SqlEntityManager;
    return em.transactional(
      async (inside) => {
        await announce(inside as SqlEntityManager, { name: passage.name }, context, passage.viewer);
        return read(inside as SqlEntityManager, passage, chosen, id);
      },
      { readOnly: true },
    );
  });
}

/** A watched record that is only shown, as nothing was written, is entered as read. */
async function recordShown({ deed, context, viewer }: Passage, id: number): Promise<void> {
  const { name, table, watched } = markOf(deed.record);
  if (!watched) return;
  const { requestId } = context.visit;
  await recordAccess(context.house.reads.pool, {
    viewer,
    action: `read${name}`,
    record: table,
    ids: [id],
    fields: [],
    requestId,
  });
}

const recordOf = (deed: Deed): RecordName => markOf(deed.record).name;

/** The payload by response key, so that aliases of the record each have their own selection. */
async function answered(
  { deed, context, info }: Passage,
  refusals: readonly Refusal[],
  record: (chosen: Chosen) => Promise<unknown>,
  told: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const type = info.schema.getType((deed.payload ?? payload(deed.record)).name) as GraphQLObjectType;
  const result: Record<string, unknown> = {};
  for (const chosen of choose(askedBy(info, context.house), type, info.fieldNodes)) {
    if (chosen.name === "userErrors")
      result[chosen.key] = refusals.map((refusal) => userError(refusal, context.visit.language));
    else if (chosen.name === RECORDS[recordOf(deed)].one) result[chosen.key] = await record(chosen);
    else if (chosen.name in told) result[chosen.key] = told[chosen.name];
  }
  return result;
}
