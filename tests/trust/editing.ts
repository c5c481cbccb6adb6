import { type Asking, asker } from "../shared/ask.js";
import { UNION, type World } from "../shared/world.js";
import { counted, type Promised, type Trial } from "./promise.js";
import { withWorld } from "./worldBench.js";

const CLIENTS = 50;
const SECONDS = 60;
const ID = `tradeUnion-${UNION.factory}`;
const READ = `{ tradeUnion(code: "330602001-0001") { version address } }`;
const UPDATE =
  "mutation($input: UpdateTradeUnionInput!) { updateTradeUnion(input: $input) { tradeUnion { version address } userErrors { code } } }";

interface Seen {
  version: number;
  address: string | null;
}
interface Success {
  /** What the client had before its eyes, and what it put there. */
  seen: Seen;
  written: string;
}

const faultOf = (errors: readonly { extensions?: Record<string, unknown> }[]) =>
  errors[0]?.extensions?.["code"] ?? "INTERNAL_SERVER_ERROR";

/** Reads and writes one record again and again; a refused writer must be shown what is there now. */
async function client(ask: Asking, name: string, until: number, found: string[]): Promise<Success[]> {
  const won: Success[] = [];
  for (let turn = 0; performance.now() < until; turn++) {
    const seen = (await ask("tashan", READ)).data.tradeUnion as Seen;
    const written = `${name} turn ${turn}`;
    const { data, errors } = await ask("tashan", UPDATE, {
      input: { id: ID, version: seen.version, address: written },
    });
    const { tradeUnion, userErrors } = data?.updateTradeUnion ?? { userErrors: [] };
    const code = errors?.length ? faultOf(errors) : userErrors[0]?.code;
    if (code === undefined) won.push({ seen, written });
    else found.push(...wrongly(code, seen, tradeUnion));
  }
  return won;
}

/** What is wrong with how a loser was told. */
function wrongly(code: unknown, seen: Seen, shown: Seen | null): string[] {
  if (code === "UNAVAILABLE" || (code === "CONFLICT" && (shown?.version ?? 0) > seen.version)) return [];
  return [`a loser of version ${seen.version} was told ${code} and shown ${shown?.version}`];
}

/** Writes that stand in the log over another value than their writer had seen. */
async function unseen(world: World, won: Success[]): Promise<string[]> {
  const rows = await world.sql<{ was: string | null; is: string }>(
    "select before ->> 'address' as was, after ->> 'address' as is from audit_entry where record = 'trade_union' and record_id = $1 and kind = 'CHANGE' and action = 'updateTradeUnion'",
    [UNION.factory],
  );
  const before = new Map(rows.map(({ was, is }) => [is, was]));
  return won
    .filter(({ seen, written }) => !before.has(written) || before.get(written) !== seen.address)
    .map(({ seen, written }) => `${written} saw ${seen.address} and overwrote ${before.get(written)}`);
}

async function check(trial: Trial): Promise<string[]> {
  return withWorld(trial, async (world) => {
    const ask = asker(world);
    const found: string[] = [];
    const start = (await ask("tashan", READ)).data.tradeUnion as Seen;
    const until = performance.now() + counted(trial, SECONDS, 4) * 1_000;
    const clients = Array.from({ length: CLIENTS }, (_, index) => client(ask, `client ${index}`, until, found));
    const won = (await Promise.all(clients)).flat();
    const end = (await ask("tashan", READ)).data.tradeUnion as Seen;
    if (won.length < 3) throw new Error(`only ${won.length} writes went through`);
    if (end.version - start.version !== won.length)
      found.push(
        `the version rose by ${end.version - start.version}, ${won.length} writes were told that they went through`,
      );
    return [...found, ...(await unseen(world, won))];
  });
}

export const editing: Promised = {
  words:
    "fifty clients at one record: the version rises once for each success, no value is overwritten unseen, and losers are shown the current one",
  check,
  mutants: {
    "the version that was sent is not compared": {
      code: {
        file: "dist/api/shared/act.js",
        find: "if (version !== undefined && kept.version !== version)",
        put: "if (version === -1)",
      },
    },
    "WHERE version dropped": {
      sql: "drop trigger guard_version on trade_union",
      code: {
        file: "node_modules/@mikro-orm/core/unit-of-work/ChangeSetPersister.js",
        find: "cond[meta.versionProperty] = this.#platform.convertVersionValue(changeSet.entity[meta.versionProperty]",
        put: "({})[meta.versionProperty] = this.#platform.convertVersionValue(changeSet.entity[meta.versionProperty]",
      },
    },
    "losers are shown nothing": {
      code: { file: "dist/api/shared/door.js", find: 'code === "CONFLICT"', put: 'code === "NEVER"' },
    },
  },
};
