import { useNotify } from "react-admin";
import { AskError } from "./ask.js";
import { useLanguage } from "./language.js";

/** Tells of a failed request in the server's words, with the number under which the server logged it. */
export function useTrouble(): (error: unknown) => void {
  const notify = useNotify();
  const { translate } = useLanguage();
  return (error) => {
    const message = (error as Error)?.message || translate("ra.notification.http_error");
    const id = error instanceof AskError ? error.requestId : undefined;
    const text = id ? translate("trouble.request", { message, id }) : message;
    notify(text, { type: "error", messageArgs: { _: text }, autoHideDuration: 10_000 });
  };
}
