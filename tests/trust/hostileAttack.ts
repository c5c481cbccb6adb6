import { inspect } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { LIMITS } from "../../schema/access/limits.rules.js";
import { Dice, type Hostile } from "../drill/dice.js";
import { hostileDocument } from "../drill/hostileDocuments.js";
import { asConsole, asPartner, type Served, serve } from "../shared/served.js";
import type { World } from "../shared/world.js";
import { counted, type Promised, type Trial } from "./promise.js";
import { share, withWorld } from "./worldBench.js";

const RUNS = 10_000;
const LONGEST_ANSWER = 2_000_000;
const SLOWEST_MILLISECONDS = 200;
const MEMORY_GROWTH = 0.05;
const LEAKS = /violates|syntax error at|pg_|node_modules|\.(ts|js):\d+|relation "/;
/** After so many faults enough is known. */
const ENOUGH = 20;
/** A neighbour's ordinary question, asked beside every so many hostile ones. */
const NEIGHBOUR = "{ tradeUnions(first: 5) { nodes { code name } totalCount } }";
const NEIGHBOUR_EVERY = 10;

interface Bystander {
  alone: number[];
  beside: number[];
}

/** Sends hostile documents one after the other, as nobody, from a console and with a token; gives the harm they did. */
async function attack(world: World, served: Served, trial: Trial, logged: object[]): Promise<string[]> {
  const partner = await asPartner(world, "official");
  // Theirs is the largest purse, so that limits other than the purse are tried.
  await world.sql(
    "insert into cost_budget (holder, hourly, available) select h, 2000000000, 2000000000 from unnest(array[$1] || (select array_agg('account:' || id) from account)) h on conflict (holder) do update set hourly = excluded.hourly, available = excluded.available",
    [partner.holder],
  );
  const senders: Record<string, string>[] = [{}, await asConsole(world, "official"), partner.headers];
  const neighbour = await asConsole(world, "clerk");
  const dice = new Dice(trial.seed);
  const runs = counted(trial, RUNS, 500);
  const found: string[] = [];
  const took: number[] = [];
  const bystander: Bystander = { alone: [], beside: [] };
  const asked = async (times: number[]) => {
    const begun = performance.now();
    const { code } = await served.ask(NEIGHBOUR, neighbour);
    times.push(performance.now() - begun);
    if (code) found.push(`a neighbour was answered ${code}`);
  };
  for (let run = 0; run < runs / NEIGHBOUR_EVERY; run++) await asked(bystander.alone);
  let settled = 0;
  for (let run = 0; run < runs && found.length < ENOUGH; run++) {
    const hostile = hostileDocument(dice);
    const headers = {
      ...dice.one(senders),
      "content-type": "application/json",
      accept: dice.one(["application/json", "application/graphql-response+json"]),
    };
    const begun = performance.now();
    const sent = served.app.inject({ method: "POST", url: "/graphql", headers, payload: hostile.body });
    const beside = run % NEIGHBOUR_EVERY === 0 ? asked(bystander.beside) : undefined;
    const { statusCode, body } = await sent;
    took.push(performance.now() - begun);
    await beside;
    found.push(...harm(hostile, statusCode, body));
    if (logged.length > 0) found.push(`${hostile.kind}: ${inspect(logged.splice(0)[0], { depth: 5 })}`);
    if (trial.scale >= 1 && run === Math.floor(runs / 2)) settled = heap();
  }
  const sound = await served.ask(NEIGHBOUR, partner.headers);
  if (!(sound.body.data?.tradeUnions.totalCount > 0)) found.push(`no sound answer afterwards: ${sound.response.body}`);
  return [...found, ...slowness(trial, took, bystander), ...growth(trial, settled)];
}

/** What is wrong with an answer to a hostile document. */
function harm({ kind, body: sent, mustRefuse }: Hostile, status: number, body: string): string[] {
  const said = (what: string) => [`${what}: ${kind}: ${status} ${body.slice(0, 300)}\n${sent.slice(0, 400)}`];
  if (status >= 500) return said("a fault of ours");
  if (Buffer.byteLength(body) > LONGEST_ANSWER) return said(`an answer of ${body.length} characters`);
  const answer = JSON.parse(body) as {
    data?: unknown;
    errors?: { message?: string; extensions?: { code?: string } }[];
  };
  const errors = answer.errors ?? [];
  const isRefused = answer.data === undefined || answer.data === null;
  if (answer.data === undefined && errors.length === 0) return said("neither data nor errors");
  if (errors.some(({ message = "", extensions }) => isTelltale(message, extensions?.code)))
    return said("tells too much");
  const isNobody = errors.some(({ extensions }) => extensions?.code === "UNAUTHENTICATED");
  return mustRefuse && !isRefused && !isNobody ? said("was not refused") : [];
}

const isTelltale = (message: string, code = "INTERNAL_SERVER_ERROR") =>
  message === "" || code === "INTERNAL_SERVER_ERROR" || LEAKS.test(message);

/** Times of a short run say little, so it is held to the median only. */
function slowness({ scale }: Trial, took: number[], { alone, beside }: Bystander): string[] {
  const part = scale < 1 ? 0.5 : 0.99;
  const [hostile, before, during] = [took, alone, beside].map((times) => share(times, part)) as [
    number,
    number,
    number,
  ];
  const told = `${part * 100} % of them within`;
  return [
    ...(hostile < SLOWEST_MILLISECONDS ? [] : [`hostile documents: ${told} ${Math.round(hostile)} ms`]),
    ...(during <= 2 * before + SLOWEST_MILLISECONDS
      ? []
      : [`a neighbour's questions: ${told} ${Math.round(during)} ms, ${Math.round(before)} ms before`]),
  ];
}

/** Bytes that are in use once what is not has been cleared away. */
function heap(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

function growth({ scale }: Trial, settled: number): string[] {
  if (scale < 1 || settled === 0) return [];
  const grown = heap() / settled - 1;
  return grown > MEMORY_GROWTH ? [`memory grew by ${(grown * 100).toFixed(1)} % in the second half`] : [];
}

const off = (limit: Partial<typeof LIMITS>) => ({ guards: { limits: { ...LIMITS, ...limit } } });

export const hostileAttack: Promised = {
  words:
    "ten thousand hostile documents: no crash, no status of 500 or more, no answer over 2 MB, nothing of the inside told, and neighbours are served",
  check: (trial) =>
    withWorld(trial, async (world) => {
      const logged: object[] = [];
      const log = { ...world.house.log, error: (facts: object) => void logged.push(facts) };
      const served = await serve(world, trial.mutant?.guards ?? {}, { log });
      try {
        return await attack(world, served, trial, logged);
      } finally {
        await served.end();
      }
    }),
  mutants: {
    "alias rule off": off({ aliases: Number.MAX_SAFE_INTEGER }),
    "cost rule off": off({ points: { free: Number.MAX_SAFE_INTEGER, trusted: Number.MAX_SAFE_INTEGER } }),
    "rule of root fields off": off({ rootFields: Number.MAX_SAFE_INTEGER }),
    "rules of sign-ins and changes off": off({
      signIns: Number.MAX_SAFE_INTEGER,
      rootMutations: Number.MAX_SAFE_INTEGER,
    }),
    "errors are told as they come": {
      code: {
        file: "dist/api/shared/formatErrors.js",
        find: "withoutPersonalNumbers(formatted.message)",
        put: "original?.stack",
      },
    },
  },
};
