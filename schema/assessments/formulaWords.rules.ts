import { type Bilingual, words } from "../shared/bilingual.rules.js";
import { formatPercent, parseFraction } from "../shared/fraction.rules.js";
import type { Formula, Measure } from "./formula.rules.js";

const percent = (text: string) => formatPercent(parseFraction(text), 0);

/** A formula in the words a score sheet prints. */
export function formulaWords(formula: Formula): Bilingual {
  switch (formula.kind) {
    case "ALL":
      return words("符合得满分，不符合不得分", "full points when met, else none");
    case "LIN":
      return words(
        `${percent(formula.from)} 及以下不得分，${percent(formula.to)} 及以上得满分，其间按比例计分`,
        `none up to ${percent(formula.from)}, full from ${percent(formula.to)}, in proportion between`,
      );
    case "RATE":
      return words("按比率计分", "in proportion to the rate");
    case "STEP":
      return stepWords(formula);
    case "DED":
      return words(`每发生一例扣 ${formula.each} 分`, `${formula.each} points off for each case`);
    case "CNT":
      return formula.target
        ? words(
            `达到 ${formula.target} 次得满分，不足按比例计分`,
            `full points from ${formula.target}, else in proportion`,
          )
        : words("完成年度目标得满分，不足按比例计分", "full points at the target of the year, else in proportion");
  }
}

function stepWords({ steps, cap, leastCases }: Extract<Formula, { kind: "STEP" }>): Bilingual {
  const zh = steps.map(([threshold, points]) => `达到 ${percent(threshold)} 得 ${points} 分`);
  const en = steps.map(([threshold, points]) => `${points} points from ${percent(threshold)}`);
  if (cap) {
    zh.push(`会员 25 人以上的工会未全部登记的最多得 ${cap} 分`);
    en.push(`at most ${cap} while a union with 25 members or more is unregistered`);
  }
  if (leastCases) {
    zh.push(`有效票不足 ${leastCases} 张不得分`);
    en.push(`none with fewer than ${leastCases} valid votes`);
  }
  return { zh: zh.join("，"), en: en.join("; ") };
}

/** The figures of a measure as a sheet prints them: `171 / 190`. */
export function figuresOf(measure: Measure): Bilingual {
  switch (measure.kind) {
    case "condition":
      return measure.met ? words("符合", "met") : words("不符合", "not met");
    case "rate": {
      const figures = `${measure.numerator} / ${measure.denominator}`;
      return words(figures, figures);
    }
    case "count": {
      const figures = measure.target === undefined ? `${measure.value}` : `${measure.value} / ${measure.target}`;
      return words(figures, figures);
    }
    case "misses":
      return words(`${measure.count} 例`, `${measure.count} case(s)`);
  }
}
