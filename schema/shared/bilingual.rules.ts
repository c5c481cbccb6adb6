/** Words for one thing in both languages of the system: official Chinese, and English beside it. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** The languages a message can be asked in; Chinese is the default everywhere. */
export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One pair of words, written short so that a table of names stays one line a value. */
export function words(zh: string, en: string): Bilingual {
  return { zh, en };
}
