import DescriptionIcon from "@mui/icons-material/Description";
import { room } from "../shared/room.js";
import { ISSUED_DOCUMENT } from "./issuedDocument.facts.js";

export const issuedDocuments = room(ISSUED_DOCUMENT, { icon: DescriptionIcon });
