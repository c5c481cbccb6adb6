import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface AwardFileFacts {
  /** Competitions, proposals and similar activities on record. */
  labourActivities?: Fact<number>;
  awardFiles?: Fact<number>;
  incompleteAwardFiles?: Fact<number>;
}

/** R17d, Implementation Opinions 2(3)4: 做好先进生产工作者和劳动模范的评选、表彰、培养和管理工作. */
export function judgeAwardFiles(facts: AwardFileFacts, parameters: Parameters): Finding {
  const { labourActivities, awardFiles, incompleteAwardFiles } = facts;
  const inputs = { labourActivities, awardFiles, incompleteAwardFiles };
  const say = new Say("R17d", "AWARD_FILE_INCOMPLETE", inputs, parameters);
  if (awardFiles == null || incompleteAwardFiles == null)
    return say.missing("劳模和先进档案", "files of model workers");
  if (labourActivities == null) return say.missing("劳动竞赛等活动记录", "records of labour activities");
  if (incompleteAwardFiles > 0)
    return say.unmet(
      words(`${incompleteAwardFiles} 份劳模和先进档案不完整。`, `${incompleteAwardFiles} file(s) are incomplete.`),
      words("补全档案材料。", "Complete the files."),
    );
  if (labourActivities === 0)
    return say.unmet(
      words("没有劳动竞赛等活动记录。", "No labour activity is on record."),
      words("补录活动，由上级工会判断履职情况。", "Record activities; the union above judges the duty."),
    );
  return say.pass(
    `${awardFiles} 份档案完整，活动有记录。`,
    `All ${awardFiles} files are complete; activities are on record.`,
  );
}
