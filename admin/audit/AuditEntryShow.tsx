import { Box } from "@mui/material";
import { Show, SimpleShowLayout, useRecordContext } from "react-admin";
import { ChangeTable } from "../shared/ChangeTable.js";
import { FactSections } from "../shared/FactSections.js";
import type { Row } from "../shared/naming.js";
import { AUDIT_ENTRY } from "./auditEntry.facts.js";

function Entry() {
  const row = useRecordContext<Row & { id: string }>();
  if (!row) return null;
  return (
    <Box sx={{ display: "flex", flexDirection: "column", gap: 2, width: "100%" }}>
      <FactSections description={AUDIT_ENTRY} row={row} />
      <ChangeTable entry={row} />
    </Box>
  );
}

/** One entry of the audit log with what it saw change. */
export const AuditEntryShow = () => (
  <Show actions={false}>
    <SimpleShowLayout>
      <Entry />
    </SimpleShowLayout>
  </Show>
);
