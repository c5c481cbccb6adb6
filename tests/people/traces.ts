import { createReadStream, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** How a text may lie about: as it is, as UTF-16, hexadecimal, percent-encoded, or as base64 wherever it may begin. */
export function forms(text: string): Map<string, Buffer> {
  const plain = Buffer.from(text, "utf8");
  const utf16 = Buffer.from(text, "utf16le");
  const hex = plain.toString("hex");
  const found = new Map<string, Buffer>([
    ["plain", plain],
    ["utf-16", utf16],
    ["utf-16 big", Buffer.from(utf16).swap16()],
    ["hex", Buffer.from(hex)],
    ["HEX", Buffer.from(hex.toUpperCase())],
    ["url", Buffer.from(hex.replace(/../g, (byte) => `%${byte.toUpperCase()}`))],
  ]);
  for (const shift of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(shift), plain]).toString("base64");
    // Letters at either end also hold bits of what stands beside.
    found.set(
      `base64 +${shift}`,
      Buffer.from(encoded.slice(shift ? shift + 1 : 0, Math.floor(((shift + plain.length) * 8) / 6))),
    );
  }
  return found;
}

export interface Trace {
  where: string;
  needle: string;
  form: string;
}

/** Looks for texts in every form. */
export class Hunt {
  private readonly needles: { needle: string; form: string; bytes: Buffer }[];
  private readonly longest: number;

  constructor(texts: readonly string[]) {
    this.needles = texts.flatMap((needle) => [...forms(needle)].map(([form, bytes]) => ({ needle, form, bytes })));
    this.longest = Math.max(...this.needles.map(({ bytes }) => bytes.length));
  }

  in(where: string, content: string | Buffer): Trace[] {
    const hay = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    return this.needles.flatMap(({ needle, form, bytes }) => (hay.includes(bytes) ? [{ where, needle, form }] : []));
  }

  /** A file, piece by piece; each piece begins with the end of the last. A file that goes away meanwhile holds nothing. */
  async inFile(path: string): Promise<Trace[]> {
    const found: Trace[] = [];
    let rest = Buffer.alloc(0);
    try {
      for await (const piece of createReadStream(path, { highWaterMark: 8 * 1024 * 1024 })) {
        const hay = Buffer.concat([rest, piece as Buffer]);
        found.push(...this.in(path, hay));
        rest = hay.subarray(-this.longest);
      }
    } catch (error) {
      if ((error as { code?: string }).code !== "ENOENT") throw error;
    }
    return found;
  }

  async inFiles(paths: readonly string[]): Promise<Trace[]> {
    const found: Trace[] = [];
    for (const path of paths) found.push(...(await this.inFile(path)));
    return found;
  }
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const kind = statSync(path, { throwIfNoEntry: false });
    return kind?.isDirectory() ? filesBelow(path) : kind?.isFile() ? [path] : [];
  });
}
