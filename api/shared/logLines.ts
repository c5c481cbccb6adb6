import pino from "pino";
import type { House } from "../context.js";

/** The facts a log line may hold. Whatever else it is handed, such as variables, headers or names, stays out. */
const ALLOWED = [
  "requestId",
  "document",
  "operation",
  "action",
  "accountId",
  "code",
  "status",
  "milliseconds",
  "signal",
  "address",
  "database",
] as const;

/** What an error may tell the log: its kind, its code and where it arose. Its text may quote what was sent or stored. */
function faultOf(error: unknown): Record<string, unknown> {
  const { name, code, constraint, stack } = (error ?? {}) as {
    name?: string;
    code?: unknown;
    constraint?: string;
    stack?: string;
  };
  const cause = (error as { cause?: unknown } | undefined)?.cause;
  return {
    name,
    ...(typeof code === "string" ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    at: String(stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(cause ? { cause: faultOf(cause) } : {}),
  };
}

/** The part of the facts that is written. */
export function allowed(facts: object): Record<string, unknown> {
  const given = facts as Record<string, unknown>;
  const kept = ALLOWED.flatMap((name) => (isPlain(given[name]) ? [[name, given[name]]] : []));
  return { ...Object.fromEntries(kept), ...(given["error"] === undefined ? {} : { error: faultOf(given["error"]) }) };
}

const isPlain = (value: unknown) =>
  typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && value.length <= 200);

/** The log of the house: JSON lines of allowed facts on the standard error stream, or where a test listens. */
export function createLog(
  level: string,
  destination: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): House["log"] & { info(text: string): void } {
  return pino(
    { name: "gonghui", level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { log: allowed } },
    destination,
  );
}
