import PictureAsPdfIcon from "@mui/icons-material/PictureAsPdf";
import { Stack } from "@mui/material";
import { useGetManyReference, useRecordContext } from "react-admin";
import { reportOf } from "../hierarchy/links.js";
import { ActionButton } from "../shared/ActionButton.js";
import { useLanguage } from "../shared/language.js";
import type { Row } from "../shared/naming.js";
import { RelatedList } from "../shared/RelatedList.js";
import { useWhyNot } from "../shared/whyNot.js";
import { ASSESSMENT } from "./assessment.facts.js";

/** The assessments of a union by year, each with its paper. */
export function UnionAssessments() {
  const row = useRecordContext<Row & { id: string }>();
  const { translate } = useLanguage();
  const whyNot = useWhyNot();
  const { data } = useGetManyReference<Row & { id: string }>(
    "assessments",
    {
      target: "tradeUnion",
      id: row?.id ?? "",
      sort: ASSESSMENT.order,
      pagination: { page: 1, perPage: 10 },
      filter: {},
    },
    { enabled: Boolean(row) },
  );
  const papers = (data ?? []).map(({ year }) => (
    <ActionButton
      key={year}
      size="small"
      variant="outlined"
      startIcon={<PictureAsPdfIcon />}
      address={reportOf(year, row?.code)}
      whyNot={whyNot("download", "IssuedDocument")}
    >
      {translate("union.reportOf", { year })}
    </ActionButton>
  ));
  return (
    <Stack spacing={1}>
      <RelatedList description={ASSESSMENT} target="tradeUnion" actions={papers.length > 0 ? papers : undefined} />
    </Stack>
  );
}
