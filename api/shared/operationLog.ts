import type { ApolloServerPlugin } from "@apollo/server";
import type { Context, House } from "../context.js";

/** One line for each operation: who, what by hash or trusted name, how it ended, how long it took. Never what was asked with. */
export function operationLog(house: House): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => {
      const begun = performance.now();
      return {
        willSendResponse: async ({ response, queryHash, operationName, contextValue }) => {
          const { visit, account } = contextValue;
          const errors = response.body.kind === "single" ? response.body.singleResult.errors : undefined;
          const facts = {
            requestId: visit.requestId,
            document: queryHash?.slice(0, 12),
            // A name in free text is the sender's own text and may say anything.
            ...(visit.isTrusted && operationName ? { operation: operationName } : {}),
            ...(account ? { accountId: account.id } : {}),
            ...(errors?.[0] ? { code: errors[0].extensions?.["code"] } : {}),
            milliseconds: Math.round(performance.now() - begun),
          };
          if (errors) house.log.warn(facts, "operation refused");
          else house.log.info(facts, "operation");
        },
      };
    },
  };
}
