import { useState } from "react";
import { useNotify, useRedirect, useRefresh } from "react-admin";
import type { UserError } from "./ask.js";
import { Conflict, Refused } from "./change.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { useTrouble } from "./useTrouble.js";

/** What happens after a form was sent: saved, refused, or overtaken by somebody else's change. */
export function useChange(resource: string, saidWhenDone: string) {
  const [refusals, setRefusals] = useState<UserError[]>([]);
  const [conflict, setConflict] = useState<Conflict>();
  const notify = useNotify();
  const redirect = useRedirect();
  const refresh = useRefresh();
  const tell = useTrouble();
  const { translate } = useLanguage();
  const show = (record: Row) => {
    setRefusals([]);
    setConflict(undefined);
    redirect("show", resource, record.id, record as never);
  };
  const onSuccess = (record: Row) => {
    notify(saidWhenDone, { type: "success" });
    show(record);
  };
  const onError = (error: unknown) => {
    setRefusals(error instanceof Refused ? error.refusals : []);
    setConflict(error instanceof Conflict ? error : undefined);
    if (error instanceof Refused) {
      const text = translate("form.refused", { count: error.refusals.length });
      notify(text, { type: "error", messageArgs: { _: text } });
    } else if (!(error instanceof Conflict)) tell(error);
  };
  /** Drops my changes and shows the record as it is now. */
  const discard = (theirs: Row) => {
    show(theirs);
    refresh();
  };
  return { refusals, conflict, giveUp: () => setConflict(undefined), discard, onSuccess, onError };
}
