import type { RecordName } from "../../schema/records.js";

const SEARCHED: readonly RecordName[] = ["TradeUnion", "Employer", "Person"];

/** Condition that finds records of a kind by what somebody types. */
export function searchFor(record: RecordName, typed: string): object {
  const text = typed.trim();
  if (!text) return {};
  if (SEARCHED.includes(record)) return { search: text };
  if (record === "Division" || record === "Course")
    return { or: [{ name: { contains: text } }, { code: { startsWith: text } }] };
  if (record === "Account") return { or: [{ username: { contains: text } }, { displayName: { contains: text } }] };
  return { name: { contains: text } };
}
