import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion } from "../shared/inputs.js";
import { ASSESSMENT_STATE_NAMES, type AssessmentState } from "./assessment.rules.js";

@InputType({ description: "建立乡镇（街道）工会的年度考核。Opens the annual assessment of a township union." })
export class CreateAssessmentInput extends Explained {
  @GivenLink("TradeUnion", "被考核工会。The union assessed.", { required: true }) tradeUnionId!: string;
  @GivenLink("Scheme", "考核办法。The scheme.", { required: true }) schemeId!: string;
  @Given("integer", "考核年度。Year.", { required: true, least: 1949, most: 2200 }) year!: number;
  @Given("date", "数据截止日，缺省为年末。Day as of which the figures hold, by default the end of the year.")
  cutoffOn?: string;
  @Given("text", "备注。Note.", { most: 2_000 }) note?: string | null;
}

@InputType({ description: "修改年度考核，仅限待自评时。Amends an assessment while it is open." })
export class UpdateAssessmentInput extends Explained {
  @GivenSelf("Assessment") id!: string;
  @GivenVersion() version!: number;
  @GivenOneOf(
    "AssessmentState",
    ASSESSMENT_STATE_NAMES,
    "状态：待自评可转为已自评。State: open may become self-assessed.",
  )
  state?: AssessmentState;
  @Given("date", "数据截止日。Day as of which the figures hold.") cutoffOn?: string;
  @Given("text", "备注。Note.", { most: 2_000 }) note?: string | null;
}
