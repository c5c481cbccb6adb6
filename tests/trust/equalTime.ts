import { asker } from "../shared/ask.js";
import type { World } from "../shared/world.js";
import { counted, type Promised, type Trial } from "./promise.js";
import { median, withWorld } from "./worldBench.js";

const LOGIN =
  "mutation($input: LoginInput!) { login(input: $input) { account { username } userErrors { path code message } } }";
const NAMES = { unknown: "nobody-at-all", wrong: "official", disabled: "gone", waiting: "auditor" };
const KINDS = Object.keys(NAMES) as (keyof typeof NAMES)[];
const TRIES = 2_000;
const GAP_MILLISECONDS = 5;
/** Fewer tries on a busy machine leave a wider gap; a missing hash would be one of nearly the whole time. */
const GAP_OF_FEW = 0.5;

/** The counts begin anew before every try, so that a wait is a wait on purpose. */
async function reset(world: World): Promise<void> {
  await world.sql("delete from login_attempt");
  await world.sql("insert into login_attempt (key, failures, last_failed_at) values ('name auditor', 40, now())");
}

async function tried(world: World, turns: number): Promise<{ times: Record<string, number[]>; bodies: Set<string> }> {
  const ask = asker(world);
  const times: Record<string, number[]> = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  const bodies = new Set<string>();
  for (let turn = 0; turn < turns; turn++)
    for (const kind of KINDS) {
      await reset(world);
      const begun = performance.now();
      const { data, errors } = await ask(undefined, LOGIN, {
        input: { username: NAMES[kind], password: `guess ${turn}` },
      });
      times[kind]?.push(performance.now() - begun);
      bodies.add(JSON.stringify({ data, errors }));
    }
  return { times, bodies };
}

async function check(trial: Trial): Promise<string[]> {
  return withWorld(trial, async (world) => {
    const { times, bodies } = await tried(world, counted(trial, TRIES / KINDS.length, 25));
    const medians = KINDS.map((kind) => median(times[kind] ?? []));
    const gap = Math.max(...medians) - Math.min(...medians);
    const allowed = trial.scale < 1 ? Math.max(GAP_MILLISECONDS, GAP_OF_FEW * Math.max(...medians)) : GAP_MILLISECONDS;
    const told = KINDS.map((kind, at) => `${kind} ${medians[at]?.toFixed(1)}`).join(", ");
    return [
      ...(bodies.size === 1 ? [] : [`${bodies.size} different answers: ${[...bodies].join(" ")}`]),
      ...(gap < allowed ? [] : [`medians ${gap.toFixed(1)} ms apart: ${told}`]),
    ];
  });
}

const fault = (file: string, find: string, put: string) => ({ code: { file: `dist/api/access/${file}`, find, put } });

export const equalTime: Promised = {
  words:
    "an unknown name, a wrong password, a wait and a disabled account are answered alike, to the letter and in time",
  check,
  mutants: {
    "no dummy hash": fault(
      "passwords.js",
      "    const against = isHash ?",
      "    if (!isHash) return false;\n    const against = isHash ?",
    ),
    "a wait is answered at once": fault("provePassword.js", "    await pauseLikeWork();\n", ""),
    "a disabled account is looked at first": fault(
      "provePassword.js",
      "        const isRight = await isRightPassword(",
      "        const isRight = !account?.disabled && await isRightPassword(",
    ),
    "a wait says that it is one": fault(
      "signIn.actions.js",
      "    if (!account)\n        throw wrong([]);",
      '    if (!account)\n        throw wrong((await pool.query("select from login_attempt where key = \'name \' || $1 and failures > 5", [username])).rowCount ? ["wait"] : []);',
    ),
  },
};
