import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { openSession } from "../../api/access/session.js";
import { createToken } from "../../api/access/tokens.actions.js";
import type { House } from "../../api/context.js";
import type { Guards } from "../../api/guards.js";
import { createServer } from "../../api/server.js";
import { SESSION_COOKIE } from "../../api/visits.js";
import type { World } from "./world.js";

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever it asked for
type Body = { data?: any; errors?: { message: string; extensions: Record<string, any> }[]; extensions?: any };

/** An answer over HTTP, with its parsed body and the code of its first error. */
export interface Told {
  response: LightMyRequestResponse;
  body: Body;
  code: string | undefined;
}

export interface Served {
  app: FastifyInstance;
  /** Puts a document, or any body, to /graphql with the headers of a caller. */
  ask(document: string | object, headers?: Record<string, string>, variables?: object): Promise<Told>;
  end(): Promise<void>;
}

/** The server over a world, with any of its guards taken away. */
export async function serve(world: World, guards: Partial<Guards> = {}, house: Partial<House> = {}): Promise<Served> {
  const app = await createServer({ ...world.house, ...house }, guards);
  return {
    app,
    async ask(document, headers = {}, variables) {
      const payload =
        typeof document === "string" ? { query: document, ...(variables ? { variables } : {}) } : document;
      const response = await app.inject({ method: "POST", url: "/graphql", headers, payload });
      const body = response.json() as Body;
      return { response, body, code: body.errors?.[0]?.extensions["code"] as string | undefined };
    },
    end: async () => void (await app.close()),
  };
}

/** Headers of a console session of an account of the world. */
export async function asConsole(world: World, username: string): Promise<{ cookie: string }> {
  const [row] = await world.sql<{ account: number; grant: number }>(
    "select a.id as account, g.id as grant from account a join role_grant g on g.account_id = a.id where username = $1",
    [username],
  );
  if (!row) throw new Error(`nobody is called ${username}`);
  const { token } = await openSession(world.house.reads.pool, row.account, row.grant);
  return { cookie: `${SESSION_COOKIE}=${token}` };
}

/** Headers of a partner with a new token, and the holder of its bucket. */
export async function asPartner(
  world: World,
  username: string,
): Promise<{ headers: { authorization: string }; holder: string }> {
  const { token, prefix } = await createToken(world.house.reads.pool, { name: "partner", username });
  return { headers: { authorization: `Bearer ${token}` }, holder: `token:${prefix}` };
}
