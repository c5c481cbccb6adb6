import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Every document the console sends, by the SHA-256 of its text in hexadecimal. */
export type TrustedDocuments = ReadonlyMap<string, string>;

export const documentHash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Reads the list that is built with the console; without a console nothing is trusted. */
export function trustedDocuments(): TrustedDocuments {
  const file = fileURLToPath(new URL("../../console/documents.json", import.meta.url));
  if (!existsSync(file)) return new Map();
  const listed = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  for (const [hash, text] of Object.entries(listed))
    if (documentHash(text) !== hash) throw new Error(`${file}: the hash ${hash} is not that of its document`);
  return new Map(Object.entries(listed));
}
