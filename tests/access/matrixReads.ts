import type { Answer, Ask } from "./matrixAnswers.js";
import type { Probe } from "./matrixProbes.js";
import type { Reader } from "./matrixReaders.js";

/** How many selections stand in one document. */
const TOGETHER = 90;
/** What is told by several rows or ways stands before what is not told by some. */
const FIRST = "m!rofpsuxn";

/** Adds what one probe found to what others found of the same element. */
export function note(found: Map<string, string>, element: string, letter: string): void {
  const known = found.get(element);
  if (known === undefined || FIRST.indexOf(letter) < FIRST.indexOf(known)) found.set(element, letter);
}

/** Asks many things in few documents; what is refused as a whole is singled out until it is known what is refused. */
export async function measure(ask: Ask, reader: Reader, probes: readonly Probe[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const batches = new Map<string, Probe[]>();
  for (const probe of probes) {
    const known = batches.get(probe.within) ?? [];
    known.push(probe);
    batches.set(probe.within, known);
  }
  for (const batch of batches.values())
    for (let from = 0; from < batch.length; from += TOGETHER)
      await asked(ask, reader, batch.slice(from, from + TOGETHER), found);
  return found;
}

async function asked(ask: Ask, reader: Reader, probes: Probe[], found: Map<string, string>): Promise<void> {
  const distinct = [...new Set(probes.map(({ selection }) => selection))];
  const alias = new Map(distinct.map((selection, at) => [selection, `f${at}`]));
  const { within } = probes[0] as Probe;
  const body = distinct.map((selection) => `${alias.get(selection)}: ${selection}`).join("\n");
  const answer = await ask(reader, within ? `{ row: ${within} {\n${body}\n} }` : `{\n${body}\n}`);
  const whole = wholeRefusal(answer);
  if (whole && distinct.length > 1) {
    for (const part of parted(probes)) await asked(ask, reader, part, found);
    return;
  }
  const { data } = answer;
  const source = within ? (data?.["row"] as Record<string, unknown> | null | undefined) : data;
  for (const { element, selection, letter } of probes) {
    const key = alias.get(selection) as string;
    const error = answer.errors.find(({ path }) => path?.[within ? 1 : 0] === key);
    note(found, element, whole ?? error?.letter ?? letter(source?.[key]));
  }
}

/** What a document was refused for before any of it was read, or where its one row was lost with it. */
function wholeRefusal({ data, errors }: Answer): string | undefined {
  const [first] = errors;
  const isEmpty = !data || Object.values(data).every((each) => each === null);
  return first && isEmpty ? first.letter : undefined;
}

/** By what they lead to, then one by one. */
function parted(probes: Probe[]): Probe[][] {
  const by = (key: "target" | "selection") => {
    const parts = new Map<string, Probe[]>();
    for (const probe of probes) parts.set(probe[key], [...(parts.get(probe[key]) ?? []), probe]);
    return [...parts.values()];
  };
  const byTarget = by("target");
  return byTarget.length > 1 ? byTarget : by("selection");
}
