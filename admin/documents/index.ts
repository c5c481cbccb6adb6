import AttachFileIcon from "@mui/icons-material/AttachFile";
import DescriptionIcon from "@mui/icons-material/Description";
import { room } from "../shared/room.js";
import { ATTACHMENT } from "./attachment.facts.js";
import { ISSUED_DOCUMENT } from "./issuedDocument.facts.js";

export const issuedDocuments = room(ISSUED_DOCUMENT, { icon: DescriptionIcon });
export const attachments = room(ATTACHMENT, { icon: AttachFileIcon });
