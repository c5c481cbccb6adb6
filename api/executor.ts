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
import { answer, answerText, planOf, prepare } from "./reading/answer.js";
import type { Asked } from "./reading/plan.js";
import { stepsFirst } from "./shared/stepsFirst.js";
import { TopLevel } from "./shared/topLevel.js";

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
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, { maxErrors: 20 });
    if (coerced.errors) return { errors: coerced.errors.map((error) => asUserInput(error)) };
    const asked: Asked = { schema, operation, fragments: fragments(document), variables: coerced.coerced };
    try {
      if (operation.operation === "query") {
        const statement = context.viewer && planOf(asked, document, hash, context.viewer);
        if (statement) stepsFirst(context);
        // Refusals come now, before anything runs, so that they are the same on both ways.
        const ready = statement && context.viewer && prepare(statement, asked, context.viewer);
        if (lane && ready?.statement.isWhole)
          return { data: { [RAW]: await answerText(ready, context.house.reads) } as never };
        let answered: Promise<Record<string, unknown>> | undefined;
        context.read = async (info: GraphQLResolveInfo) => {
          if (!ready) throw signInFirst();
          answered ??= answer(ready, context.house.reads);
          return (await answered)[info.path.key];
        };
      }
      return await execute({
        schema,
        document,
        contextValue: context,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
        fieldResolver: byResponseKey,
      });
    } catch (error) {
      return { errors: [asGraphQL(error)] };
    }
  };
}

const unclearOperation = (name: string | null | undefined) =>
  new TopLevel("BAD_USER_INPUT", {
    zh: name ? `请求中没有名为 ${name} 的操作。` : "请求含有多个操作，请用 operationName 指明其一。",
    en: name ? `The document has no operation ${name}.` : "The document has several operations; name one by operationName.",
  });

export const signInFirst = () =>
  new TopLevel("UNAUTHENTICATED", {
    zh: "请先登录，或随请求提供有效的访问令牌。",
    en: "Sign in first, or send a valid token with the request.",
  });

function asUserInput(error: GraphQLError): GraphQLError {
  const { message, nodes, path, originalError } = error;
  return new GraphQLError(message, { nodes, path, originalError, extensions: { code: "BAD_USER_INPUT" } } as never);
}

/** Texts of the database never leave the house; two of its refusals have words of their own. */
function asGraphQL(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error.extensions["code"] ? error : asUserInput(error); // a variable that does not fit its argument
  const code = (error as { code?: string }).code;
  if (code === "57014")
    return new TopLevel("UNAVAILABLE", {
      zh: "查询超时，请缩小范围后重试。",
      en: "The query took too long; narrow it and try again.",
    });
  if (code === "ECONNREFUSED" || code === "57P01" || code === "57P03" || code === "ENOENT" || code === "ECONNRESET")
    return new TopLevel("UNAVAILABLE", {
      zh: "数据库暂不可用，请稍候重试。",
      en: "The database is away for a moment; try again shortly.",
    });
  return new GraphQLError("internal", {
    originalError: error as Error,
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  } as never);
}
