import HistoryIcon from "@mui/icons-material/History";
import { room } from "../shared/room.js";
import { AuditEntryList } from "./AuditEntryList.js";
import { AuditEntryShow } from "./AuditEntryShow.js";
import { AUDIT_ENTRY } from "./auditEntry.facts.js";

export const auditEntries = room(AUDIT_ENTRY, { icon: HistoryIcon, list: AuditEntryList, show: AuditEntryShow });
