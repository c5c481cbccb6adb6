import { Alert } from "@mui/material";
import type { ReactNode } from "react";
import { Create, Edit, SaveButton, SimpleForm, Toolbar, useRecordContext } from "react-admin";
import { ActionButton } from "./ActionButton.js";
import { ConflictDialog } from "./ConflictDialog.js";
import { type Description, resourceOf } from "./description.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { RecordInputs } from "./RecordInputs.js";
import { RefusalBox } from "./RefusalBox.js";
import { useChange } from "./useChange.js";
import { useWhyNot, useWhyNotAmend } from "./whyNot.js";

function SaveBar({ whyNot, back }: { whyNot: string | undefined; back: string }) {
  const { translate } = useLanguage();
  return (
    <Toolbar sx={{ gap: 1 }}>
      {whyNot ? (
        <ActionButton variant="contained" whyNot={whyNot}>
          {translate("ra.action.save")}
        </ActionButton>
      ) : (
        <SaveButton />
      )}
      <ActionButton to={back}>{translate("ra.action.cancel")}</ActionButton>
    </Toolbar>
  );
}

interface Form {
  description: Description;
  /** Inputs of the room, when they are more than its facts. */
  inputs?: ReactNode;
}

function EditForm({ description, inputs, children }: Form & { children: ReactNode }) {
  const row = useRecordContext<Row & { id: string }>();
  const whyNot = useWhyNotAmend(description.record, row);
  const back = `/${resourceOf(description.record)}/${encodeURIComponent(row?.id ?? "")}/show`;
  return (
    <SimpleForm warnWhenUnsavedChanges toolbar={<SaveBar whyNot={whyNot} back={back} />}>
      {whyNot ? (
        <Alert severity="warning" sx={{ mb: 2, width: "100%" }}>
          {whyNot}
        </Alert>
      ) : null}
      {children}
      {inputs ?? <RecordInputs description={description} when="amend" />}
    </SimpleForm>
  );
}

/** Amends a record: sent when saved, with the version that was read; a stale one opens the choice between theirs and mine. */
export function RecordEdit({ description, inputs }: Form) {
  const resource = resourceOf(description.record);
  const { refusals, conflict, ...rest } = useChange(resource, "form.saved");
  const { onSuccess, onError } = rest;
  return (
    <Edit mutationMode="pessimistic" mutationOptions={{ onSuccess, onError }} actions={false}>
      <EditForm description={description} inputs={inputs}>
        <RefusalBox refusals={refusals} />
      </EditForm>
      {conflict ? <ConflictDialog description={description} conflict={conflict} {...rest} /> : null}
    </Edit>
  );
}

/** Adds a record. */
export function RecordCreate({ description, inputs }: Form) {
  const resource = resourceOf(description.record);
  const whyNot = useWhyNot()(description.createVerb ?? "create", description.record);
  const { refusals, onSuccess, onError } = useChange(resource, "form.created");
  return (
    <Create mutationOptions={{ onSuccess, onError }} actions={false}>
      <SimpleForm warnWhenUnsavedChanges toolbar={<SaveBar whyNot={whyNot} back={`/${resource}`} />}>
        {whyNot ? (
          <Alert severity="warning" sx={{ mb: 2, width: "100%" }}>
            {whyNot}
          </Alert>
        ) : null}
        <RefusalBox refusals={refusals} />
        {inputs ?? <RecordInputs description={description} when="create" />}
      </SimpleForm>
    </Create>
  );
}
