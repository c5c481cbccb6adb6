import { join } from "node:path";
import { Compositor } from "../../reports/shared/compositor.js";
import type { Block } from "../../reports/shared/definition.js";
import { fontCoverage } from "../../reports/shared/fontShelf.js";
import { PaperRefusal } from "../../reports/shared/paperRefusal.js";
import { loadEngine } from "../../reports/shared/pdfmakeEngine.js";
import { openPress, type Press } from "../../reports/shared/press.js";
import { printModel } from "../../reports/shared/printing.js";
import { sampleFacts, sampleModel } from "../assessments/paperSample.js";
import { documentOf } from "../documents/paperDesk.js";
import { ROOT } from "../house/tree.js";
import { DRAWINGS, NAMES, PLACES } from "./hostilePapers.js";
import { counted, type Promised, type Trial } from "./promise.js";
import { trapped } from "./traps.js";

const KEYS = ["image", "attachment", "link", "background", "qr", "watermark", "files", "toc", "linkToFile", "font2"];
/** The program, its packages and its fonts; the packages may be linked in from elsewhere. */
const ALLOWED = [join(ROOT, "dist/"), join(ROOT, "reports/fonts/"), "/node_modules/"];
const isAllowed = (path: string) =>
  path.includes("/node_modules/") || ALLOWED.some((folder) => path.replace("file://", "").startsWith(folder));

let press: Press | undefined;

/** Prints, and gives how it was refused; what is no refusal in words is a fault. */
async function refusalOf(what: string, print: () => Promise<unknown>, found: string[]): Promise<string | undefined> {
  try {
    await print();
    return undefined;
  } catch (error) {
    if (error instanceof PaperRefusal) return error.code;
    found.push(`${what} broke the press: ${String(error).slice(0, 200)}`);
    return "broken";
  }
}

const printed = (make: (pen: Compositor) => Block[]) => {
  const pen = new Compositor(fontCoverage(), "示例镇总工会");
  return (press as Press).print(documentOf(pen, make(pen)), pen);
};

/** A name is printed as it is written or refused for a character that no font has; it is never markup. */
async function names(count: number, found: string[]): Promise<void> {
  for (const name of NAMES.slice(0, count)) {
    const model = sampleModel({ facts: sampleFacts(name), issuer: { code: "330602", name } });
    const code = await refusalOf(`the name ${name}`, () => printModel(press as Press, model), found);
    if (code !== undefined && code !== "GLYPH_MISSING") found.push(`the name ${name} was refused with ${code}`);
  }
}

async function reachingOut(count: number, found: string[]): Promise<void> {
  for (const [index, place] of PLACES.slice(0, count).entries()) {
    const block = { [KEYS[index % KEYS.length] as string]: place } as Block;
    if ((await refusalOf(place, () => printed(() => [block]), found)) !== "CONTENT_REFUSED")
      found.push(`${Object.keys(block)} ${place} was not refused`);
  }
  for (const drawing of DRAWINGS) {
    const code = await refusalOf(drawing, () => printed((pen) => [{ svg: pen.draw(drawing) }]), found);
    if (code !== "CONTENT_REFUSED") found.push(`the drawing ${drawing} was not refused`);
  }
}

/** Past our own look at the document, straight to the engine: its policies alone stand in the way. */
async function behindTheLook(count: number): Promise<void> {
  const { pdfmake } = loadEngine();
  for (const place of PLACES.slice(0, count)) {
    const definition = { images: { x: place }, content: [{ image: "x", width: 10 }], defaultStyle: { font: "Fang" } };
    const drawn = pdfmake.createPdf(definition).getStream();
    await Promise.race([
      drawn.then(
        () => undefined,
        () => undefined,
      ),
      new Promise((resume) => setTimeout(resume, 100)),
    ]);
  }
}

async function check(trial: Trial): Promise<string[]> {
  press ??= openPress();
  const found: string[] = [];
  const all = (list: readonly unknown[], least: number) => counted(trial, list.length, least);
  // Whatever is opened late by the program itself is opened now.
  await printModel(press, sampleModel());
  const caught = await trapped(isAllowed, async () => {
    await names(all(NAMES, 6), found);
    await reachingOut(all(PLACES, 20), found);
    await behindTheLook(all(PLACES, 20));
  });
  return [...found, ...caught.map((each) => `a paper made ${each}`)];
}

const fault = (file: string, find: string, put: string) => ({
  code: { file: `dist/reports/shared/${file}`, find, put },
});

export const papers: Promised = {
  words:
    "papers from hostile names, addresses, paths and drawings: no connection, no file opened but the program and its fonts",
  check,
  isApart: true,
  mutants: {
    "both access policies removed": fault(
      "press.js",
      "engine.pdfmake.setUrlAccessPolicy(() => false);\n    engine.pdfmake.setLocalAccessPolicy((path) => !fast && files.includes(path));",
      "engine.pdfmake.setUrlAccessPolicy(() => true);\n    engine.pdfmake.setLocalAccessPolicy(() => true);",
    ),
    "the policy of addresses removed": fault(
      "press.js",
      "setUrlAccessPolicy(() => false)",
      "setUrlAccessPolicy(() => true)",
    ),
    "drawings are not looked at": fault(
      "walls.js",
      "export function refuseHostileSvg(svg) {",
      "export function refuseHostileSvg(svg) {\n    if (svg) return;",
    ),
    "keys are not looked at": fault("walls.js", "if (!Object.hasOwn(KNOWN_KEYS, key))", "if (key === undefined)"),
  },
};
