import VisibilityIcon from "@mui/icons-material/Visibility";
import { useState } from "react";
import { useRecordContext } from "react-admin";
import {
  PERSONAL_FIELD_NAMES,
  PERSONAL_FIELDS,
  PERSONAL_PLACES,
  type PersonalField,
} from "../../schema/people/personalFields.rules.js";
import { ActionButton } from "../shared/ActionButton.js";
import { useLanguage } from "../shared/language.js";
import type { Row } from "../shared/naming.js";
import { RevealDialog } from "../shared/RevealDialog.js";
import { useViewer } from "../shared/viewer.js";
import { REVEAL } from "./reveal.operations.js";

const maskedOf = (field: PersonalField) => `${PERSONAL_PLACES[field].property}Masked`;

/** An eye for each personal number on file. */
export function RevealButtons() {
  const row = useRecordContext<Row & { id: string }>();
  const viewer = useViewer();
  const { say, translate } = useLanguage();
  const [field, setField] = useState<PersonalField>();
  if (!row) return null;
  const whyNot =
    viewer && !viewer.permissions.includes("reveal:personal-data") ? translate("person.mayNotReveal") : undefined;
  const onFile = PERSONAL_FIELDS.filter((each) => row[maskedOf(each)]);
  return (
    <>
      {onFile.map((each) => (
        <ActionButton
          key={each}
          size="small"
          startIcon={<VisibilityIcon />}
          whyNot={whyNot}
          onClick={() => setField(each)}
        >
          {translate("person.reveal", { field: say(PERSONAL_FIELD_NAMES[each]) })}
        </ActionButton>
      ))}
      {field ? (
        <RevealDialog
          operation={REVEAL}
          given={{ id: row.id, field }}
          label={say(PERSONAL_FIELD_NAMES[field])}
          whose={row["name"]}
          close={() => setField(undefined)}
        />
      ) : null}
    </>
  );
}
