/** Lines of a title hold at most so many characters of 2号. */
const LONGEST = 20;
/** Spans that no line may end within: what is quoted or bracketed, and a number with its unit. */
const WHOLE = /《[^》]{1,16}》|“[^”]{1,12}”|〔[^〕]+〕|（[^）]{1,10}）|\d+(?:年度|年|月|日|项|个|号|%)?|—+|…+/gu;
const NO_START = /^[的和与及、，。；：）》”〕]/u;
const NO_END = /[（《“〔]$/u;

/**
 * Breaks a title by sense into the fewest lines, shaped as a trapezoid or a diamond (GB/T 9704, 7.3.1).
 * `keep` names what must not be torn, such as the name of a unit.
 */
export function titleLines(title: string, keep: readonly string[] = []): string[] {
  const words = titleWords(title, keep);
  const least = Math.ceil(widthOf(title) / LONGEST);
  for (let count = least; count <= words.length; count += 1) {
    const [best] = splits(words, count)
      .filter((lines) => lines.every((line) => widthOf(line) <= LONGEST))
      .map((lines) => ({ lines, cost: costOf(lines) }))
      .sort((first, second) => first.cost - second.cost);
    if (best) return best.lines;
  }
  return title.match(new RegExp(`.{1,${LONGEST}}`, "gu")) ?? [title];
}

function titleWords(title: string, keep: readonly string[]): string[] {
  const spans = [
    ...keep.filter((name) => name && widthOf(name) <= LONGEST).flatMap((name) => occurrences(title, name)),
  ];
  for (const match of title.matchAll(WHOLE)) spans.push([match.index, match.index + match[0].length]);
  const cuts = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(title)].map(({ index }) => index);
  const inside = (cut: number) => spans.some(([from, to]) => cut > from && cut < to);
  const edges = spans.flat();
  const all = [...new Set([...cuts, ...edges])].filter((cut) => cut > 0 && cut < title.length && !inside(cut));
  const bounds = [0, ...all.sort((first, second) => first - second), title.length];
  return bounds.slice(1).map((to, index) => title.slice(bounds[index], to));
}

function occurrences(text: string, part: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push([at, at + part.length]);
  return found;
}

function splits(words: readonly string[], count: number): string[][] {
  if (count === 1) return [[words.join("")]];
  const all: string[][] = [];
  for (let first = 1; first <= words.length - count + 1; first += 1) {
    const head = words.slice(0, first).join("");
    if (widthOf(head) > LONGEST) break;
    for (const rest of splits(words.slice(first), count - 1)) all.push([head, ...rest]);
  }
  return all;
}

/** Half-width characters count half. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[ -~]/.test(character) ? 0.5 : 1), 0);
}

function costOf(lines: readonly string[]): number {
  const widths = lines.map(widthOf);
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const uneven = widths.reduce((sum, width) => sum + (width - mean) ** 2, 0);
  const badEdges =
    lines.slice(1).filter((line) => NO_START.test(line)).length + lines.filter((line) => NO_END.test(line)).length;
  const stump = (widths.at(-1) ?? 0) < Math.max(...widths) / 3 ? 1 : 0;
  return uneven + (isShapely(widths) ? 0 : 40) + 100 * badEdges + 200 * stump;
}

/** Rising, falling, or widest in the middle; an hourglass is neither. */
function isShapely(widths: readonly number[]): boolean {
  const rises = widths.slice(1).map((width, index) => Math.sign(width - (widths[index] ?? 0)));
  const turns = rises.filter((rise) => rise !== 0);
  return (
    turns.every((rise, index) => index === 0 || rise <= (turns[index - 1] ?? 0)) || turns.every((rise) => rise > 0)
  );
}
