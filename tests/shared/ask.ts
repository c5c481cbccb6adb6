import { createHash, randomUUID } from "node:crypto";
import { type GraphQLSchema, parse, validate } from "graphql";
import { openSession, viewerOfCookie, viewerOfToken } from "../../api/access/session.js";
import type { Context, Visit } from "../../api/context.js";
import { createExecutor, type Executor } from "../../api/executor.js";
import { buildContract } from "../../api/schema.js";
import type { World } from "./world.js";

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever it asked for
  data: any;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
  /** What would go into the session cookie. */
  cookie?: string | null;
  /** Other cookies, by name. */
  cookies?: Record<string, string | null>;
}

/** Asks as an account of the world, as the bearer of a cookie, or as nobody. */
export type Asking = (
  as: string | undefined | { cookie: string } | { token: string },
  query: string,
  variables?: Record<string, unknown>,
  visit?: Partial<Visit>,
) => Promise<Answer>;

let contract: { schema: GraphQLSchema; run: Executor } | undefined;
function theContract() {
  if (!contract) {
    const schema = buildContract();
    contract = { schema, run: createExecutor(schema) };
  }
  return contract;
}

const tokens = new Map<string, Promise<string>>();

/** Runs operations through the executor of the server, as any account of a world. */
export function asker(world: World): Asking {
  const { schema, run } = theContract();
  const tokenOf = async (username: string) => {
    const [row] = await world.sql<{ account: number; grant: number }>(
      `select a.id as account, g.id as grant from account a join role_grant g on g.account_id = a.id where username = $1`,
      [username],
    );
    if (!row) throw new Error(`nobody is called ${username}`);
    return (await openSession(world.house.reads.pool, row.account, row.grant)).token;
  };
  return async (as, query, variables = {}, visit = {}) => {
    const document = parse(query);
    const faults = validate(schema, document);
    if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join("\n"));
    let cookie: string | undefined;
    if (typeof as === "string") {
      const key = `${world.address.database} ${as}`;
      if (!tokens.has(key)) tokens.set(key, tokenOf(as));
      cookie = await tokens.get(key);
    } else if (as && "cookie" in as) cookie = as.cookie;
    const { gate } = world.house.reads;
    const caller =
      as && typeof as === "object" && "token" in as
        ? await viewerOfToken(gate, as.token, visit.address ?? "127.0.0.1")
        : cookie
          ? await viewerOfCookie(gate, cookie)
          : undefined;
    const answer: Answer = { data: null };
    const context = {
      house: world.house,
      viewer: caller?.viewer,
      account: caller?.account,
      visit: {
        requestId: randomUUID(),
        language: "zh",
        address: "127.0.0.1",
        cookies: {},
        setCookie: (value: string | null, _seconds?: number, name?: string) => {
          if (name) answer.cookies = { ...answer.cookies, [name]: value };
          else answer.cookie = value;
        },
        ...visit,
      },
      read: async () => {
        throw new Error("nobody is signed in");
      },
    } as unknown as Context;
    const result = await run({ document, variables, hash: createHash("sha256").update(query).digest("hex"), context });
    return Object.assign(answer, JSON.parse(JSON.stringify(result)));
  };
}
