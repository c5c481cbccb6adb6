import PictureAsPdfIcon from "@mui/icons-material/PictureAsPdf";
import { useRecordContext } from "react-admin";
import { reportOf } from "../hierarchy/links.js";
import { ActionButton } from "../shared/ActionButton.js";
import { useLanguage } from "../shared/language.js";
import { useWhyNot } from "../shared/whyNot.js";

/** Downloads the assessment on paper. */
export function AssessmentPaper() {
  const row = useRecordContext();
  const whyNot = useWhyNot();
  const { translate } = useLanguage();
  if (!row?.tradeUnion) return null;
  return (
    <ActionButton
      size="small"
      variant="outlined"
      startIcon={<PictureAsPdfIcon />}
      address={reportOf(row.year, row.tradeUnion.code)}
      whyNot={whyNot("download", "IssuedDocument")}
    >
      {translate("union.report")}
    </ActionButton>
  );
}
