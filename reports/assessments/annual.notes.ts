import { officialDay } from "../../schema/shared/officialDay.rules.js";
import type { AssessmentFacts } from "./annual.facts.js";
import { schemeName } from "./annual.words.js";

/** How every figure came about and what every count counts, in numbered paragraphs. */
export function methodNotes({ cutoffOn, scheme }: AssessmentFacts): string[] {
  return [
    `数据来源和时点。表中数据取自绍兴市基层工会系统登记的资料，反映${officialDay(cutoffOn)}的情况。`,
    `计分规则。执行《${schemeName(scheme)}》（编号${scheme.key}-${scheme.edition}）。量度的得分等于满分乘以得分率；得分率按表中的计分规则由数据求得，以分数计算。表中的百分数保留一位小数，供阅读，不参与计算。`,
    "取整。指标只有一项量度的，得分四舍五入，保留一位小数；有几项量度的，各项得分列至三位小数，相加后四舍五入一次。各方面得分为所属指标取整后得分之和。",
    "不适用。没有可计对象的，不适用，其分值按比例折算到同一方面的其他指标，折算后的满分在表中注明。",
    "资料不足。应有资料而未登记的，列为资料不足，不计分，也不视为零分。",
    ...countNotes(),
  ].map((note, index) => `${index + 1}.${note}`);
}

/** Three counts of unions stand beside each other and differ: what each of them holds. */
function countNotes(): string[] {
  return [
    "工会数。表1的工会数，指截止日存续的全部工会组织，含本级，含基层工会所属的分会和工会小组。",
    "存续的工会。指标B6、B7的存续的工会，指截止日存续，应当建立经费审查、女职工组织并可以登记法人资格的村（社区）工会、区域性和行业性工会联合会、单独和联合基层工会；不含本级、园区工会、分会和工会小组。",
    "有届次的工会。指标B5的有届次的工会，指截止日存续，并且登记有届次的工会，含本级；届次未登记的，不计在内。",
    "会员和职工。会员指截止日会籍有效的会员；职工指已建会单位的职工，取各单位截止日以前最近一次登记的职工数。",
  ];
}
