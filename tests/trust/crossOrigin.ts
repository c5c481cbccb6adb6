import { documentHash } from "../../api/access/trustedDocuments.js";
import { asConsole, type Served, serve } from "../shared/served.js";
import type { World } from "../shared/world.js";
import type { Promised } from "./promise.js";
import { withWorld } from "./worldBench.js";

const METHODS = ["GET", "POST", "PUT"] as const;
const TYPES = [
  undefined,
  "application/json",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/graphql",
];
/** What a page of another site can send without being asked first: no header of its own, and one of these types. */
const SIMPLE = [undefined, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];
const QUERY = "{ tradeUnions { totalCount } }";
const CHANGE = "mutation { logout { userErrors { code } } }";
const OPEN = "query viewer { viewer { account { username } } }";

interface Request {
  method: (typeof METHODS)[number];
  type: string | undefined;
  query: string;
}
const requests = (types: readonly (string | undefined)[]): Request[] =>
  METHODS.flatMap((method) => types.flatMap((type) => [QUERY, CHANGE].map((query) => ({ method, type, query }))));

function sentAs({ method, type, query }: Request, headers: Record<string, string>) {
  if (method === "GET") return { method, url: `/graphql?query=${encodeURIComponent(query)}`, headers };
  const payload = type?.startsWith("application/x-www")
    ? `query=${encodeURIComponent(query)}`
    : JSON.stringify({ query });
  return { method, url: "/graphql", headers, payload };
}

/** Requests of another site that ran, each with a session of its own in its cookie. */
async function ran(world: World, served: Served, origin: string | undefined, types: typeof TYPES): Promise<string[]> {
  const found: string[] = [];
  for (const request of requests(types)) {
    const { cookie } = await asConsole(world, "official");
    const { method, type, query } = request;
    const headers = { cookie, ...(type ? { "content-type": type } : {}), ...(origin ? { origin } : {}) };
    const { body } = await served.app.inject(sentAs(request, headers));
    const [session] = await world.sql<{ revoked: boolean }>(
      "select revoked_at is not null as revoked from session order by id desc limit 1",
    );
    if (session?.revoked || body.includes('totalCount":')) found.push(`${method} ${type} from ${origin} ran ${query}`);
  }
  return found;
}

/** Documents that were not built with the console, sent by its session, with any hash or none. */
async function untrusted(world: World, served: Served): Promise<string[]> {
  const cookie = await asConsole(world, "official");
  const named = (sha256Hash: string, query?: string) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash } },
    ...(query ? { query } : {}),
  });
  const bodies: object[] = [
    { query: QUERY },
    { query: `${OPEN} ` },
    named(documentHash(QUERY)),
    named(documentHash(QUERY), QUERY),
    named(documentHash(OPEN).replace(/.$/, "_"), QUERY),
    { query: QUERY, documentId: "x" },
    { query: QUERY, documentId: documentHash(QUERY) },
  ];
  const found: string[] = [];
  for (const body of bodies) {
    const { code, body: answer } = await served.ask(body, cookie);
    if (code === undefined || answer.data) found.push(`ran ${JSON.stringify(body)}`);
  }
  const known = await served.ask(named(documentHash(OPEN)), cookie);
  if (known.body.data?.viewer?.account.username !== "official")
    throw new Error("the console's own does not run either");
  return found;
}

export const crossOrigin: Promised = {
  words:
    "of 3 methods × 6 content types from another site, with cookies, nothing runs; outside demonstration mode a console session's own text is refused",
  check: (trial) =>
    withWorld(trial, async (world) => {
      const guards = trial.mutant?.guards ?? {};
      const open = await serve(world, guards);
      const documents = new Map([[documentHash(OPEN), OPEN]]);
      const real = await serve(world, { documents, ...guards }, { demonstration: false });
      try {
        return [
          ...(await ran(world, open, "https://evil.example", TYPES)),
          ...(await ran(world, open, undefined, SIMPLE)),
          ...(await untrusted(world, real)),
        ];
      } finally {
        await Promise.all([open.end(), real.end()]);
      }
    }),
  mutants: {
    "CSRF prevention off": { guards: { preventsCsrf: false } },
    "the origin is not looked at": { guards: { checksOrigin: false } },
    "a console session may send any text": { guards: { refusesText: false } },
    "an unknown hash falls back to the text": {
      code: {
        file: "dist/api/access/admission.js",
        find: "return { query: text, isTrusted: false };",
        put: "return { query: text, isTrusted: true };",
      },
    },
  },
};
