import { localStorageStore } from "react-admin";
import { asker } from "./ask.js";
import { dataProviderOf } from "./dataProvider.js";
import { DESCRIPTIONS } from "./descriptions.js";
import { digestOf, documentIds } from "./documentIds.js";
import { currentLanguage, i18nProvider } from "./language.js";
import { lostSession } from "./lostSession.js";
import { authProviderOf, Session } from "./session.js";
import { readSetting } from "./setting.js";

/** The parts of the running console that every screen shares. */
export const store = localStorageStore("1", "gonghui");

/** Key of the day asked about in the store; absent for today. */
export const AS_OF_KEY = "asOf";
export const asOf = (): string | undefined => store.getItem<string | null>(AS_OF_KEY, null) ?? undefined;

export const ask = asker({
  fetch: (...request) => fetch(...request),
  language: currentLanguage,
  unreachable: () => i18nProvider.translate("trouble.unreachable"),
  documentId: documentIds({ setting: readSetting, digest: digestOf }),
  signInAgain: () => lostSession.signInAgain(),
});
export const session = new Session(ask);
export const authProvider = authProviderOf(session);
export const dataProvider = dataProviderOf(ask, DESCRIPTIONS, {
  asOf,
  notThere: () => i18nProvider.translate("asOf.absent"),
});
