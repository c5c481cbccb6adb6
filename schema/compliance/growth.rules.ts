import { type Bilingual, words } from "../shared/bilingual.rules.js";
import { add, compareFractions, fraction, multiply, ONE, parseFraction } from "../shared/fraction.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, type FindingDetail, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { isYearOver, type YearFacts } from "./year.rules.js";

export interface GrowthFacts extends YearFacts {
  asOf: LocalDate;
  /** Unions newly founded in the year and the one before; unions in force at the end of each. */
  foundedInYear?: Fact<number>;
  foundedYearBefore?: Fact<number>;
  unionsAtEnd?: Fact<number>;
  unionsAtEndBefore?: Fact<number>;
  /** Workers who joined in the year and the one before; members at the end of each. */
  joinedInYear?: Fact<number>;
  joinedYearBefore?: Fact<number>;
  membersAtEnd?: Fact<number>;
  membersAtEndBefore?: Fact<number>;
}

/** R08, Implementation Opinions 2(1): 确保新建基层工会数和职工入会数每年都有较大幅度的增长. Unions and workers apart, by flow or stock. */
export function judgeGrowth(facts: GrowthFacts, parameters: Parameters): Finding[] {
  const isFlow = parameters.growthBasis === "FLOW";
  const unions = isFlow ? [facts.foundedInYear, facts.foundedYearBefore] : [facts.unionsAtEnd, facts.unionsAtEndBefore];
  const workers = isFlow
    ? [facts.joinedInYear, facts.joinedYearBefore]
    : [facts.membersAtEnd, facts.membersAtEndBefore];
  const names = isFlow
    ? [words("新建基层工会数", "New unions"), words("职工入会数", "Workers who joined")]
    : [words("基层工会数", "Unions"), words("会员数", "Members")];
  const judge = (item: string, [now, before]: Fact<number>[], name?: Bilingual) =>
    judgeSeries({ asOf: facts.asOf, year: facts.year, item, now, before }, parameters, name);
  return [judge("UNIONS", unions, names[0]), judge("WORKERS", workers, names[1])];
}

interface SeriesFacts extends YearFacts {
  asOf: LocalDate;
  item: string;
  now: Fact<number>;
  before: Fact<number>;
}

/** One series: with a target it has to be reached; without one, no growth is warned of and any growth is left to judgement. */
export function judgeSeries(facts: SeriesFacts, parameters: Parameters, name = words("数量", "Number")): Finding {
  const { year, item, now, before } = facts;
  const detail: FindingDetail = { item };
  const say = new Say("R08", "GROWTH_NOT_ACHIEVED", { year, item, now, before }, parameters);
  if (!isYearOver(facts))
    return say.missing("全年数据，年度尚未结束", "figures of the whole year, which is not over", detail);
  if (now == null || before == null)
    return say.missing(`本年或上年${name.zh}`, `${name.en} of this year or the last`, detail);
  const reason = words(`${name.zh}上年 ${before}，本年 ${now}。`, `${name.en}: ${before} last year, ${now} this year.`);
  const remedy = words("加大建会和发展会员力度。", "Found more unions and enrol more members.");
  if (now <= before) return say.unmet(reason, remedy, detail);
  const target = parameters.growthTargetPercent;
  if (target === null || before === 0)
    return say.finding(
      "NEEDS_JUDGEMENT",
      reason,
      words("由上级确定“较大幅度”的标准后判断。", "Judge once an authority has set a figure."),
      detail,
    );
  const wanted = multiply(fraction(before), add(ONE, multiply(parseFraction(target), fraction(1, 100))));
  if (compareFractions(fraction(now), wanted) < 0) return say.unmet(reason, remedy, detail);
  return say.pass(
    `${reason.zh}达到增长 ${target}% 的目标。`,
    `${reason.en} The target of ${target} % is reached.`,
    detail,
  );
}
