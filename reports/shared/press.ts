import { createHash } from "node:crypto";
import type { Compositor } from "./compositor.js";
import type { Definition } from "./definition.js";
import { FONT_ROLES, fontFile } from "./fontRoles.js";
import { assertGrid } from "./gridCheck.js";
import { teachGrid } from "./gridEngine.js";
import { BODY_SIZE, lineHeightFor, MARGINS, PAGE } from "./page.rules.js";
import { type Engine, type EngineDocument, type LaidPage, loadEngine } from "./pdfmakeEngine.js";
import { makeFast } from "./pdfmakeFast.js";
import { inspectDefinition } from "./walls.js";

/** A finished file with the pages it was laid out in. */
export interface Pressed {
  bytes: Uint8Array;
  sha256: string;
  pages: LaidPage[];
}

/** A press that turns definitions into files; `fast` says whether the shared-font path is in use. */
export interface Press {
  fast: boolean;
  print(definition: Definition, compositor: Compositor): Promise<Pressed>;
}

let engine: Engine | undefined;

/** Sets up the one press of this process. `stock` leaves the engine's own slow ways, to compare with. */
export function openPress({ stock = false } = {}): Press {
  if (engine) throw new Error("a process has one press");
  engine = loadEngine();
  const files = FONT_ROLES.map(fontFile);
  teachGrid(engine);
  const fast = !stock && makeFast(engine, files);
  if (!fast && !stock) process.emitWarning(`pdfmake ${engine.version} is not the one the fast path was made for`);
  engine.pdfmake.setUrlAccessPolicy(() => false);
  engine.pdfmake.setLocalAccessPolicy((path) => !fast && files.includes(path));
  const { pdfmake } = engine;
  return {
    fast,
    async print(definition, compositor) {
      compositor.assertWhole();
      inspectDefinition(definition, compositor);
      pdfmake.setFonts(fontFamilies());
      const document = await pdfmake.createPdf(engineDefinition(definition)).getStream();
      compositor.assertWhole();
      assertGrid(document._pdfMakePages);
      const bytes = await collect(document);
      return { bytes, sha256: createHash("sha256").update(bytes).digest("hex"), pages: document._pdfMakePages };
    },
  };
}

/** Bold is asked for by drawings whether or not a bolder cut exists. */
function fontFamilies(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    FONT_ROLES.map((role) => {
      const file = fontFile(role);
      return [role, { normal: file, bold: file, italics: file, bolditalics: file }];
    }),
  );
}

function engineDefinition({ title, author, subject, keywords, createdAt, content, footer }: Definition): object {
  const instant = new Date(createdAt);
  return {
    pageSize: { ...PAGE },
    pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom],
    version: "1.7",
    language: "zh-CN",
    displayTitle: true,
    info: {
      ...Object.fromEntries(
        Object.entries({ title, author, subject, keywords }).map(([key, text]) => [key, plainName(text)]),
      ),
      creator: "Gonghui",
      producer: "Gonghui",
      creationDate: instant,
      modDate: instant,
    },
    defaultStyle: { font: "Fang", fontSize: BODY_SIZE, lineHeight: lineHeightFor(BODY_SIZE) },
    content,
    footer,
  };
}

/** The engine writes these names into XML as they come, so the three signs of markup are replaced by their full-width forms. */
function plainName(text: string): string {
  return text
    .replaceAll("&", "＆")
    .replaceAll("<", "＜")
    .replaceAll(">", "＞")
    .replace(/[\p{Cc}\p{Cs}]/gu, "");
}

function collect(document: EngineDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject as (chunk: Buffer) => void);
    document.end();
  });
}
