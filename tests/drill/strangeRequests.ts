import "reflect-metadata";
import { inspect } from "node:util";
import fc from "fast-check";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { createServer } from "../../api/server.js";
import { openWorld, PASSWORD } from "../shared/world.js";
import type { Drill } from "./main.js";
import { request } from "./strangeWords.js";

const RUNS = 4_000;
/** What a database or a stack would say; none of it may reach a client. */
const LEAKS =
  /\b(select|insert|update|delete)\b .*\b(from|into|set|where)\b|violates|syntax error at|pg_|node_modules|\.(ts|js):\d+|password_hash/i;

/** Strange requests of every kind, as nobody and as an official: each is answered in words with a code, none breaks in. */
export const drill: Drill = async ({ seed, scale }) => {
  const world = await openWorld();
  const logged: object[] = [];
  world.house.log.error = (facts) => void logged.push(facts);
  const app = await createServer(world.house);
  try {
    const cookie = await signIn(app);
    const kept = async () =>
      JSON.stringify(
        await world.sql(
          "select (select count(*) from audit_entry where account_id is not null and kind = 'CHANGE') as changes, (select count(*) from trade_union) as unions, (select count(*) from person) as persons",
        ),
      );
    const before = await kept();
    const property = fc.asyncProperty(request, fc.boolean(), async ({ method, url, type, payload }, isSignedIn) => {
      const begun = Date.now();
      const headers = { ...(type ? { "content-type": type } : {}), ...(isSignedIn ? { cookie } : {}) };
      logged.length = 0;
      judge(
        await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) }),
        url.startsWith("/graphql"),
        logged,
      );
      if (Date.now() - begun > 10_000) throw new Error("took over 10 s");
    });
    await fc.assert(property, { seed, numRuns: Math.max(50, Math.round(RUNS * scale)), endOnFailure: true });
    if ((await kept()) !== before) throw new Error("strange requests changed something");
    const sound = await app.inject({
      method: "POST",
      url: "/graphql",
      headers: { cookie },
      payload: { query: "{ tradeUnions { totalCount } }" },
    });
    if (!(sound.json().data?.tradeUnions?.totalCount > 0)) throw new Error(`no sound answer afterwards: ${sound.body}`);
  } finally {
    await app.close();
    await world.end();
  }
};

async function signIn(app: FastifyInstance): Promise<string> {
  const query = "mutation ($input: LoginInput!) { login(input: $input) { userErrors { code } } }";
  const answer = await app.inject({
    method: "POST",
    url: "/graphql",
    payload: { query, variables: { input: { username: "official", password: PASSWORD } } },
  });
  const [first] = answer.cookies;
  if (!first) throw new Error(`nobody could sign in: ${answer.body}`);
  return `${first.name}=${first.value}`;
}

function judge(answer: LightMyRequestResponse, isGraphql: boolean, logged: object[]): void {
  const said = `${answer.statusCode} ${answer.body.slice(0, 400)} ${inspect(logged)}`;
  if (answer.statusCode >= 500) throw new Error(said);
  if (!isGraphql) return;
  if (answer.statusCode === 404 || answer.statusCode === 405 || answer.statusCode === 204) return;
  const body = answer.json() as { data?: unknown; errors?: { message?: string; extensions?: { code?: string } }[] };
  if (body.data === undefined && !body.errors?.length) throw new Error(`neither data nor errors: ${said}`);
  for (const { message, extensions } of body.errors ?? []) {
    if (!message || !extensions?.code || extensions.code === "INTERNAL_SERVER_ERROR") throw new Error(said);
    if (LEAKS.test(message)) throw new Error(`says too much: ${said}`);
  }
}
