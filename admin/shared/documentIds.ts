import type { Setting } from "./setting.js";

interface Surroundings {
  setting(): Promise<Pick<Setting, "trustedDocuments">>;
  /** SHA-256 of a text in hexadecimal; undefined where the browser does not offer it. */
  digest(text: string): Promise<string | undefined>;
}

/** Gives the hash to send in place of a document, where the server wants that; each is worked out once. */
export function documentIds({ setting, digest }: Surroundings): (document: string) => Promise<string | undefined> {
  const known = new Map<string, Promise<string | undefined>>();
  let wanted: Promise<boolean> | undefined;
  return async (document) => {
    wanted ??= setting().then(
      ({ trustedDocuments }) => trustedDocuments === true,
      () => {
        wanted = undefined; // ask again with the next document
        return false;
      },
    );
    if (!(await wanted)) return undefined;
    const found = known.get(document) ?? digest(document);
    known.set(document, found);
    return found;
  };
}

/** The browser's own digest, which it offers to pages from a safe address only. */
export async function digestOf(text: string): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
