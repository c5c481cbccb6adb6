import { Assessment } from "../../schema/assessments/assessment.entity.js";
import { CreateAssessmentInput, UpdateAssessmentInput } from "../../schema/assessments/assessment.input.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { createAssessment, updateAssessment } from "./assessments.actions.js";

export const AssessmentsDesk = deeds({
  createAssessment: deed(
    Assessment,
    CreateAssessmentInput,
    "open:assessment",
    createAssessment,
    "建立年度考核。Opens an annual assessment.",
  ),
  updateAssessment: deed(
    Assessment,
    UpdateAssessmentInput,
    "amend:assessment",
    updateAssessment,
    "修改年度考核。Amends an annual assessment.",
  ),
});
