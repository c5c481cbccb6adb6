import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from "@mui/material";
import { type ReactNode, useState } from "react";
import { Form, TextInput, useDataProvider, useNotify, useRecordContext, useRefresh } from "react-admin";
import { ActionButton } from "./ActionButton.js";
import type { UserError } from "./ask.js";
import { REASON, valueOf } from "./change.js";
import type { ConsoleProvider } from "./dataProvider.js";
import type { Deed } from "./deed.js";
import { FactInput } from "./FactInput.js";
import { inputName } from "./facts.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { deedOperation } from "./operations.js";
import { RefusalBox } from "./RefusalBox.js";
import { SecretDialog } from "./SecretDialog.js";
import { useTrouble } from "./useTrouble.js";
import { useWhyNot } from "./whyNot.js";

interface Payload {
  payload: { userErrors: UserError[]; secret?: string };
}

/** Sends a deed and tells what was refused. */
function useDeed(deed: Deed, row: Row, done: () => void) {
  const { ask } = useDataProvider() as unknown as ConsoleProvider;
  const [refusals, setRefusals] = useState<UserError[]>([]);
  const [secret, setSecret] = useState<string>();
  const notify = useNotify();
  const refresh = useRefresh();
  const tell = useTrouble();
  const send = async (form: Row) => {
    const values = deed.facts
      .map((one) => [inputName(one), valueOf(form, one)] as const)
      .filter(([, value]) => value !== null);
    const reason = form[REASON] ? { reason: form[REASON] } : {};
    const filled = Object.fromEntries(values);
    const input = { ...deed.given(row), ...(deed.shaped?.(filled) ?? filled), ...reason };
    try {
      const { payload } = await ask<Payload>(deedOperation(deed.mutation, deed.record, deed.secret), { input });
      setRefusals(payload.userErrors);
      if (payload.userErrors.length > 0) return;
      notify("union.done", { type: "success" });
      refresh();
      if (payload.secret) setSecret(payload.secret);
      else done();
    } catch (error) {
      tell(error);
    }
  };
  return { refusals, secret, send };
}

function DeedDialog({ deed, row, close }: { deed: Deed; row: Row; close(): void }) {
  const { translate } = useLanguage();
  const { refusals, secret, send } = useDeed(deed, row, close);
  if (secret) return <SecretDialog title={translate(deed.label)} secret={secret} close={close} />;
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="deed-title">
      <Form onSubmit={(form: Row) => send(form)}>
        <DialogTitle id="deed-title">{translate(deed.label)}</DialogTitle>
        <DialogContent>
          {deed.help ? (
            <DialogContentText sx={{ mb: 1 }}>{translate(deed.help, { name: row.name })}</DialogContentText>
          ) : null}
          <RefusalBox refusals={refusals} />
          {deed.facts.map((fact) => (
            <FactInput key={fact.source} fact={fact} when="create" />
          ))}
          <TextInput source={REASON} label={translate("form.reason")} helperText={translate("form.reasonHelp")} />
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate("ra.action.cancel")}</Button>
          <Button type="submit" variant="contained" color={deed.grave ? "error" : "primary"}>
            {translate(deed.label)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** A button that opens the form of a deed on the record at hand. */
export function DeedButton({ deed, icon }: { deed: Deed; icon?: ReactNode }) {
  const record = useRecordContext<Row & { id: string }>();
  const row = deed.alone ? {} : record;
  const whyNot = useWhyNot();
  const { translate } = useLanguage();
  const [open, setOpen] = useState(false);
  if (!row) return null;
  return (
    <>
      <ActionButton
        size="small"
        startIcon={icon}
        color={deed.grave ? "error" : "primary"}
        whyNot={whyNot(deed.verb, deed.record)}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {translate(deed.label)}
      </ActionButton>
      {open ? <DeedDialog deed={deed} row={row} close={() => setOpen(false)} /> : null}
    </>
  );
}
