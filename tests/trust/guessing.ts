import { DEVICE_COOKIE } from "../../api/access/knownDevice.js";
import { passwordWork } from "../../api/access/passwords.js";
import { type Asking, asker } from "../shared/ask.js";
import { PASSWORD, type World } from "../shared/world.js";
import { type Elsewhere, openElsewhere } from "./elsewhere.js";
import { counted, type Promised } from "./promise.js";
import { withWorld } from "./worldBench.js";

const LOGIN = "mutation($input: LoginInput!) { login(input: $input) { account { username } userErrors { code } } }";
const CHANGE =
  "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { account { username } userErrors { code } } }";
const ENROL = "mutation($input: EnrolSecondFactorInput!) { enrolSecondFactor(input: $input) { userErrors { code } } }";
const VICTIMS = [
  "shaoxing",
  "yuecheng",
  "keqiao",
  "tashan",
  "clerk",
  "assessor",
  "reviewer",
  "official",
  "admin",
  "auditor",
];
const VICTIM_AT = "192.0.2.10";
const GUESSES = 100;
const LOOKS = 5;

const wide = (name: string) => name.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const writings = (name: string) => [
  name,
  name.toUpperCase(),
  wide(name),
  ` ${name[0]?.toUpperCase()}${name.slice(1)} `,
];

/** A hundred guesses at one account at once: in all writings of its name, on two processes, by a stolen session's password and second factor, and by aliases. */
async function attack(here: Asking, elsewhere: Asking, victim: string): Promise<void> {
  const names = writings(victim);
  await Promise.allSettled(
    Array.from({ length: GUESSES }, (_, guess) => {
      const ask = guess % 2 ? here : elsewhere;
      const visit = { address: `203.0.${guess}.1` };
      const password = `guess number ${guess}`;
      if (guess % 10 === 8)
        return ask(victim, CHANGE, { input: { currentPassword: password, newPassword: "a river of 7 stones" } }, visit);
      if (guess % 10 === 9) return ask(victim, ENROL, { input: { currentPassword: password } }, visit);
      return ask(undefined, LOGIN, { input: { username: names[guess % names.length], password } }, visit);
    }),
  );
  const many = Array.from(
    { length: 15 },
    (_, guess) =>
      `a${guess}: login(input: { username: "${victim}", password: "guess ${guess}" }) { account { username } }`,
  );
  await here(undefined, `mutation { ${many.join(" ")} }`);
}

const gotIn = ({ data }: Awaited<ReturnType<Asking>>) => data?.login?.account != null;

async function guessAt(world: World, elsewhere: Elsewhere, victim: string): Promise<string[]> {
  const here = asker(world);
  const login = (username: string, cookies: Record<string, string>) =>
    here(undefined, LOGIN, { input: { username, password: PASSWORD } }, { address: VICTIM_AT, cookies });
  const looked = async () => passwordWork.verifications + (await elsewhere.verifications());
  const first = await login(victim, {});
  const device = first.cookies?.[DEVICE_COOKIE];
  if (!gotIn(first) || !device) throw new Error(`${victim} could not sign in before the attack`);
  const before = await looked();
  await attack(here, elsewhere.ask, victim);
  const looks = (await looked()) - before;
  const found = looks > LOOKS ? [`${GUESSES} guesses at ${victim} had ${looks} looks at the password`] : [];
  if (looks === 0) throw new Error("no guess was looked at at all");
  if (!gotIn(await login(victim, { [DEVICE_COOKIE]: device })))
    found.push(`${victim} is locked out on a device that is known`);
  return found;
}

const IN_TURN =
  'const proven = await inTurn(key, async () => {\n        for (const each of keys)\n            if (!(await countAttempt(pool, each)))\n                return "wait";';
const COUNTED_AFTER = `const late = (work) => work().finally(() => Promise.all(keys.map((each) => countAttempt(pool, each))));
    const proven = await late(async () => {
        if ((await pool.query("select from login_attempt where key = any($1) and failures >= 5", [keys])).rowCount)
            return "wait";`;
const fault = (file: string, find: string, put: string) => ({ code: { file: `dist/${file}`, find, put } });

export const guessing: Promised = {
  words:
    "a hundred wrong passwords at once for one account, by aliases, in any case and width of the name, on two processes and past a stolen session, cost five looks at most; its owner still gets in on a known device",
  check: (trial) =>
    withWorld(trial, async (world) => {
      const elsewhere = await openElsewhere(world.address);
      const found: string[] = [];
      try {
        for (const victim of VICTIMS.slice(0, counted(trial, VICTIMS.length))) {
          await world.sql("delete from login_attempt");
          found.push(...(await guessAt(world, elsewhere, victim)));
        }
      } finally {
        await elsewhere.end();
      }
      return found;
    }),
  mutants: {
    "the check comes before the count": fault("api/access/provePassword.js", IN_TURN, COUNTED_AFTER),
    "the name is counted as it was typed": fault(
      "api/access/provePassword.js",
      "attemptKey.name(key)]",
      "attemptKey.name(username)]",
    ),
    "a known device has no counter of its own": fault(
      "api/access/provePassword.js",
      "const keys = device ? [attemptKey.device(device)] : [",
      "const keys = [",
    ),
    "attempts are counted in the memory of a process": fault(
      "api/access/attempts.js",
      "export async function countAttempt(pool, key) {",
      `const counts = new Map();
export async function countAttempt(pool, key) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key) <= freeFor(key);`,
    ),
  },
};
