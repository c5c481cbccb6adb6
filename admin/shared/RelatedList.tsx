import { Box, type Theme, useMediaQuery } from "@mui/material";
import type { ReactNode } from "react";
import { Pagination, ReferenceManyField, useListContext } from "react-admin";
import { type Description, resourceOf } from "./description.js";
import type { Row } from "./naming.js";
import { RecordCards, RecordTable } from "./RecordTable.js";
import { useRooms } from "./roomList.js";

const PAGES = [10, 25, 50, 100] as [number, ...number[]];

interface Related {
  description: Description;
  /** The link of those rows that leads to the record of the page. */
  target: string;
  history?: boolean;
  actions?: ReactNode;
  /** A button at the end of a row. */
  rowAction?: (row: Row) => ReactNode;
}

/** Page numbers, where there is more than one page to number. */
function Pages() {
  const { total = 0 } = useListContext();
  return total > PAGES[0] ? <Pagination rowsPerPageOptions={PAGES} /> : null;
}

/** Records that point at the record of the page. */
export function RelatedList({ description, target, history, actions, rowAction }: Related) {
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down("sm"));
  const linked = useRooms().has(resourceOf(description.record));
  const Rows = small ? RecordCards : RecordTable;
  return (
    <>
      {actions ? (
        <Box sx={{ display: "flex", justifyContent: "flex-end", gap: 1, flexWrap: "wrap", pb: 1 }}>{actions}</Box>
      ) : null}
      <ReferenceManyField
        reference={resourceOf(description.record)}
        target={target}
        sort={description.order}
        perPage={25}
        filter={history ? { history: true } : {}}
        pagination={<Pages />}
      >
        <Rows description={description} without={target} related linked={linked} rowAction={rowAction} />
      </ReferenceManyField>
    </>
  );
}
