import { Box, Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useReference } from "react-admin";
import { RECORDS } from "../../schema/records.js";
import { type ColumnChange, columnChanges } from "./changes.js";
import { resourceOf } from "./description.js";
import { FactValue } from "./FactValue.js";
import type { Fact } from "./facts.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { RecordLink } from "./RecordLink.js";

function Linked({ fact, number }: { fact: Fact; number: unknown }) {
  const record = fact.record ?? "TradeUnion";
  const id = `${RECORDS[record].one}-${number}`;
  const { referenceRecord } = useReference({ reference: resourceOf(record), id });
  return referenceRecord ? <RecordLink row={referenceRecord} /> : <>{id}</>;
}

function Seen({ fact, value }: { fact: Fact | undefined; value: unknown }) {
  if (value === null || value === undefined) return <>—</>;
  if (fact?.kind === "link") return <Linked fact={fact} number={value} />;
  if (fact) return <FactValue fact={fact} row={{ [fact.source]: value }} />;
  return <>{typeof value === "object" ? JSON.stringify(value) : String(value)}</>;
}

/** Field by field: before and after. */
export function ChangeTable({ entry }: { entry: Row }) {
  const { say, translate } = useLanguage();
  const changes: ColumnChange[] = columnChanges(entry);
  if (changes.length === 0) return null;
  const isChange = entry.kind === "CHANGE";
  return (
    <Box sx={{ overflowX: "auto" }}>
      <Table size="small" aria-label={translate("audit.what")}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: "26%" }}>{translate("audit.field")}</TableCell>
            {isChange ? <TableCell sx={{ width: "37%" }}>{translate("audit.before")}</TableCell> : null}
            <TableCell>{translate(isChange ? "audit.after" : "audit.told")}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {changes.map(({ column, fact, before, after }) => (
            <TableRow key={column}>
              <TableCell component="th" scope="row">
                {fact ? say(fact.label) : <code title={translate("audit.technical")}>{column}</code>}
              </TableCell>
              {isChange ? (
                <TableCell>
                  <Seen fact={fact} value={before} />
                </TableCell>
              ) : null}
              <TableCell sx={{ overflowWrap: "anywhere" }}>
                <Seen fact={fact} value={after} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
