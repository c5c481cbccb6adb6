import type { Bilingual } from "../../schema/shared/bilingual.rules.js";

type Say = (part: string) => Bilingual | undefined;

/**
 * One kind of message that a library gives in English: how it reads there, by named groups, and how we say it. `{name}` is a
 * group, a part in `[…]` is left out when a group of it is missing. Without `en` it is said in English as it reads.
 */
export interface Kind {
  form: RegExp;
  zh: string;
  en?: string;
  /** Groups that are not names, and how they are said; one that cannot be said makes the message unknown. */
  said?: Record<string, Say>;
}

type Groups = Record<string, string | undefined>;

const fill = (pattern: string, groups: Groups): string =>
  pattern
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => groups[name as string] !== undefined) ? part : "",
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => groups[name] ?? "");

const GUESS =
  / Did you mean (?<how>to use an inline fragment on |the enum value )?(?<names>"[^"]*"(?:(?:, or |, | or )"[^"]*")*)\?$/;

/** What the library thinks was meant stands at the end of many of its messages. */
function guessed(message: string): { body: string; guess: Bilingual } {
  const found = GUESS.exec(message);
  if (!found) return { body: message, guess: { zh: "", en: "" } };
  const names = [...(found.groups?.["names"] ?? "").matchAll(/"([^"]*)"/g)].map(([, name]) => name).join("、");
  const isFragment = found.groups?.["how"]?.startsWith("to use");
  return {
    body: message.slice(0, found.index),
    guess: { zh: isFragment ? `是否应在 ${names} 上使用内联片段？` : `是否应为 ${names}？`, en: found[0] },
  };
}

/** A message of a library in both languages; undefined when it is of no kind we know. */
export function sayAs(message: string, kinds: readonly Kind[]): Bilingual | undefined {
  const { body, guess } = guessed(message);
  for (const { form, zh, en, said = {} } of kinds) {
    const groups = form.exec(body)?.groups ?? (form.test(body) ? {} : undefined);
    if (!groups) continue;
    const both = Object.entries(said).map(([name, say]) => {
      const part = groups[name];
      return [name, part === undefined ? { zh: undefined, en: undefined } : say(part)] as const;
    });
    if (both.some(([, words]) => !words)) return undefined;
    const parts = (language: "zh" | "en"): Groups => ({
      ...groups,
      ...Object.fromEntries(both.map(([name, words]) => [name, words?.[language]])),
    });
    return {
      zh: fill(zh, parts("zh")) + guess.zh,
      en: (en === undefined ? body : fill(en, parts("en"))) + guess.en,
    };
  }
  return undefined;
}
