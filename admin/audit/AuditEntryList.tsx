import { RecordList } from "../shared/RecordList.js";
import { AUDIT_ENTRY } from "./auditEntry.facts.js";

export const AuditEntryList = () => <RecordList description={AUDIT_ENTRY} />;
