import RestoreIcon from "@mui/icons-material/Restore";
import { useRecordContext, useUpdate } from "react-admin";
import { ActionButton } from "./ActionButton.js";
import { ConflictDialog } from "./ConflictDialog.js";
import { REASON } from "./change.js";
import { type Description, resourceOf } from "./description.js";
import { instantText } from "./display.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { RefusalBox } from "./RefusalBox.js";
import { restoredRow } from "./restore.js";
import { useChange } from "./useChange.js";
import { useWhyNot } from "./whyNot.js";

/** Sets a record back to a version of the log, as a new version: by the amendment anybody could make, with its rules, refusals and conflicts. */
export function RestoreButton({ description, entry }: { description: Description; entry: Row }) {
  const row = useRecordContext<Row & { id: string }>();
  const resource = resourceOf(description.record);
  const { refusals, conflict, ...rest } = useChange(resource, "audit.restored");
  const { onSuccess, onError } = rest;
  const [update, { isPending }] = useUpdate();
  const whyNot = useWhyNot()("amend", description.record);
  const { language, translate } = useLanguage();
  const restored = row && entry.kind === "CHANGE" ? restoredRow(description, row, entry.after) : undefined;
  if (!row || !restored) return null;
  const restore = () => {
    const reason = translate("audit.restoredReason", { when: instantText(entry.at, language), entry: entry.id });
    update(
      resource,
      { id: row.id, data: { ...restored, [REASON]: reason }, previousData: row },
      { mutationMode: "pessimistic", onSuccess, onError },
    );
  };
  return (
    <>
      <ActionButton
        size="small"
        startIcon={<RestoreIcon />}
        whyNot={whyNot ?? (isPending ? translate("audit.restoring") : undefined)}
        onClick={restore}
      >
        {translate("audit.restore")}
      </ActionButton>
      <RefusalBox refusals={refusals} />
      {conflict ? <ConflictDialog description={description} conflict={conflict} {...rest} /> : null}
    </>
  );
}
