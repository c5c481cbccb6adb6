import type { Block, Definition } from "./definition.js";
import { PaperRefusal } from "./paperRefusal.js";

/** Elements by which a drawing reaches beyond itself: other files, scripts, foreign matter. */
const REACHING_ELEMENT =
  /<\s*(?:[\w-]+:)?(image|foreignobject|script|iframe|object|embed|audio|video|feimage|set|animate\w*|handler|style)\b/i;
const DECLARATION = /<\s*[!?]/;
const LINK = /\b(?:[\w-]+:)?(?:href|src)\s*=\s*(?:"\s*([^"]*)"|'\s*([^']*)'|([^\s>]+))/gi;
const RESOURCE = /url\s*\(\s*["']?\s*([^"')\s]*)/gi;
const EVENT = /\son\w+\s*=/i;

/** Our engine's SVG drawer heeds no access policy, so a drawing that names anything outside itself is refused before it is seen. */
export function refuseHostileSvg(svg: string): void {
  const links = [...svg.matchAll(LINK)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");
  const resources = [...svg.matchAll(RESOURCE)].map(([, target]) => target ?? "");
  const reaches = [...links, ...resources].some((target) => !target.startsWith("#"));
  if (reaches || REACHING_ELEMENT.test(svg) || DECLARATION.test(svg) || EVENT.test(svg) || svg.includes("@import")) {
    throw new PaperRefusal("CONTENT_REFUSED", "图形含有外部引用，未予出件。");
  }
}

const KNOWN_KEYS: Record<keyof Block, true> = {
  text: true,
  stack: true,
  columns: true,
  columnGap: true,
  width: true,
  table: true,
  layout: true,
  svg: true,
  fit: true,
  canvas: true,
  margin: true,
  absolutePosition: true,
  relativePosition: true,
  pageBreak: true,
  unbreakable: true,
  outline: true,
  outlineText: true,
  outlineParentId: true,
  id: true,
  colSpan: true,
  rowSpan: true,
  verticalAlignment: true,
  snap: true,
  room: true,
  colophon: true,
  font: true,
  fontSize: true,
  lineHeight: true,
  color: true,
  alignment: true,
  characterSpacing: true,
  leadingIndent: true,
};

interface Gatekeeper {
  isComposed(text: unknown): boolean;
  isDrawn(svg: unknown): boolean;
}

function inspect(block: Block, keeper: Gatekeeper): void {
  if (typeof block !== "object" || block === null) refuse("a bare string");
  for (const key of Object.keys(block)) if (!Object.hasOwn(KNOWN_KEYS, key)) refuse(`the key "${key}"`);
  if (block.text !== undefined && !keeper.isComposed(block.text)) refuse("a text that was not composed");
  if (block.svg !== undefined && !keeper.isDrawn(block.svg)) refuse("a drawing that was not admitted");
  for (const inner of [block.stack ?? [], block.columns ?? [], block.table?.body.flat() ?? []].flat())
    inspect(inner, keeper);
}

function refuse(what: string): never {
  throw new PaperRefusal("CONTENT_REFUSED", `the document holds ${what}`);
}

/** Refuses a document with any text, drawing or reference that did not come through the compositor. */
export function inspectDefinition(definition: Definition, keeper: Gatekeeper): void {
  for (const block of definition.content) inspect(block, keeper);
  const footer = definition.footer(1);
  if (footer) inspect(footer, keeper);
}
