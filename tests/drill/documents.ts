import "reflect-metadata";
import { inspect } from "node:util";
import type { Guards } from "../../api/guards.js";
import { asConsole, asPartner, serve } from "../shared/served.js";
import { openWorld, type World } from "../shared/world.js";
import { Dice, type Hostile } from "./dice.js";
import { hostileDocument } from "./hostileDocuments.js";
import type { Drill } from "./main.js";

const RUNS = 10_000;
/** In the tests a tenth of them, whatever part of other drills is run there. */
const LEAST = 1_000;
const LONGEST_ANSWER = 2_000_000;
const LEAKS = /violates|syntax error at|pg_|node_modules|\.(ts|js):\d+|relation "/;

interface Figures {
  kinds: number;
  refused: number;
  milliseconds: { median: number; p99: number; most: number };
  longestAnswer: number;
}

/** Sends hostile documents one after the other, as nobody, from a console and with a token. @throws at the first that does harm */
export async function attack(
  world: World,
  { seed, runs, guards = {} }: { seed: number; runs: number; guards?: Partial<Guards> },
): Promise<Figures> {
  const logged: object[] = [];
  const log = { ...world.house.log, error: (facts: object) => void logged.push(facts) };
  const served = await serve(world, guards, { log });
  const partner = await asPartner(world, "official");
  // Theirs is the largest purse, so that limits other than the purse are tried.
  await world.sql(
    "insert into cost_budget (holder, hourly, available) select h, 2000000000, 2000000000 from unnest(array[$1] || (select array_agg('account:' || id) from account)) h on conflict (holder) do update set hourly = excluded.hourly, available = excluded.available",
    [partner.holder],
  );
  const senders: Record<string, string>[] = [{}, await asConsole(world, "official"), partner.headers];
  const dice = new Dice(seed);
  const took: number[] = [];
  const kinds = new Set<string>();
  let [refused, longestAnswer] = [0, 0];
  try {
    for (let run = 0; run < runs; run++) {
      const hostile = hostileDocument(dice);
      const headers = {
        ...dice.one(senders),
        "content-type": "application/json",
        accept: dice.one(["application/json", "application/graphql-response+json"]),
      };
      const begun = performance.now();
      const { statusCode, body } = await served.app.inject({
        method: "POST",
        url: "/graphql",
        headers,
        payload: hostile.body,
      });
      took.push(performance.now() - begun);
      kinds.add(hostile.kind);
      longestAnswer = Math.max(longestAnswer, Buffer.byteLength(body));
      if (judge(hostile, statusCode, body)) refused++;
      if (logged.length > 0) throw new Error(`${hostile.kind}: ${inspect(logged[0], { depth: 5 })}`);
    }
    const sound = await served.ask("{ tradeUnions { totalCount } }", partner.headers);
    if (!(sound.body.data?.tradeUnions.totalCount > 0))
      throw new Error(`no sound answer afterwards: ${sound.response.body}`);
  } finally {
    await served.end();
  }
  took.sort((one, other) => one - other);
  const at = (share: number) => Math.round(took[Math.floor((took.length - 1) * share)] ?? 0);
  return { kinds: kinds.size, refused, milliseconds: { median: at(0.5), p99: at(0.99), most: at(1) }, longestAnswer };
}

/** Whether a document was refused; throws for an answer that it must not get. */
function judge({ kind, body: sent, mustRefuse }: Hostile, status: number, body: string): boolean {
  const said = () => `${kind}: ${status} ${body.slice(0, 400)}\n${sent.slice(0, 600)}`;
  if (status >= 500) throw new Error(said());
  if (Buffer.byteLength(body) > LONGEST_ANSWER) throw new Error(`an answer of ${body.length} characters: ${said()}`);
  const answer = JSON.parse(body) as {
    data?: unknown;
    errors?: { message?: string; extensions?: { code?: string } }[];
  };
  if (answer.data === undefined && !answer.errors?.length) throw new Error(`neither data nor errors: ${said()}`);
  for (const { message, extensions } of answer.errors ?? [])
    if (!message || !extensions?.code || extensions.code === "INTERNAL_SERVER_ERROR" || LEAKS.test(message))
      throw new Error(said());
  const isRefused = answer.data === undefined || answer.data === null;
  if (mustRefuse && !isRefused && !isNobody(answer)) throw new Error(`was not refused: ${said()}`);
  return isRefused;
}

const isNobody = ({ errors }: { errors?: { extensions?: { code?: string } }[] }) =>
  errors?.some(({ extensions }) => extensions?.code === "UNAUTHENTICATED") ?? false;

/** Ten thousand hostile documents: no crash, no status of 500 or more, no answer over 2 MB, nothing of the inside told. */
export const drill: Drill = async ({ seed, scale }) => {
  const world = await openWorld();
  try {
    const runs = Math.max(LEAST, Math.round(RUNS * scale));
    const { kinds, refused, milliseconds, longestAnswer } = await attack(world, { seed, runs });
    console.log(
      `SEED=${seed} ${runs} documents of ${kinds} kinds, ${refused} refused whole; ms median ${milliseconds.median}, p99 ${milliseconds.p99}, most ${milliseconds.most}; longest answer ${longestAnswer} bytes`,
    );
  } finally {
    await world.end();
  }
};
