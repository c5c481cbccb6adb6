import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../context.js";
import { RAW } from "../executor.js";
import { headOf, isModern } from "./httpRefusal.js";

/**
 * Classic JSON answers 200 for a well-formed request, whatever became of it; the newer media type tells by status. Who has to
 * wait is told so in either.
 */
export const httpHead: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response }) => {
      if (response.body.kind !== "single") return;
      const { data, errors } = response.body.singleResult;
      const modern = isModern(request.http?.headers.get("accept"));
      if (response.http.status === 400 && request.query && !modern) response.http.status = 200;
      if (!errors || hasAnything(data)) return;
      if (modern && data === undefined) response.http.status ??= 400;
      const head = errors
        .map(({ extensions }) => headOf(extensions?.["code"], extensions?.["retryAfter"]))
        .find(Boolean);
      if (!head) return;
      response.http.status = head.status;
      for (const [name, value] of head.headers) response.http.headers.set(name, value);
    },
  }),
};

const hasAnything = (data: object | null | undefined) =>
  data != null && (RAW in data || Object.values(data).some((value) => value !== null));
