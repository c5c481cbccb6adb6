import AddIcon from "@mui/icons-material/Add";
import { Card, type Theme, useMediaQuery } from "@mui/material";
import type { ReactNode } from "react";
import { ColumnsButton, FilterButton, List, Pagination, TopToolbar } from "react-admin";
import { RECORDS } from "../../schema/records.js";
import { ActionButton } from "./ActionButton.js";
import { type Description, resourceOf } from "./description.js";
import { useFilters } from "./filters.js";
import { useLanguage } from "./language.js";
import { RecordCards, RecordTable } from "./RecordTable.js";
import { useWhyNot } from "./whyNot.js";

const PAGES = [10, 25, 50, 100];

/** A button that opens the form of a new record, greyed with the reason where it may not be used. */
export function CreateAction({ description, given }: { description: Description; given?: object }) {
  const { say, translate } = useLanguage();
  const whyNot = useWhyNot();
  if (!description.writes.create) return null;
  const search = given ? `?source=${encodeURIComponent(JSON.stringify(given))}` : "";
  return (
    <ActionButton
      size="small"
      variant="contained"
      startIcon={<AddIcon />}
      to={`/${resourceOf(description.record)}/create${search}`}
      whyNot={whyNot(description.createVerb ?? "create", description.record)}
    >
      {translate("ra.page.create", { name: say(RECORDS[description.record]) })}
    </ActionButton>
  );
}

/** The list of a record: filters and order in the address, page numbers with the total, columns to choose. */
export function RecordList({ description, actions }: { description: Description; actions?: ReactNode }) {
  const { say } = useLanguage();
  const filters = useFilters(description);
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down("sm"));
  return (
    <List
      title={say(description.plural)}
      filters={filters}
      sort={description.order}
      perPage={25}
      pagination={<Pagination rowsPerPageOptions={PAGES} />}
      exporter={false}
      empty={false}
      component={small ? "div" : Card}
      actions={
        <TopToolbar sx={{ gap: 0.5, alignItems: "center" }}>
          {filters.length > 1 ? <FilterButton /> : null}
          {small ? null : <ColumnsButton />}
          {actions}
          <CreateAction description={description} />
        </TopToolbar>
      }
    >
      {small ? <RecordCards description={description} /> : <RecordTable description={description} />}
    </List>
  );
}
