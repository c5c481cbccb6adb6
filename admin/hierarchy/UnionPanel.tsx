import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import OpenInFullIcon from "@mui/icons-material/OpenInFull";
import { Alert, Box, Breadcrumbs, Skeleton, Stack, Typography } from "@mui/material";
import { useGetOne } from "react-admin";
import {
  UNION_LEVEL_NAMES,
  UNION_TYPE_NAMES,
  type UnionLevel,
  type UnionType,
} from "../../schema/hierarchy/unionType.rules.js";
import { ActionButton } from "../shared/ActionButton.js";
import { dayText } from "../shared/display.js";
import { Figures } from "../shared/Figures.js";
import { LevelBadge } from "../shared/LevelBadge.js";
import { useLanguage } from "../shared/language.js";
import type { Row } from "../shared/naming.js";
import { RecordLink } from "../shared/RecordLink.js";
import { useWhyNot } from "../shared/whyNot.js";
import { childOf, underThis } from "./links.js";
import { PANEL_FIELDS } from "./tree.js";

function Actions({ row }: { row: Row }) {
  const { translate } = useLanguage();
  const whyNot = useWhyNot();
  const page = `/tradeUnions/${encodeURIComponent(row.id)}`;
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: "wrap" }}>
      <ActionButton size="small" variant="contained" startIcon={<OpenInFullIcon />} to={`${page}/show`}>
        {translate("tree.open")}
      </ActionButton>
      <ActionButton
        size="small"
        variant="outlined"
        startIcon={<EditIcon />}
        to={page}
        whyNot={whyNot("amend", "TradeUnion")}
      >
        {translate("ra.action.edit")}
      </ActionButton>
      <ActionButton
        size="small"
        variant="outlined"
        startIcon={<AddIcon />}
        to={childOf(row)}
        whyNot={whyNot("create", "TradeUnion")}
      >
        {translate("union.createChild")}
      </ActionButton>
    </Stack>
  );
}

/** The chosen union in short: where it stands, its totals, and what can be done. */
export function UnionPanel({ id }: { id: string }) {
  const { say, language, translate } = useLanguage();
  const { data: row, error } = useGetOne<Row & { id: string }>("tradeUnions", { id, meta: { fields: PANEL_FIELDS } });
  if (error) return <Alert severity="error">{(error as Error).message}</Alert>;
  if (!row) return <Skeleton variant="rounded" height={220} />;
  const facts: [string, React.ReactNode][] = [
    [translate("resources.tradeUnions.fields.code"), row.code],
    [translate("resources.tradeUnions.fields.type"), say(UNION_TYPE_NAMES[row.type as UnionType])],
    [translate("resources.tradeUnions.fields.level"), say(UNION_LEVEL_NAMES[row.level as UnionLevel])],
    [translate("resources.tradeUnions.fields.parent"), <RecordLink key="parent" row={row.parent} />],
    [translate("resources.tradeUnions.fields.partyCommittee"), <RecordLink key="party" row={row.partyCommittee} />],
    [translate("resources.tradeUnions.fields.establishedOn"), dayText(row.establishedOn, language)],
  ];
  return (
    <Stack spacing={2}>
      {row.ancestors.length > 0 ? (
        <Breadcrumbs aria-label={translate("union.path")} sx={{ fontSize: 13 }}>
          {row.ancestors.map((one: Row) => (
            <RecordLink key={one.id} row={one} />
          ))}
        </Breadcrumbs>
      ) : null}
      <Stack direction="row" spacing={1} sx={{ alignItems: "center" }}>
        <LevelBadge type={row.type} />
        <Typography variant="h5" component="h2">
          {row.name}
        </Typography>
      </Stack>
      <Box component="section" aria-label={translate("union.rollup")}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
          {translate("union.rollup")}
        </Typography>
        <Figures
          figures={[
            {
              label: translate("union.unionCount"),
              value: row.rollup.unionCount,
              to: underThis("tradeUnions", row.id),
            },
            {
              label: translate("union.memberCount"),
              value: row.rollup.memberCount,
              to: underThis("memberships", row.id),
            },
            {
              label: translate("union.employeeCount"),
              value: row.rollup.employeeCount,
              to: underThis("employers", row.id),
            },
          ]}
        />
      </Box>
      <Box
        component="dl"
        sx={{ m: 0, display: "grid", gridTemplateColumns: "auto 1fr", columnGap: 2, rowGap: 0.75, fontSize: 14 }}
      >
        {facts.map(([label, value]) => (
          <Box key={label} sx={{ display: "contents" }}>
            <Box component="dt" sx={{ color: "text.secondary", whiteSpace: "nowrap" }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
      <Actions row={row} />
    </Stack>
  );
}
