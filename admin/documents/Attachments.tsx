import DownloadIcon from "@mui/icons-material/Download";
import UploadFileIcon from "@mui/icons-material/UploadFile";
import { Box, Stack, Typography } from "@mui/material";
import { type DragEvent, useRef, useState } from "react";
import { useNotify, useRecordContext, useRefresh } from "react-admin";
import { ATTACHMENT_TYPES } from "../../schema/documents/attachment.rules.js";
import { ActionButton } from "../shared/ActionButton.js";
import type { UserError } from "../shared/ask.js";
import { DeedButton } from "../shared/DeedButton.js";
import { resourceOf } from "../shared/description.js";
import { useLanguage } from "../shared/language.js";
import type { Row } from "../shared/naming.js";
import type { Tab } from "../shared/RecordShow.js";
import { RefusalBox } from "../shared/RefusalBox.js";
import { RelatedList } from "../shared/RelatedList.js";
import { useTrouble } from "../shared/useTrouble.js";
import { useWhyNot } from "../shared/whyNot.js";
import { WITHDRAW_ATTACHMENT } from "./attachment.deeds.js";
import { ATTACHMENT } from "./attachment.facts.js";
import { attachmentAt, sendFile } from "./sendFile.js";

const ENDINGS = Object.keys(ATTACHMENT_TYPES)
  .map((ending) => `.${ending}`)
  .join(",");

/** A place to drop a file on, or to choose one by. */
function Upload() {
  const row = useRecordContext<Row & { id: string }>();
  const { translate, language } = useLanguage();
  const whyNot = useWhyNot()("create", "Attachment");
  const [refusals, setRefusals] = useState<UserError[]>([]);
  const [isSending, setSending] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [notify, refresh, tell] = [useNotify(), useRefresh(), useTrouble()];
  if (!row) return null;
  const send = async (file: File | undefined) => {
    if (!file || whyNot || isSending) return;
    setSending(true);
    try {
      const { userErrors } = await sendFile(file, row.id, language, translate("trouble.unreachable"));
      setRefusals(userErrors);
      if (userErrors.length === 0) notify("attachment.sent", { type: "success" });
      refresh();
    } catch (error) {
      tell(error);
    } finally {
      setSending(false);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };
  return (
    <Stack
      spacing={1}
      onDrop={drop}
      onDragOver={(event) => event.preventDefault()}
      sx={{ width: "100%", border: 1, borderStyle: "dashed", borderColor: "divider", borderRadius: 1, p: 2 }}
    >
      <RefusalBox refusals={refusals} />
      <Box sx={{ display: "flex", gap: 2, alignItems: "center", flexWrap: "wrap" }}>
        <ActionButton
          size="small"
          variant="outlined"
          startIcon={<UploadFileIcon />}
          whyNot={whyNot ?? (isSending ? translate("attachment.sending") : undefined)}
          onClick={() => input.current?.click()}
        >
          {translate("attachment.choose")}
        </ActionButton>
        <Typography variant="body2" color="textSecondary">
          {translate("attachment.help")}
        </Typography>
      </Box>
      <input
        ref={input}
        type="file"
        hidden
        accept={ENDINGS}
        aria-label={translate("attachment.choose")}
        onChange={({ target }) => {
          void send(target.files?.[0]);
          target.value = "";
        }}
      />
    </Stack>
  );
}

function Deeds({ row }: { row: Row }) {
  const { translate } = useLanguage();
  const whyNot = useWhyNot()("download", "Attachment");
  if (row.withdrawnOn) return null;
  return (
    // What is clicked here is not the row, which leads to the page of the attachment.
    <Stack direction="row" spacing={1} onClick={(event) => event.stopPropagation()}>
      <ActionButton size="small" startIcon={<DownloadIcon />} address={attachmentAt(row.id)} whyNot={whyNot}>
        {translate("attachment.download")}
      </ActionButton>
      <DeedButton deed={WITHDRAW_ATTACHMENT} />
    </Stack>
  );
}

/** The tab of a record with its evidence and approval papers. */
export const attachmentsOf = (target: "tradeUnion" | "award" | "assessment"): Tab => ({
  label: "attachment.tab",
  path: resourceOf(ATTACHMENT.record),
  content: (
    <RelatedList
      description={ATTACHMENT}
      target={target}
      actions={<Upload />}
      rowAction={(row) => <Deeds row={row} />}
    />
  ),
});
