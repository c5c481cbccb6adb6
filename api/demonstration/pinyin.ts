import { pinyin } from "pinyin-pro";

const read = new Map<string, string[]>();
const readSurnames = new Map<string, string[]>();

/** Syllables of a word, without tones; each word is looked up once. */
function syllables(word: string, isSurname = false): string[] {
  const known = isSurname ? readSurnames : read;
  let found = known.get(word);
  if (!found) {
    found = pinyin(word, { toneType: "none", type: "array", v: true, ...(isSurname && { surname: "head" }) });
    found = found.map((one) => one.toLowerCase().replace(/\s/g, ""));
    known.set(word, found);
  }
  return found;
}

const asText = (parts: string[][]) => {
  const all = parts.flat();
  return `${all.join("")} ${all.map((one) => one[0] ?? "").join("")}`;
};

/** What a search looks into: the name, its pinyin and initials, and other keys. The name comes in its words, for the right readings. */
export function searchText(words: readonly string[], ...keys: (string | undefined)[]): string {
  return [words.join(""), asText(words.map((word) => syllables(word))), ...keys.filter(Boolean)]
    .join(" ")
    .toLowerCase();
}

/** The same for a person, whose surname has a reading of its own: 单 is Shàn. */
export function personSearchText(surname: string, given: string): string {
  return `${surname}${given} ${asText([syllables(surname, true), ...Array.from(given, (one) => syllables(one))])}`.toLowerCase();
}
