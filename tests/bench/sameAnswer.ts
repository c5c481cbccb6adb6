import { createHash } from "node:crypto";
import { dataOf } from "./ask.js";
import { normalise } from "./queries.js";
import type { Contender } from "./servers.js";

const SAMPLES = 4;

/** Digests of the normalised answers to a few requests, if all servers agree; else what differs. No figure without it. */
export async function sameAnswer(
  servers: readonly Contender[],
  requests: (server: Contender) => string[],
): Promise<{ isSame: boolean; digests: string[]; kilobytes: number; differs?: string }> {
  const digests: string[] = [];
  let bytes = 0;
  const count = requests(servers[0] as Contender).length;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const place = Math.floor((sample * count) / SAMPLES);
    const texts = await Promise.all(
      servers.map(async (server) => JSON.stringify(normalise(await dataOf(server, requests(server)[place] as string)))),
    );
    const [first = ""] = texts;
    bytes += first.length;
    if (first.length < 40)
      return { isSame: false, digests, kilobytes: 0, differs: `sample ${place} is empty: ${first}` };
    for (const [index, text] of texts.entries())
      if (text !== first)
        return {
          isSame: false,
          digests,
          kilobytes: 0,
          differs: `sample ${place}: ${servers[0]?.name} and ${servers[index]?.name}: ${firstDifference(first, text)}`,
        };
    digests.push(createHash("sha256").update(first).digest("hex").slice(0, 16));
  }
  return { isSame: true, digests, kilobytes: Math.round(bytes / SAMPLES / 100) / 10 };
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `…${one.slice(Math.max(0, at - 60), at + 60)}… against …${other.slice(Math.max(0, at - 60), at + 60)}…`;
}
