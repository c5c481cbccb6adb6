import { Alert, Box, Chip, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from "@mui/material";
import { useRecordContext } from "react-admin";
import {
  GRADE_NAMES,
  INDICATOR_OUTCOME_NAMES,
  INDICATOR_SOURCE_NAMES,
} from "../../schema/assessments/assessment.rules.js";
import type { Bilingual } from "../../schema/shared/bilingual.rules.js";
import { countText } from "../shared/display.js";
import { useLanguage } from "../shared/language.js";
import type { Row } from "../shared/naming.js";
import { dimensionName, indicatorIn, rateOf, shareIn, undecidedPoints } from "./sheetWords.js";

const OUTCOME_COLOUR: Record<string, "success" | "warning" | "default" | "info"> = {
  SCORED: "success",
  INSUFFICIENT_DATA: "warning",
  NEEDS_JUDGEMENT: "info",
};

/** What a measure counted, what it is worth and how it is scored; where an indicator has several, each says its own points. */
function Part({ part, several }: { part: Row; several: boolean }) {
  const { language, translate } = useLanguage();
  const [semicolon, stop] = language === "zh" ? ["；", "。"] : ["; ", ". "];
  const within = (text: string) => (language === "zh" ? `（${text}）` : ` (${text})`);
  const rate = rateOf(part);
  const share = shareIn(part);
  const worth = { name: part.name, points: part.nominalPoints, share };
  const figures = [
    [part.numeratorLabel, part.numerator],
    [part.denominatorLabel, part.denominator],
  ].filter(([label, value]) => label && value !== null && value !== undefined);
  return (
    <Typography variant="body2" color="textSecondary">
      {several ? translate(share ? "sheet.part" : "sheet.partOpen", worth) : null}
      {figures.map(([label, value]) => `${label} ${countText(value)}`).join(semicolon)}
      {figures.length > 0 ? `${figures.length > 1 && rate ? within(rate) : ""}${stop}` : ""}
      {part.formula}
    </Typography>
  );
}

function Indicator({ row: found }: { row: Row }) {
  const { say, language } = useLanguage();
  const row = indicatorIn(found, language);
  const named = (names: Record<string, Bilingual>, value: string) => (names[value] ? say(names[value]) : value);
  return (
    <TableRow>
      <TableCell sx={{ verticalAlign: "top", whiteSpace: "nowrap" }}>{row.code}</TableCell>
      <TableCell sx={{ verticalAlign: "top" }}>
        <Typography variant="body2">{row.name}</Typography>
        {row.parts.map((part: Row) => (
          <Part key={`${part.name}${part.formula}`} part={part} several={row.parts.length > 1} />
        ))}
        {row.reason ? <Typography variant="body2">{row.reason}</Typography> : null}
        {row.quote ? (
          <Typography variant="body2" color="textSecondary">
            {row.clause}：“{row.quote}”
          </Typography>
        ) : null}
        <Typography variant="caption" color="textSecondary">
          {named(INDICATOR_SOURCE_NAMES, row.source)}
        </Typography>
      </TableCell>
      <TableCell sx={{ verticalAlign: "top" }}>
        <Chip
          size="small"
          variant="outlined"
          color={OUTCOME_COLOUR[row.outcome] ?? "default"}
          label={named(INDICATOR_OUTCOME_NAMES, row.outcome)}
        />
      </TableCell>
      <TableCell align="right" sx={{ verticalAlign: "top", whiteSpace: "nowrap" }}>
        {row.points ?? "—"} / {row.nominalPoints}
      </TableCell>
    </TableRow>
  );
}

/** A heading with its points: the nominal ones, those decided so far, and those that lack records. */
function DimensionHeading({ dimension }: { dimension: Row }) {
  const { language, translate } = useLanguage();
  const undecided = undecidedPoints(dimension);
  const figures = {
    nominal: dimension.nominalPoints,
    points: dimension.points ?? dimension.computedPoints,
    undecided,
  };
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 1.5, alignItems: "baseline", mb: 0.5 }}>
      <Typography variant="h6" component="h3">
        {dimension.code} {dimensionName(dimension, language)}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {translate(undecided === "0.0" ? "sheet.decided" : "sheet.undecided", figures)}
      </Typography>
    </Box>
  );
}

/** The score sheet of an assessment as computed from the records: every indicator with its figures, formula and clause. */
export function ScoreSheet() {
  const row = useRecordContext();
  const { translate, say, language } = useLanguage();
  const sheet = row?.sheet as Row | undefined;
  if (!sheet) return null;
  const grade = GRADE_NAMES[sheet.grade as keyof typeof GRADE_NAMES];
  return (
    <Stack spacing={2}>
      <Stack direction="row" spacing={3} useFlexGap sx={{ flexWrap: "wrap" }}>
        <Typography>
          {translate("sheet.computed", { count: sheet.computedCount, all: sheet.indicatorCount })}
        </Typography>
        {sheet.total ? (
          <Typography sx={{ fontWeight: 600 }}>
            {translate("sheet.total")} {sheet.total}
          </Typography>
        ) : null}
        {sheet.grade ? (
          <Typography sx={{ fontWeight: 600 }}>
            {translate("sheet.grade")} {grade ? say(grade) : sheet.grade}
          </Typography>
        ) : null}
      </Stack>
      {sheet.complete ? null : <Alert severity="info">{translate("sheet.incomplete")}</Alert>}
      {sheet.dimensions.map((dimension: Row) => (
        <Box
          component="section"
          key={dimension.code}
          aria-label={dimensionName(dimension, language)}
          sx={{ overflowX: "auto" }}
        >
          <DimensionHeading dimension={dimension} />
          <Table
            size="small"
            sx={{
              "& thead": { display: { xs: "none", sm: "table-header-group" } },
              "& tbody tr": {
                display: { xs: "grid", sm: "table-row" },
                gridTemplateColumns: "auto 1fr auto",
                borderBottom: { xs: 1, sm: 0 },
                borderColor: "divider",
                py: { xs: 1, sm: 0 },
              },
              "& tbody td": { borderBottom: { xs: 0, sm: "inherit" }, py: { xs: 0.25, sm: 0.75 } },
              "& tbody td:nth-of-type(2)": { gridColumn: "1 / -1", order: 1 },
            }}
          >
            <TableHead>
              <TableRow>
                <TableCell sx={{ width: 56 }} />
                <TableCell>{translate("sheet.indicator")}</TableCell>
                <TableCell sx={{ width: 120 }}>{translate("sheet.outcome")}</TableCell>
                <TableCell align="right" sx={{ width: 120 }}>
                  {translate("sheet.points")}
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {dimension.indicators.map((indicator: Row) => (
                <Indicator key={indicator.code} row={indicator} />
              ))}
            </TableBody>
          </Table>
        </Box>
      ))}
    </Stack>
  );
}
