import { Link as MuiLink } from "@mui/material";
import type { MouseEvent, ReactNode } from "react";
import { Link } from "react-router-dom";
import { RECORD_OF_ID } from "../../schema/records.js";
import { useLanguage } from "./language.js";
import { NAMING, pathOf, type Row } from "./naming.js";
import { useRooms } from "./roomList.js";

/** Name of a record of any kind, in the language of the screen. */
export function useNameOf(): (row: Row) => string {
  const { language } = useLanguage();
  return (row) => {
    const record = RECORD_OF_ID.get(String(row.id).slice(0, String(row.id).lastIndexOf("-")));
    return (record && NAMING[record].name(row, language)) || String(row.id);
  };
}

/** A record's name, leading to its page when it has one. */
export function RecordLink({ row, children }: { row: Row | null | undefined; children?: ReactNode }) {
  const nameOf = useNameOf();
  const shown = useRooms();
  if (!row) return <>—</>;
  const path = pathOf(row.id);
  const resource = path?.split("/")[1];
  const text = children ?? nameOf(row);
  if (!path || !resource || !shown.has(resource)) return <>{text}</>;
  return (
    <MuiLink
      component={Link}
      to={path}
      color="info"
      underline="hover"
      onClick={(event: MouseEvent) => event.stopPropagation()}
    >
      {text}
    </MuiLink>
  );
}
