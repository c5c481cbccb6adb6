import VisibilityIcon from "@mui/icons-material/Visibility";
import { useState } from "react";
import { useRecordContext } from "react-admin";
import { ActionButton } from "../shared/ActionButton.js";
import { useLanguage } from "../shared/language.js";
import type { Row } from "../shared/naming.js";
import { RevealDialog } from "../shared/RevealDialog.js";
import { useWhyNot } from "../shared/whyNot.js";
import { REVEAL_HARDSHIP } from "./hardship.operations.js";

/** An eye for the details of a case. */
export function RevealHardship() {
  const row = useRecordContext<Row & { id: string }>();
  const whyNot = useWhyNot();
  const { translate } = useLanguage();
  const [open, setOpen] = useState(false);
  if (!row?.["detailsMasked"]) return null;
  const label = translate("hardship.details");
  return (
    <>
      <ActionButton
        size="small"
        startIcon={<VisibilityIcon />}
        whyNot={whyNot("reveal", "HardshipCase")}
        onClick={() => setOpen(true)}
      >
        {translate("person.reveal", { field: label })}
      </ActionButton>
      {open ? (
        <RevealDialog
          operation={REVEAL_HARDSHIP}
          given={{ id: row.id }}
          label={label}
          whose={row["person"]?.name ?? ""}
          close={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
