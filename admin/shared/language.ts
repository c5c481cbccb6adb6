import polyglotI18nProvider from "ra-i18n-polyglot";
import packEn from "ra-language-english";
import { useLocale, useTranslate } from "react-admin";
import { RECORDS } from "../../schema/records.js";
import type { Bilingual, Language } from "../../schema/shared/bilingual.rules.js";
import { DESCRIPTIONS } from "./descriptions.js";
import { formSource } from "./facts.js";
import { packZh } from "./packZh.js";
import { wordsEn } from "./words.en.js";
import { wordsZh } from "./words.zh.js";

/** Names of resources and fields, from the register and the facts. */
function resourceNames(language: Language) {
  const entries = DESCRIPTIONS.map(({ record, plural, facts }) => {
    // Polyglot keeps a dotted key such as `territory.id` flat, which is how react-admin asks for it.
    const fields = facts.flatMap((one) => [one.source, formSource(one)].map((source) => [source, one.label[language]]));
    const name = `${RECORDS[record][language]} |||| ${plural[language]}`;
    return [RECORDS[record].many, { name, fields: Object.fromEntries(fields) }];
  });
  return Object.fromEntries(entries);
}

const messages: Record<string, object> = {
  zh: { ...packZh, ...wordsZh, resources: resourceNames("zh") },
  en: { ...packEn, ...wordsEn, resources: resourceNames("en") },
};

export const i18nProvider = polyglotI18nProvider(
  (locale) => messages[locale] as never,
  "zh",
  [
    { locale: "zh", name: "中文" },
    { locale: "en", name: "English" },
  ],
  { allowMissing: true },
);

export const currentLanguage = (): Language => (i18nProvider.getLocale() === "en" ? "en" : "zh");

/** The language of the screen, and a way to say a pair of words in it. */
export function useLanguage() {
  const language: Language = useLocale() === "en" ? "en" : "zh";
  const translate = useTranslate();
  return { language, say: (words: Bilingual) => words[language], translate };
}
