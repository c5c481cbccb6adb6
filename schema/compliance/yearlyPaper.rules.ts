import type { UnionType } from "../hierarchy/unionType.rules.js";
import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import type { Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import { keepsAccounts } from "./separateAccount.rules.js";
import type { YearFacts } from "./year.rules.js";

/** What the three yearly papers of a union's funds are judged by. */
export interface YearlyPaperFacts extends YearFacts {
  asOf: LocalDate;
  unionType?: Fact<UnionType>;
}

export interface YearlyPaper {
  name: Bilingual;
  /** Whether it was adopted for the year by the day. */
  isHeld: Fact<boolean>;
  /** Its last day in time, `MM-DD`, in the year or so many years after. */
  dueDay: string;
  yearsAfter: number;
}

/** A paper due once a year: nothing is asked up to and including its last day in time. */
export function judgeYearlyPaper(say: Say, { asOf, unionType, year }: YearlyPaperFacts, paper: YearlyPaper): Finding {
  const { name, isHeld, dueDay, yearsAfter } = paper;
  if (!unionType) return say.missing("工会组织形式", "the type of the union");
  if (!keepsAccounts(unionType))
    return say.notApplicable("本条只适用于乡镇（街道）工会和基层工会。", "Township and grassroots unions are meant.");
  if (year == null) return say.missing("年度", "the year");
  const detail = { item: `${year}`, dueOn: `${year + yearsAfter}-${dueDay}` };
  if (isHeld) return say.pass(`${year} 年度${name.zh}已完成。`, `The ${name.en} of ${year} is done.`, detail);
  if (asOf <= detail.dueOn)
    return say.notApplicable(`${year} 年度${name.zh}尚未到期。`, `The ${name.en} of ${year} is not yet due.`, detail);
  if (isHeld == null) return say.missing(`${year} 年度${name.zh}`, `the ${name.en} of ${year}`, detail);
  return say.unmet(
    words(`${year} 年度没有${name.zh}。`, `There is no ${name.en} of ${year}.`),
    words(`补办 ${year} 年度${name.zh}。`, `Make up the ${name.en} of ${year}.`),
    detail,
  );
}
