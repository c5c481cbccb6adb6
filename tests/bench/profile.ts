import { parseArgs } from "node:util";

/** What one run of the bench loads and how long it measures. */
export interface Profile {
  name: "full" | "quick";
  /** seconds of one slice */
  slice: number;
  rounds: number;
  connections: number;
  /** connections of each server to the database */
  pool: number;
  seed: number;
  /** folder of a database that is kept for the next run; absent: a temporary one */
  folder?: string;
  /** queries to run; absent: all */
  only?: string[];
  /** servers to run; absent: all */
  servers?: string[];
  /** counties with this many villages take part in Q2 and Q3 */
  fullCounty: number;
}

const FULL: Profile = { name: "full", slice: 5, rounds: 5, connections: 24, pool: 10, seed: 20260101, fullCounty: 60 };
const QUICK: Profile = { ...FULL, name: "quick", slice: 2, rounds: 3 };

/** Reads `--quick`, `--keep FOLDER`, `--only Q2,Q3`, `--servers gonghui,raw`, `--rounds N` and `--slice SECONDS`. */
export function readProfile(words: readonly string[]): Profile {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: "boolean" },
      keep: { type: "string" },
      only: { type: "string" },
      servers: { type: "string" },
      rounds: { type: "string" },
      slice: { type: "string" },
    },
  });
  const base = values.quick ? QUICK : FULL;
  return {
    ...base,
    ...(values.keep && { folder: values.keep }),
    ...(values.only && { only: values.only.split(",") }),
    ...(values.servers && { servers: values.servers.split(",") }),
    ...(values.rounds && { rounds: Number(values.rounds) }),
    ...(values.slice && { slice: Number(values.slice) }),
  };
}
