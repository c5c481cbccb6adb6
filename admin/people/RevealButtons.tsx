import VisibilityIcon from "@mui/icons-material/Visibility";
import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Typography,
} from "@mui/material";
import { useState } from "react";
import { Form, required, TextInput, useDataProvider, useRecordContext } from "react-admin";
import {
  PERSONAL_FIELD_NAMES,
  type PersonalField,
  REVEAL_REASON_NAMES,
} from "../../schema/people/personalFields.rules.js";
import { ActionButton } from "../shared/ActionButton.js";
import type { Ask, UserError } from "../shared/ask.js";
import { FactInput } from "../shared/FactInput.js";
import { choice } from "../shared/facts.js";
import { useLanguage } from "../shared/language.js";
import type { Row } from "../shared/naming.js";
import { RefusalBox } from "../shared/RefusalBox.js";
import { useTrouble } from "../shared/useTrouble.js";
import { useViewer } from "../shared/viewer.js";
import { REVEAL } from "./reveal.operations.js";

const REASON_CODE = choice("reasonCode", REVEAL_REASON_NAMES, "事由类别", "Purpose", { required: true });
const MASKED: Record<PersonalField, string> = { RESIDENT_ID: "residentIdMasked", PHONE: "phoneMasked" };

interface Revealed {
  payload: { value: string | null; userErrors: UserError[] };
}

/** Asks what for, then shows the number until the dialog is closed; it is kept nowhere. */
function RevealDialog({ field, row, close }: { field: PersonalField; row: Row; close(): void }) {
  const { ask } = useDataProvider() as unknown as { ask: Ask };
  const { say, translate } = useLanguage();
  const [value, setValue] = useState<string>();
  const [refusals, setRefusals] = useState<UserError[]>([]);
  const tell = useTrouble();
  const label = say(PERSONAL_FIELD_NAMES[field]);
  const send = async ({ reasonCode, reason }: Row) => {
    try {
      const { payload } = await ask<Revealed>(REVEAL, { input: { id: row["id"], field, reasonCode, reason } });
      setRefusals(payload.userErrors);
      if (payload.value) setValue(payload.value);
    } catch (error) {
      tell(error);
    }
  };
  const title = <DialogTitle id="reveal-title">{translate("person.reveal", { field: label })}</DialogTitle>;
  if (value !== undefined)
    return (
      <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="reveal-title">
        {title}
        <DialogContent>
          <DialogContentText>{row["name"]}</DialogContentText>
          <Typography variant="h5" component="output" sx={{ fontFamily: "monospace", letterSpacing: 1 }}>
            {value}
          </Typography>
          <DialogContentText sx={{ mt: 1 }}>{translate("person.revealed")}</DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate("ra.action.close")}</Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="reveal-title">
      <Form onSubmit={(form: Row) => send(form)}>
        {title}
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>{translate("person.revealHelp")}</DialogContentText>
          <RefusalBox refusals={refusals} />
          <FactInput fact={REASON_CODE} when="create" />
          <TextInput
            source="reason"
            label={translate("person.revealReason")}
            validate={required()}
            helperText={translate("person.revealReasonHelp")}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate("ra.action.cancel")}</Button>
          <Button type="submit" variant="contained">
            {translate("person.show")}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** An eye for each personal number on file. */
export function RevealButtons() {
  const row = useRecordContext<Row & { id: string }>();
  const viewer = useViewer();
  const { say, translate } = useLanguage();
  const [field, setField] = useState<PersonalField>();
  if (!row) return null;
  const whyNot =
    viewer && !viewer.permissions.includes("reveal:personal-data") ? translate("person.mayNotReveal") : undefined;
  const onFile = (Object.keys(MASKED) as PersonalField[]).filter((each) => row[MASKED[each]]);
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
      {field ? <RevealDialog field={field} row={row} close={() => setField(undefined)} /> : null}
    </>
  );
}
