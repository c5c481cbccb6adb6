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
import { Form, required, TextInput, useDataProvider } from "react-admin";
import { REVEAL_REASON_NAMES } from "../../schema/people/personalFields.rules.js";
import type { Ask, UserError } from "./ask.js";
import { FactInput } from "./FactInput.js";
import { choice } from "./facts.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { RefusalBox } from "./RefusalBox.js";
import { useTrouble } from "./useTrouble.js";

const REASON_CODE = choice("reasonCode", REVEAL_REASON_NAMES, "事由类别", "Purpose", { required: true });

interface Revealed {
  payload: { value: string | null; userErrors: UserError[] };
}
interface Given {
  /** Mutation that answers the value. */
  operation: string;
  given: Record<string, unknown>;
  /** What is shown, and whose it is. */
  label: string;
  whose: string;
  close(): void;
}

/** Asks what for, then shows the value until the dialog is closed; it is kept nowhere. */
export function RevealDialog({ operation, given, label, whose, close }: Given) {
  const { ask } = useDataProvider() as unknown as { ask: Ask };
  const { translate } = useLanguage();
  const [value, setValue] = useState<string>();
  const [refusals, setRefusals] = useState<UserError[]>([]);
  const tell = useTrouble();
  const send = async ({ reasonCode, reason }: Row) => {
    try {
      const { payload } = await ask<Revealed>(operation, { input: { ...given, reasonCode, reason } });
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
          <DialogContentText>{whose}</DialogContentText>
          <Typography
            variant="h5"
            component="output"
            sx={{ fontFamily: "monospace", letterSpacing: 1, whiteSpace: "pre-wrap" }}
          >
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
