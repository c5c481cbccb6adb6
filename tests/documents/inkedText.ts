import { inflateSync } from "node:zlib";

/** One glyph as a file draws it: its text, its font and where it stands, in points from the lower left. */
export interface Inked {
  page: number;
  text: string;
  font: string;
  x: number;
  y: number;
}

type Matrix = [number, number, number, number, number, number];

interface PdfFont {
  name: string;
  widths: number[];
  unicode: string[];
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** The objects of a file our printer wrote: dictionaries in plain text, streams deflated. */
export class PdfFile {
  readonly #objects = new Map<number, { head: string; stream?: Buffer }>();

  constructor(bytes: Uint8Array) {
    const buffer = Buffer.from(bytes);
    const text = buffer.toString("latin1");
    for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
      const start = match.index + match[0].length;
      const end = text.indexOf("\nendobj", start);
      const at = text.indexOf("\nstream\n", start);
      const streamed = at >= 0 && at < end;
      const head = text.slice(start, streamed ? at : end);
      const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
      const raw = streamed ? buffer.subarray(at + 8, at + 8 + length) : undefined;
      this.#objects.set(Number(match[1]), {
        head,
        ...(raw && { stream: head.includes("FlateDecode") ? inflateSync(raw) : raw }),
      });
    }
  }

  heads(kind: RegExp): string[] {
    return [...this.#objects.values()].map(({ head }) => head).filter((head) => kind.test(head));
  }

  /** Every glyph of every page, in drawing order. */
  ink(): Inked[] {
    const pages = [...this.#objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
    return pages.flatMap(({ head }, index) => this.#inkPage(head, index + 1));
  }

  /** Text of an entry of the information dictionary. */
  information(entry: string): string {
    const [head = ""] = this.heads(/\/Producer /);
    const raw = this.#object(new RegExp(`/${entry} (\\d+) 0 R`).exec(head)?.[1]).head;
    const bytes = Buffer.from(
      raw.slice(1, -1).replace(/\\(.)/gs, (_, one: string) => ESCAPES[one] ?? one),
      "latin1",
    );
    return bytes.subarray(2).swap16().toString("utf16le");
  }

  /** Operators of a page as written. */
  operators(page: number): string {
    const head = this.heads(/\/Type \/Page\b(?!s)/)[page - 1] ?? "";
    return this.#object(/\/Contents (\d+) 0 R/.exec(head)?.[1]).stream?.toString("latin1") ?? "";
  }

  #object(id: string | undefined): { head: string; stream?: Buffer } {
    return this.#objects.get(Number(id)) ?? { head: "" };
  }

  #inkPage(head: string, page: number): Inked[] {
    const resources = this.#object(/\/Resources (\d+) 0 R/.exec(head)?.[1]).head;
    const fonts = new Map<string, PdfFont>();
    for (const [, key, id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) fonts.set(key as string, this.#font(id));
    return new Interpreter(fonts, page).run(this.operators(page));
  }

  #font(id: string | undefined): PdfFont {
    const { head } = this.#object(id);
    const descendant = this.#object(/\/DescendantFonts \[(\d+) 0 R\]/.exec(head)?.[1]).head;
    const widths = (/\/W \[0 \[([^\]]*)\]\]/.exec(descendant)?.[1] ?? "").trim().split(/\s+/).map(Number);
    const map = this.#object(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1]).stream?.toString("latin1") ?? "";
    const unicode: string[] = [];
    for (const [, from, , list] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
      [...(list ?? "").matchAll(/<([^>]*)>/g)].forEach(([, hex], place) => {
        const units = (hex ?? "")
          .split(" ")
          .filter(Boolean)
          .map((unit) => Number.parseInt(unit, 16));
        unicode[Number.parseInt(from as string, 16) + place] = String.fromCharCode(...units);
      });
    }
    return { name: /\/BaseFont \/\w+\+(\S+)/.exec(head)?.[1] ?? "", widths, unicode };
  }
}

/** So much of the language of a page as places text. */
class Interpreter {
  readonly #fonts: Map<string, PdfFont>;
  readonly #page: number;
  readonly #saved: Matrix[] = [];
  #matrix = IDENTITY;
  #line = IDENTITY;
  #font: PdfFont | undefined;
  #size = 0;

  constructor(fonts: Map<string, PdfFont>, page: number) {
    this.#fonts = fonts;
    this.#page = page;
  }

  run(operators: string): Inked[] {
    const inked: Inked[] = [];
    let operands: string[] = [];
    for (const [token] of operators.matchAll(/\[[^\]]*\]|<[0-9a-f]*>|[^\s[\]<>]+/g)) {
      if (/^(?:[[<+\-./]|\d)/.test(token)) {
        operands.push(token);
        continue;
      }
      this.#apply(token, operands, inked);
      operands = [];
    }
    return inked;
  }

  #apply(operator: string, operands: string[], inked: Inked[]): void {
    if (operator === "q") this.#saved.push(this.#matrix);
    if (operator === "Q") this.#matrix = this.#saved.pop() ?? IDENTITY;
    if (operator === "cm") this.#matrix = multiply(operands.map(Number) as Matrix, this.#matrix);
    if (operator === "BT") this.#line = IDENTITY;
    if (operator === "Tm") this.#line = operands.map(Number) as Matrix;
    if (operator === "Tf")
      [this.#font, this.#size] = [this.#fonts.get((operands[0] ?? "").slice(1)), Number(operands[1])];
    if (operator === "TJ") this.#show(operands[0] ?? "", inked);
  }

  #show(strings: string, inked: Inked[]): void {
    const font = this.#font;
    if (!font) throw new Error("text without a font");
    let along = 0;
    for (const [token] of strings.matchAll(/<[0-9a-f]*>|[+\-.\d]+/g)) {
      if (!token.startsWith("<")) {
        along -= (Number(token) / 1000) * this.#size;
        continue;
      }
      for (const [code] of token.matchAll(/[0-9a-f]{4}/g)) {
        const [, , , , x, y] = multiply([1, 0, 0, 1, along, 0], multiply(this.#line, this.#matrix));
        const glyph = Number.parseInt(code, 16);
        inked.push({ page: this.#page, text: font.unicode[glyph] ?? "", font: font.name, x, y });
        along += ((font.widths[glyph] ?? 0) / 1000) * this.#size;
      }
    }
  }
}
