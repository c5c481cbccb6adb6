import AccountTreeIcon from "@mui/icons-material/AccountTree";
import AddIcon from "@mui/icons-material/Add";
import { Alert, Box, Breadcrumbs, Stack, Typography } from "@mui/material";
import { useRecordContext } from "react-admin";
import { ASSESSMENT } from "../assessments/assessment.facts.js";
import { UnionAssessments } from "../assessments/UnionAssessments.js";
import { attachmentsOf } from "../documents/Attachments.js";
import { COVERAGE } from "../employers/employer.facts.js";
import { MEMBERSHIP } from "../people/person.facts.js";
import { POSITION, TERM } from "../positions/position.facts.js";
import { ActionButton } from "../shared/ActionButton.js";
import { resourceOf } from "../shared/description.js";
import { Figures } from "../shared/Figures.js";
import { useLanguage } from "../shared/language.js";
import type { Row } from "../shared/naming.js";
import { RecordLink } from "../shared/RecordLink.js";
import { RecordShow, related, type Tab } from "../shared/RecordShow.js";
import { useWhyNot } from "../shared/whyNot.js";
import { childOf, inTree, underThis } from "./links.js";
import { TRADE_UNION } from "./tradeUnion.facts.js";
import { UnionDeeds } from "./UnionDeeds.js";
import { UnionHistory } from "./UnionHistory.js";

function Actions() {
  const row = useRecordContext();
  const whyNot = useWhyNot();
  const { translate } = useLanguage();
  if (!row) return null;
  return (
    <>
      <ActionButton size="small" startIcon={<AccountTreeIcon />} to={inTree(String(row.id))}>
        {translate("union.showTree")}
      </ActionButton>
      <ActionButton size="small" startIcon={<AddIcon />} to={childOf(row)} whyNot={whyNot("create", "TradeUnion")}>
        {translate("union.createChild")}
      </ActionButton>
      <UnionDeeds />
    </>
  );
}

/** Where the union stands, and the totals of everything below it. */
function Head() {
  const row = useRecordContext<Row & { id: string }>();
  const { translate } = useLanguage();
  if (!row) return null;
  return (
    <Stack spacing={1.5} sx={{ mb: 2.5 }}>
      {row.standing ? null : <Alert severity="warning">{translate("union.dissolved")}</Alert>}
      {row.ancestors?.length > 0 ? (
        <Breadcrumbs aria-label={translate("union.path")} sx={{ fontSize: 14 }}>
          {row.ancestors.map((one: Row) => (
            <RecordLink key={one.id} row={one} />
          ))}
          <Typography variant="body2">{row.name}</Typography>
        </Breadcrumbs>
      ) : null}
      <Box component="section" aria-label={translate("union.rollup")}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
          {translate("union.rollup")}
        </Typography>
        <Figures
          figures={[
            {
              label: translate("union.unionCount"),
              value: row.rollup?.unionCount,
              to: underThis("tradeUnions", row.id),
            },
            {
              label: translate("union.memberCount"),
              value: row.rollup?.memberCount,
              to: underThis("memberships", row.id),
            },
            {
              label: translate("union.employeeCount"),
              value: row.rollup?.employeeCount,
              to: underThis("employers", row.id),
            },
          ]}
        />
      </Box>
    </Stack>
  );
}

const TABS: Tab[] = [
  related("union.children", TRADE_UNION, "parent"),
  related("union.positions", POSITION, "tradeUnion"),
  related("union.members", MEMBERSHIP, "tradeUnion"),
  related("union.employers", COVERAGE, "tradeUnion"),
  related("union.terms", TERM, "tradeUnion"),
  { label: "union.history", path: "history", content: <UnionHistory /> },
  { label: "union.assessments", path: resourceOf(ASSESSMENT.record), content: <UnionAssessments /> },
  attachmentsOf("tradeUnion"),
];

/** The page of a union. */
export const UnionShow = () => (
  <RecordShow description={TRADE_UNION} tabs={TABS} actions={<Actions />} head={<Head />} />
);
