import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { RuleId } from "./clauses.rules.js";
import type { FindingRule } from "./demands.rules.js";

/** What is kept or reported under a clause that gives no findings; the clause permits, encourages or describes. */
export const RECORDED_CLAUSES: Record<Exclude<RuleId, FindingRule>, Bilingual> = {
  R09: words("区域性工会联合会及其依托", "Regional federations and their base"),
  R10: words("行业性工会联合会及其依托", "Industry federations and their base"),
  R11: words("网格及负责人", "Grids and the officers in charge"),
  R17f: words("劳动争议及调解结果", "Labour disputes and how they were settled"),
  R17g: words("困难职工档案及帮扶记录", "Hardship cases and aid given"),
  R17h: words("职工文化活动记录", "Records of cultural activities"),
  R17i: words("经费与资产，由二(五)各条判断", "Funds and assets, judged under 2(5)"),
  R25: words("拨缴经费能否税前列支", "Whether the fee is deductible before tax"),
  R31: words("经费收缴渠道", "Channel by which the fee is collected"),
  R39: words("候选人四项标准的考察意见", "Appraisal of candidates by the four criteria"),
  R40: words("主席产生方式", "How the chair was elected"),
  R44: words("党员主席是否进入党组织领导班子", "Whether a chair who is a party member sits in the party leadership"),
  R50: words("工会干部年龄与学历", "Age and education of cadres"),
  R51: words("职业化、社会化工会工作者", "Professional union workers"),
  R52: words("基层工会干部维权资金的使用", "Use of the fund for the protection of cadres"),
  R54: words("宣传推广记录", "Records of publicity"),
};
