import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

/** Where a printer may open files: its program, its packages, its fonts. */
export type Allowed = (path: string) => boolean;

type Opening = (path: unknown, ...rest: unknown[]) => unknown;
const OPENINGS = ["readFileSync", "readFile", "open", "openSync", "createReadStream"] as const;

/** Watches every opening of a file and every connection while the work lasts; gives those that are not allowed. */
export async function trapped(allowed: Allowed, work: () => Promise<void>): Promise<string[]> {
  const caught: string[] = [];
  const note: (name: string, original: Opening) => Opening = (name, original) =>
    function (this: unknown, path, ...rest) {
      const text = String(path);
      if (typeof path !== "number" && !allowed(text)) caught.push(`${name} ${text}`);
      return original.call(this, path, ...rest);
    };
  const files = fs as unknown as Record<string, Opening>;
  const promises = fs.promises as unknown as Record<string, Opening>;
  const kept = OPENINGS.map((name) => [name, files[name] as Opening] as const);
  const keptPromises = (["readFile", "open"] as const).map((name) => [name, promises[name] as Opening] as const);
  const { connect } = net.Socket.prototype;
  for (const [name, original] of kept) files[name] = note(name, original);
  for (const [name, original] of keptPromises) promises[name] = note(name, original);
  net.Socket.prototype.connect = function (this: net.Socket, ...target: unknown[]) {
    caught.push(`connection to ${JSON.stringify(target).slice(0, 200)}`);
    return this; // it never comes about
  } as typeof connect;
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    for (const [name, original] of kept) files[name] = original;
    for (const [name, original] of keptPromises) promises[name] = original;
    net.Socket.prototype.connect = connect;
    syncBuiltinESMExports();
  }
  return caught;
}
