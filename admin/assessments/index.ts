import AssessmentIcon from "@mui/icons-material/Assessment";
import GavelIcon from "@mui/icons-material/Gavel";
import { createElement } from "react";
import { attachmentsOf } from "../documents/Attachments.js";
import { related } from "../shared/RecordShow.js";
import { room } from "../shared/room.js";
import { AssessmentPaper } from "./AssessmentPaper.js";
import { ASSESSMENT, SCHEME } from "./assessment.facts.js";
import { ScoreSheet } from "./ScoreSheet.js";

export const assessments = room(ASSESSMENT, {
  icon: AssessmentIcon,
  actions: createElement(AssessmentPaper),
  tabs: [{ label: "sheet.title", path: "sheet", content: createElement(ScoreSheet) }, attachmentsOf("assessment")],
});
export const schemes = room(SCHEME, { icon: GavelIcon, tabs: [related("scheme.assessments", ASSESSMENT, "scheme")] });
