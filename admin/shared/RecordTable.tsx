import { Box, Card, Stack, Typography } from "@mui/material";
import type { ReactNode } from "react";
import { DataTable, RecordContextProvider, useListContext } from "react-admin";
import type { Description } from "./description.js";
import { factOf } from "./description.js";
import { FactValue, isNumber } from "./FactValue.js";
import type { Fact } from "./facts.js";
import { useLanguage } from "./language.js";
import { Nothing } from "./Nothing.js";
import type { Row } from "./naming.js";
import { RecordLink } from "./RecordLink.js";

interface Rows {
  description: Description;
  /** Fact left out because the page is about it. */
  without?: string | undefined;
  /** Whether the rows stand on the page of another record. */
  related?: boolean;
  /** A button at the end of a row. */
  rowAction?: ((row: Row) => ReactNode) | undefined;
  /** Whether the first column leads to the row's own page. */
  linked?: boolean;
}

/** What a row is named by stays readable where the table is squeezed. */
const FIRST = { display: "inline-block", minWidth: "6em" };

const firstLink = (fact: Fact, row: Row) =>
  fact.kind === "link" ? (row[fact.source]?.name ?? undefined) : <FactValue fact={fact} row={row} />;

/** Rows as a table; the first column is a real link to the row's page. */
export function RecordTable({ description, without, related = false, linked = true, rowAction }: Rows) {
  const { say } = useLanguage();
  const shown = [...description.columns, ...description.hidden].filter((one) => one !== without);
  const [first] = shown;
  return (
    <DataTable
      bulkActionButtons={false}
      rowClick={linked ? "show" : false}
      hiddenColumns={description.hidden}
      empty={<Nothing related={related} />}
      sx={{
        "& .RaDataTable-headerCell": {
          whiteSpace: "nowrap",
          bgcolor: "action.hover",
          color: "text.secondary",
          fontWeight: 600,
        },
      }}
    >
      {shown.map((source) => {
        const fact = factOf(description, source);
        return (
          <DataTable.Col
            key={source}
            source={source}
            label={say(fact.label)}
            disableSort={!fact.sortable}
            align={isNumber(fact) ? "right" : "left"}
            render={(row: Row) =>
              linked && source === first ? (
                <span style={FIRST}>
                  <RecordLink row={row}>{firstLink(fact, row)}</RecordLink>
                </span>
              ) : (
                <FactValue fact={fact} row={row} />
              )
            }
          />
        );
      })}
      {rowAction ? (
        <DataTable.Col
          key="act"
          source="act"
          label=" "
          disableSort
          align="right"
          render={(row: Row) => rowAction(row)}
        />
      ) : null}
    </DataTable>
  );
}

/** The same rows as cards, for a telephone. */
export function RecordCards({ description, without, related = false, linked = true, rowAction }: Rows) {
  const { data, isPending } = useListContext<Row & { id: string }>();
  const { say } = useLanguage();
  const [first, ...rest] = description.columns
    .filter((one) => one !== without)
    .map((source) => factOf(description, source));
  if (isPending || !first) return null;
  if (!data?.length) return <Nothing related={related} />;
  return (
    <Stack component="ul" spacing={1} sx={{ listStyle: "none", p: 1, m: 0 }}>
      {data.map((row) => (
        <Card component="li" key={row.id} sx={{ px: 2, py: 1.25 }}>
          <Typography variant="subtitle2" component="div" sx={{ mb: 0.5, fontSize: 15 }}>
            {linked ? <RecordLink row={row}>{firstLink(first, row)}</RecordLink> : <FactValue fact={first} row={row} />}
          </Typography>
          <Box
            component="dl"
            sx={{ m: 0, display: "grid", gridTemplateColumns: "auto 1fr", columnGap: 1.5, rowGap: 0.25 }}
          >
            {rest.map((fact) => (
              <Box key={fact.source} sx={{ display: "contents", fontSize: 13 }}>
                <Typography component="dt" variant="body2" color="textSecondary" sx={{ whiteSpace: "nowrap" }}>
                  {say(fact.label)}
                </Typography>
                <Typography component="dd" variant="body2" sx={{ m: 0, minWidth: 0, overflowWrap: "anywhere" }}>
                  <FactValue fact={fact} row={row} />
                </Typography>
              </Box>
            ))}
          </Box>
          {rowAction ? <RecordContextProvider value={row}>{rowAction(row)}</RecordContextProvider> : null}
        </Card>
      ))}
    </Stack>
  );
}
