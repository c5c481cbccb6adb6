import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, type Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface NominationOpinions {
  id: string;
  hasPartyOpinion?: Fact<boolean>;
  hasSuperiorOpinion?: Fact<boolean>;
}

export interface ManagementOpinionFacts {
  /** Nominations of leading cadres on record. */
  nominations?: Fact<readonly NominationOpinions[]>;
}

const CODE = "MANAGEMENT_OPINION_MISSING";

/** R47, Implementation Opinions 3(2): 坚持工会领导干部以同级党委管理为主，上级工会协助管理的干部管理体制. One finding a nomination. */
export function judgeManagementOpinions({ nominations }: ManagementOpinionFacts, parameters: Parameters): Finding[] {
  const say = new Say("R47", CODE, { nominations }, parameters);
  if (!nominations) return [say.missing("干部提名及征求意见记录", "nominations and the opinions on them")];
  if (nominations.length === 0) return [say.notApplicable("没有干部提名。", "There is no nomination.")];
  return nominations.map((nomination) => judgeManagementOpinion(nomination, parameters));
}

/** R47 for one nomination: the opinions of the party committee and of the union above. */
export function judgeManagementOpinion(nomination: NominationOpinions, parameters: Parameters): Finding {
  const { id: item, hasPartyOpinion, hasSuperiorOpinion } = nomination;
  const say = new Say("R47", CODE, { hasPartyOpinion, hasSuperiorOpinion }, parameters);
  const areBoth = allOf([hasPartyOpinion, hasSuperiorOpinion]);
  if (areBoth === undefined)
    return say.missing("同级党委或上级工会的意见", "the opinion of the party committee or of the union above", {
      item,
    });
  if (areBoth) return say.pass("同级党委和上级工会的意见齐全。", "Both opinions are on record.", { item });
  return say.unmet(
    words("缺少同级党委或上级工会的意见。", "One of the two opinions is lacking."),
    words("补办同级党委和上级工会的意见。", "Obtain the opinion that is lacking."),
    { item },
  );
}
