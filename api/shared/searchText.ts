import { pinyin } from "pinyin-pro";

/** What the free search looks into: the name, its pinyin, its initials and the codes, in lower case. */
export function searchText(name: string, codes: (string | null | undefined)[] = [], isPerson = false): string {
  const options = { toneType: "none", type: "array", surname: isPerson ? "head" : "off" } as const;
  const plain = name.normalize("NFKC").replace(/\s+/g, "");
  const whole = pinyin(plain, options).join("").replace(/\s+/g, "");
  const initials = pinyin(plain, { ...options, pattern: "first" })
    .join("")
    .replace(/\s+/g, "");
  return [name.normalize("NFKC"), whole, initials, ...codes].filter(Boolean).join(" ").toLowerCase();
}
