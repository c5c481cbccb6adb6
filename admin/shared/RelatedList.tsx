import { Box, type Theme, useMediaQuery } from "@mui/material";
import type { ReactNode } from "react";
import { Pagination, ReferenceManyField } from "react-admin";
import { type Description, resourceOf } from "./description.js";
import { RecordCards, RecordTable } from "./RecordTable.js";
import { useRooms } from "./roomList.js";

interface Related {
  description: Description;
  /** The link of those rows that leads to the record of the page. */
  target: string;
  history?: boolean;
  actions?: ReactNode;
}

/** Records that point at the record of the page. */
export function RelatedList({ description, target, history, actions }: Related) {
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down("sm"));
  const linked = useRooms().has(resourceOf(description.record));
  const Rows = small ? RecordCards : RecordTable;
  return (
    <>
      {actions ? <Box sx={{ display: "flex", justifyContent: "flex-end", gap: 1, flexWrap: "wrap", pb: 1 }}>{actions}</Box> : null}
      <ReferenceManyField
        reference={resourceOf(description.record)}
        target={target}
        sort={description.order}
        perPage={25}
        filter={history ? { history: true } : {}}
        pagination={<Pagination rowsPerPageOptions={[10, 25, 50, 100]} />}
      >
        <Rows description={description} without={target} linked={linked} />
      </ReferenceManyField>
    </>
  );
}
