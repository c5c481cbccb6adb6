import { Attachment } from "../../schema/documents/attachment.entity.js";
import { WithdrawAttachmentInput } from "../../schema/documents/attachment.input.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { withdrawAttachment } from "./attachments.actions.js";

export const DocumentsDesk = deeds({
  withdrawAttachment: deed(
    Attachment,
    WithdrawAttachmentInput,
    "withdraw:attachment",
    withdrawAttachment,
    "撤回附件，须说明事由。Withdraws an attachment, for a reason.",
  ),
});
