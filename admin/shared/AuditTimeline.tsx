import { Alert, Box, Button, Chip, Paper, Stack, Typography } from "@mui/material";
import { useState } from "react";
import { useGetList, useRecordContext } from "react-admin";
import { AUDIT_KIND_NAMES, type AuditKind } from "../../schema/audit/auditKinds.rules.js";
import { AUDIT_ENTRY } from "../audit/auditEntry.facts.js";
import { ChangeTable } from "./ChangeTable.js";
import { entryAbout } from "./changes.js";
import { type Description, factOf, fieldsOf } from "./description.js";
import { instantText, numberOf, tableOf } from "./display.js";
import { FactValue } from "./FactValue.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { RestoreButton } from "./RestoreButton.js";
import { useWhyNot } from "./whyNot.js";

const FIELDS = fieldsOf(AUDIT_ENTRY, "show");
const PAGE = 20;
const ACTION = factOf(AUDIT_ENTRY, "action");
const ACTOR = factOf(AUDIT_ENTRY, "account");

/** Rows of the audit log about a record; for a union also those about its dated names and superiors. */
function entriesOf({ record }: Description, id: string): object {
  const own = { record: { eq: tableOf(record) }, recordId: { eq: numberOf(id) } };
  if (record !== "TradeUnion") return own;
  return { or: [own, { tradeUnion: { eq: id }, record: { in: ["trade_union_version", "affiliation"] } }] };
}

/** Who changed what and when, newest first. */
export function AuditTimeline({ description }: { description: Description }) {
  const row = useRecordContext();
  const refused = useWhyNot()("read", "AuditEntry");
  const [page, setPage] = useState(1);
  const { language, say, translate } = useLanguage();
  const { data, total, isPending, error } = useGetList<Row & { id: string }>(
    "auditEntries",
    {
      filter: row ? entriesOf(description, String(row.id)) : {},
      sort: AUDIT_ENTRY.order,
      pagination: { page: 1, perPage: PAGE * page },
      meta: { fields: FIELDS },
    },
    { enabled: Boolean(row) && !refused },
  );
  if (refused) return <Alert severity="info">{refused}</Alert>;
  if (error) return <Alert severity="error">{(error as Error).message}</Alert>;
  if (isPending) return null;
  if (!data?.length) return <Typography color="textSecondary">{translate("audit.empty")}</Typography>;
  return (
    <Stack
      component="ol"
      spacing={1.5}
      sx={{ listStyle: "none", m: 0, p: 0, borderLeft: 2, borderColor: "divider", pl: 2 }}
    >
      {data
        .map((found) => entryAbout(found, numberOf(String(row?.id))))
        .map((entry) => (
          <Paper component="li" variant="outlined" key={entry.id} sx={{ p: 1.5 }}>
            <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: "center", flexWrap: "wrap", mb: 1 }}>
              <Chip size="small" label={<FactValue fact={ACTION} row={entry} />} />
              {entry.kind === "CHANGE" ? null : (
                <Chip size="small" variant="outlined" label={say(AUDIT_KIND_NAMES[entry.kind as AuditKind])} />
              )}
              <Typography variant="subtitle2">
                <FactValue fact={ACTOR} row={entry} />
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {instantText(entry.at, language)}
              </Typography>
              {entry.reason ? <Typography variant="body2">{entry.reason}</Typography> : null}
              {entry.record === tableOf(description.record) ? (
                <RestoreButton description={description} entry={entry} />
              ) : null}
            </Stack>
            <ChangeTable entry={entry} />
          </Paper>
        ))}
      {total && total > data.length ? (
        <Box component="li">
          <Button onClick={() => setPage(page + 1)}>{translate("console.more", { count: total - data.length })}</Button>
        </Box>
      ) : null}
    </Stack>
  );
}
