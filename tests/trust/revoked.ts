import { openSession } from "../../api/access/session.js";
import { createToken } from "../../api/access/tokens.actions.js";
import { type Asking, asker } from "../shared/ask.js";
import { UNION, type World } from "../shared/world.js";
import { openElsewhere } from "./elsewhere.js";
import { counted, type Promised } from "./promise.js";
import { pause, withWorld } from "./worldBench.js";

const UNIONS = "{ tradeUnions(first: 100) { nodes { code } } }";
const UPDATE =
  "mutation($input: UpdateTradeUnionInput!) { updateTradeUnion(input: $input) { tradeUnion { id } userErrors { code } } }";
/** From the commit to the refusal, with the time of asking. */
const AT_MOST_MILLISECONDS = 1_000;

type Caller = Parameters<Asking>[0];

/** Something taken away, and how one would see that it is still there. */
interface Loss {
  as: string;
  by: "cookie" | "token";
  take(world: World, account: number): Promise<unknown>;
  still(ask: Asking, caller: Caller): Promise<boolean>;
}

const reads = async (ask: Asking, caller: Caller) => ((await ask(caller, UNIONS)).data?.tradeUnions ?? null) !== null;
const seesTown = async (ask: Asking, caller: Caller) => {
  const nodes = ((await ask(caller, UNIONS)).data?.tradeUnions?.nodes ?? []) as { code: string }[];
  return nodes.some(({ code }) => code === "330602001");
};
const mayWrite = async (ask: Asking, caller: Caller) => {
  const input = { id: `tradeUnion-${UNION.fushan}`, version: 999, address: "新址" };
  const { errors } = await ask(caller, UPDATE, { input });
  return errors === undefined; // refused as outdated only, so it was allowed
};
const ofAccount = (sql: string) => (world: World, account: number) => world.sql(sql, [account]);

const LOSSES: Record<string, Loss> = {
  "a revoked session": {
    as: "yuecheng",
    by: "cookie",
    take: ofAccount("update session set revoked_at = now() where account_id = $1"),
    still: reads,
  },
  "a session past its end": {
    as: "yuecheng",
    by: "cookie",
    take: ofAccount("update session set expires_at = now() - interval '1 second' where account_id = $1"),
    still: reads,
  },
  "a revoked token": {
    as: "yuecheng",
    by: "token",
    take: ofAccount(
      "update api_token t set revoked_at = now(), version = t.version + 1 from role_grant g where g.id = t.role_grant_id and g.account_id = $1",
    ),
    still: reads,
  },
  "a disabled account": {
    as: "official",
    by: "cookie",
    take: ofAccount("update account set disabled_at = now(), version = version + 1 where id = $1"),
    still: reads,
  },
  "a disabled account's token": {
    as: "keqiao",
    by: "token",
    take: ofAccount("update account set disabled_at = now(), version = version + 1 where id = $1"),
    still: reads,
  },
  "a grant that has ended": {
    as: "tashan",
    by: "cookie",
    take: ofAccount(
      "update role_grant set valid_through = current_date - 2, version = version + 1 where account_id = $1",
    ),
    still: reads,
  },
  "a narrowed role": {
    as: "shaoxing",
    by: "cookie",
    take: ofAccount("update role_grant set role = 'OFFICIAL', version = version + 1 where account_id = $1"),
    still: mayWrite,
  },
  "a union that was moved away": {
    as: "yuecheng",
    by: "cookie",
    take: async (world) => {
      await world.sql("update affiliation set parent_id = $1 where trade_union_id = $2 and valid_to is null", [
        UNION.keqiao,
        UNION.tashan,
      ]);
      await world.sql("select rebuild_paths(array[$1]::integer[])", [UNION.tashan]);
    },
    still: seesTown,
  },
};

async function callerOf(world: World, { as, by }: Loss): Promise<{ caller: Caller; account: number }> {
  const [row] = await world.sql<{ account: number; grant: number }>(
    "select a.id as account, g.id as grant from account a join role_grant g on g.account_id = a.id where username = $1",
    [as],
  );
  if (!row) throw new Error(`nobody is called ${as}`);
  const { pool } = world.house.reads;
  const caller =
    by === "token"
      ? { token: (await createToken(pool, { name: "partner", username: as })).token }
      : { cookie: (await openSession(pool, row.account, row.grant)).token };
  return { caller, account: row.account };
}

/** Takes something away and asks both processes until they refuse it. */
async function lost(world: World, asks: Record<string, Asking>, name: string): Promise<string[]> {
  const loss = LOSSES[name] as Loss;
  const { caller, account } = await callerOf(world, loss);
  for (const [where, ask] of Object.entries(asks))
    if (!(await loss.still(ask, caller))) throw new Error(`${name} was refused ${where} before it was taken away`);
  await loss.take(world, account);
  const taken = performance.now();
  const refused = async (ask: Asking) => {
    while (await loss.still(ask, caller)) {
      if (performance.now() - taken > 2 * AT_MOST_MILLISECONDS) break;
      await pause(20);
    }
    return performance.now() - taken;
  };
  const times = await Promise.all(
    Object.entries(asks).map(async ([where, ask]) => ({ where, took: await refused(ask) })),
  );
  return times
    .filter(({ took }) => took > AT_MOST_MILLISECONDS + 100)
    .map(({ where, took }) => `${name} still served ${where} after ${Math.round(took)} ms`);
}

const fault = (find: string, put: string) => ({ code: { file: "dist/api/access/session.js", find, put } });

export const revoked: Promised = {
  words:
    "a revoked token or session, a disabled account, a narrowed role and a union moved away are refused within a second, on two processes",
  check: async (trial) => {
    const found: string[] = [];
    for (let round = 0; round < counted(trial, 10); round++)
      await withWorld(trial, async (world) => {
        const elsewhere = await openElsewhere(world.address);
        const asks = { here: asker(world), elsewhere: elsewhere.ask };
        try {
          // The move comes last: it changes what others see.
          for (const name of Object.keys(LOSSES)) found.push(...(await lost(world, asks, name)));
        } finally {
          await elsewhere.end();
        }
      });
    return found;
  },
  mutants: {
    "grants are kept for five minutes": fault(
      "const MEMORY_MILLISECONDS = 900;",
      "const MEMORY_MILLISECONDS = 300_000;",
    ),
    "a disabled account is let in": fault(
      "join account a on a.id = g.account_id and a.disabled_at is null",
      "join account a on a.id = g.account_id",
    ),
    "a revoked token is let in": fault(
      "where t.token_hash = $1 and t.revoked_at is null and",
      "where t.token_hash = $1 and",
    ),
    "a revoked session is let in": fault("s.revoked_at is null and s.expires_at > clock_timestamp() and", ""),
  },
};
