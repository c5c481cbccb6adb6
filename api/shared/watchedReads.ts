import { markOf } from "../../schema/shared/register.js";
import type { Context } from "../context.js";
import type { Statement } from "../reading/operation.js";
import { READ_KEY } from "../reading/statement.js";
import { recordAccess } from "./logbook.js";

/** The numbers of the watched rows in an answer, by table. */
function rowsRead(answer: unknown, found = new Map<string, Set<number>>()): Map<string, Set<number>> {
  if (Array.isArray(answer)) for (const each of answer) rowsRead(each, found);
  else if (answer !== null && typeof answer === "object")
    for (const [key, value] of Object.entries(answer)) {
      if (key !== READ_KEY) rowsRead(value, found);
      else {
        const [, table = "", number = ""] = /^(\w+)-(\d+)$/.exec(String(value)) ?? [];
        found.set(table, (found.get(table) ?? new Set()).add(Number(number)));
      }
    }
  return found;
}

/**
 * Enters in the log which rows of watched records an answer holds, before it is sent: what cannot be entered is not shown. A
 * list that was asked for is entered though it be empty, or only counted, since that tells something too.
 */
export async function recordReading<Answer>(
  { house, viewer, visit }: Context,
  { watched, watchedLists }: Pick<Statement, "watched" | "watchedLists">,
  answer: Answer,
): Promise<Answer> {
  const records = new Set([...watched.keys(), ...watchedLists]);
  if (records.size === 0 || !viewer) return answer;
  const read = rowsRead(answer);
  for (const name of records) {
    const { table } = markOf(name);
    const ids = [...(read.get(table) ?? (watchedLists.has(name) ? [0] : []))].sort((one, other) => one - other);
    await recordAccess(house.reads.pool, {
      viewer,
      action: `read${name}`,
      record: table,
      ids,
      fields: [...(watched.get(name) ?? [])],
      requestId: visit.requestId,
    });
  }
  return answer;
}
