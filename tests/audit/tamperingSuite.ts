import type { ChainedEntry } from "../../api/audit/chainWalk.js";
import { ChainWalk } from "../../api/audit/chainWalk.js";
import { type Verified, verifyChain } from "../../api/audit/verify.js";
import type { ChainHead } from "../../schema/audit/auditChain.rules.js";
import { type Formula, FORMULA, Log, type Tampering, WAYS } from "./tampering.js";

/** A build of the chain: how it hashes, and how it verifies. */
export interface Build {
  formula: Formula;
  digest?: (entry: ChainedEntry) => string;
  isAlgorithmFixed?: boolean;
}

export const REAL: Build = { formula: FORMULA };
const SIZE = 120;

/** Whether the entry that was spoilt is the one named. */
function isNamed({ bad, within }: Tampering, { fault }: Verified): boolean {
  if (!fault || !bad.includes(fault.id)) return false;
  return within === undefined || (within > (fault.goodUntil ?? 0) && within <= fault.id);
}

/** Spoils and verifies a log many times; gives what was not named, and alarms on clean copies. */
export async function tamperMuch({ seed, cases, build = REAL }: { seed: number; cases: number; build?: Build }): Promise<{ missed: string[]; alarms: string[] }> {
  const missed: string[] = [];
  const alarms: string[] = [];
  await Log.use(seed, SIZE, build.formula, async (log) => {
    const verify = (noted: readonly ChainHead[]) => verifyChain(log.client, noted, new ChainWalk(noted, build.digest, build.isAlgorithmFixed));
    for (const [name, tamper] of Object.entries(WAYS))
      for (let round = 0; round < cases; round++) {
        const done = await tamper(log);
        const found = await verify(done.noted ?? []);
        if (!isNamed(done, found)) missed.push(`${name}: ${done.how}; expected ${done.bad.join(" or ")}, found ${JSON.stringify(found.fault)}`);
        await log.mend();
      }
    for (let round = 0; round < cases; round++) {
      const noted = [await log.headAt(log.draws.from(1, SIZE)), await log.headAt(SIZE)];
      const { fault } = await verify(noted);
      if (fault) alarms.push(JSON.stringify(fault));
      await log.mend();
    }
  });
  return { missed, alarms };
}
