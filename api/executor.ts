import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getOperationAST,
  Kind,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import type { Context } from "./context.js";
import { Meter } from "./meter.js";
import { answer, answerText, planOf, prepare } from "./reading/answer.js";
import { priceOfChanges } from "./reading/operation.js";
import type { Asked } from "./reading/plan.js";
import { isAway } from "./shared/problems.js";
import { indexesOf } from "./shared/sealedPlaces.js";
import { stepsFirst } from "./shared/stepsFirst.js";
import { TopLevel } from "./shared/topLevel.js";
import { recordReading } from "./shared/watchedReads.js";
import { withoutValue } from "./shared/withoutValue.js";

/** An operation that has passed validation. */
export interface Operation {
  document: DocumentNode;
  operationName?: string | null;
  variables?: Record<string, unknown> | undefined;
  /** Names the document in the cache of plans. */
  hash: string;
  context: Context;
}

/** Where the JSON text of a wholly compiled operation is carried to the response. */
export const RAW: unique symbol = Symbol("raw JSON");

/** Rows read by the compiler are keyed by response key, so that aliases work. */
export const byResponseKey: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) =>
  (source as Record<string | number, unknown> | undefined)?.[info.path.key];

const fragmentsOf = new WeakMap<DocumentNode, Record<string, FragmentDefinitionNode>>();
function fragments(document: DocumentNode) {
  let found = fragmentsOf.get(document);
  if (!found) {
    found = Object.fromEntries(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
    );
    fragmentsOf.set(document, found);
  }
  return found;
}

export type Executor = (operation: Operation, options?: { lane?: boolean }) => Promise<ExecutionResult>;

/** Runs operations: a query compiled whole goes out as the database wrote it, everything else is finished by graphql-js. */
export function createExecutor(schema: GraphQLSchema): Executor {
  return async ({ document, operationName, variables, hash, context }, { lane = false } = {}) => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return { errors: [unclearOperation(operationName)] };
    if (operation.operation === "subscription") return { errors: [noSubscriptions()] };
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, { maxErrors: 20 });
    if (coerced.errors) return { errors: coerced.errors.map((error) => asUserInput(error)) };
    const asked: Asked = {
      schema,
      operation,
      fragments: fragments(document),
      variables: coerced.coerced,
      indexes: indexesOf(context.house),
    };
    const meter = new Meter(context);
    try {
      if (operation.operation === "mutation")
        await meter.start(context.viewer ? priceOfChanges(asked, context.viewer) : 0);
      if (operation.operation === "query") {
        const statement = context.viewer && planOf(asked, document, hash, context.viewer);
        if (statement) stepsFirst(context);
        // Refusals come now, before anything runs, so that they are the same on both ways.
        const ready = statement && context.viewer && prepare(statement, asked, context.viewer);
        await meter.start(1, ready);
        if (lane && ready?.statement.isWhole)
          return { data: { [RAW]: await answerText(ready, meter) } as never, ...meter.told() };
        let answered: Promise<Record<string, unknown>> | undefined;
        context.read = async (info: GraphQLResolveInfo) => {
          if (!ready) throw signInFirst();
          answered ??= answer(ready, meter).then((rows) => recordReading(context, ready.statement, rows));
          return (await answered)[info.path.key];
        };
      }
      const result = await execute({
        schema,
        document,
        contextValue: context,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        fieldResolver: byResponseKey,
      });
      const errors = result.errors?.map((error) => {
        if (isAway(error.originalError)) return asGraphQL(error.originalError, error);
        const isArgument = error.originalError instanceof GraphQLError && !error.extensions["code"];
        return isArgument ? asUserInput(error) : error;
      });
      return { ...result, ...(errors ? { errors } : {}), ...meter.told() };
    } catch (error) {
      return { errors: [asGraphQL(error)], ...meter.told(true) };
    }
  };
}

const noSubscriptions = () =>
  new TopLevel("BAD_USER_INPUT", { zh: "本接口不提供订阅。", en: "There are no subscriptions in this schema." });

const unclearOperation = (name: string | null | undefined) =>
  new TopLevel("BAD_USER_INPUT", {
    zh: name ? `请求中没有名为 ${name} 的操作。` : "请求含有多个操作，请用 operationName 指明其一。",
    en: name
      ? `The document has no operation ${name}.`
      : "The document has several operations; name one by operationName.",
  });

export const signInFirst = () =>
  new TopLevel("UNAUTHENTICATED", {
    zh: "请先登录，或随请求提供有效的访问令牌。",
    en: "Sign in first, or send a valid token with the request.",
  });

function asUserInput(error: GraphQLError): GraphQLError {
  const { nodes, path, originalError } = error;
  return new GraphQLError(withoutValue(error), {
    nodes,
    path,
    originalError,
    extensions: { code: "BAD_USER_INPUT" },
  } as never);
}

/** Texts of the database never leave the house; two of its refusals have words of their own. */
function asGraphQL(error: unknown, at?: GraphQLError): GraphQLError {
  if (error instanceof GraphQLError) return error.extensions["code"] ? error : asUserInput(error); // a variable that does not fit its argument
  const path = at?.path;
  const code = (error as { code?: string }).code;
  const away =
    code === "57014"
      ? { zh: "查询超时，请缩小范围后重试。", en: "The query took too long; narrow it and try again." }
      : isAway(error) && {
          zh: "系统繁忙或数据库暂不可用，请稍候重试。",
          en: "The system is busy or its database away for a moment; try again shortly.",
        };
  const cause = away ? new TopLevel("UNAVAILABLE", away) : (error as Error);
  const extensions = { code: away ? "UNAVAILABLE" : "INTERNAL_SERVER_ERROR" };
  return new GraphQLError("internal", { originalError: cause, extensions, path } as never);
}
