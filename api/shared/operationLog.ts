import type { ApolloServerPlugin } from "@apollo/server";
import type { Context, House } from "../context.js";

interface Ended {
  hash: string | undefined;
  operationName: string | null | undefined;
  /** performance.now() when it came. */
  begun: number;
  /** Code of the first error. */
  code?: unknown;
}

/** One line for each operation: who, what by hash or trusted name, how it ended, how long it took. Never what was asked with. */
export function logOperation(
  house: House,
  { visit, account }: Context,
  { hash, operationName, begun, code }: Ended,
): void {
  const facts = {
    requestId: visit.requestId,
    document: hash?.slice(0, 12),
    // A name in free text is the sender's own text and may say anything.
    operation: visit.isTrusted && operationName ? operationName : undefined,
    accountId: account?.id,
    code,
    milliseconds: Math.round(performance.now() - begun),
  };
  if (code === undefined) house.log.info(facts, "operation");
  else house.log.warn(facts, "operation refused");
}

/** The same for what goes through Apollo. */
export function operationLog(house: House): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      const begun = performance.now();
      return {
        willSendResponse: async ({ response, queryHash, operationName, contextValue }) => {
          const errors = response.body.kind === "single" ? response.body.singleResult.errors : undefined;
          const code = errors?.[0]?.extensions?.["code"];
          logOperation(house, contextValue, { hash: queryHash, operationName, begun, code });
        },
      };
    },
  };
}
