import { Assessment } from "../../schema/assessments/assessment.entity.js";
import type { CreateAssessmentInput, UpdateAssessmentInput } from "../../schema/assessments/assessment.input.js";
import { ASSESSMENT_STATE_NAMES, type AssessmentState } from "../../schema/assessments/assessment.rules.js";
import { townshipFormOf } from "../../schema/hierarchy/unionType.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";

/** Steps that are taken by hand; the later ones belong to those who score and review. */
const NEXT: Partial<Record<AssessmentState, AssessmentState[]>> = { OPEN: ["OPEN", "SELF_ASSESSED"] };

/** Opens the assessment of a township union for a year; Opinions 2(2). */
export async function createAssessment(act: Act, input: CreateAssessmentInput): Promise<Assessment> {
  const assessment = await act.fill(new Assessment(), input);
  act.settle();
  const [union, scheme] = [assessment.tradeUnion.getEntity(), assessment.scheme.getEntity()];
  act.actor.must("open:assessment", union);
  assessment.state = "OPEN";
  assessment.cutoffOn ??= `${input.year}-12-31`;
  if (!townshipFormOf(union.type))
    act.note(
      because("OUT_OF_RANGE", ["tradeUnionId"], {
        zh: "年度考核的对象是乡镇（街道）工会，请改选工会。",
        en: "Township unions are assessed. Choose another union.",
      }),
    );
  if (input.year < scheme.validFromYear || (scheme.validThroughYear && input.year > scheme.validThroughYear))
    act.note(refusal("OUT_OF_RANGE", { least: scheme.validFromYear, most: scheme.validThroughYear }, ["year"]));
  examineCutoff(act, assessment);
  act.em.persist(assessment);
  return assessment;
}

/** Amends an assessment while it is open, and hands it in. */
export async function updateAssessment(act: Act, input: UpdateAssessmentInput): Promise<Assessment> {
  const assessment = await act.load(Assessment, input, ["tradeUnion"]);
  act.actor.must("amend:assessment", assessment.tradeUnion.getEntity());
  const was = assessment.state;
  if (!NEXT[was]?.includes(input.state ?? was))
    act.note(
      refusal(
        "ILLEGAL_TRANSITION",
        { from: ASSESSMENT_STATE_NAMES[was], ...(input.state ? { to: ASSESSMENT_STATE_NAMES[input.state] } : {}) },
        input.state ? ["state"] : [],
      ),
    );
  await act.fill(assessment, input);
  examineCutoff(act, assessment);
  return assessment;
}

function examineCutoff({ note }: Act, { year, cutoffOn }: Assessment): void {
  const [least, most] = [`${year}-01-01`, `${year + 1}-06-30`];
  if (cutoffOn < least || cutoffOn > most) note(refusal("OUT_OF_RANGE", { least, most }, ["cutoffOn"]));
}
