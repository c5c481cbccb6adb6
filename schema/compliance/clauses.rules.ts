import { CLAUSES_OF_LEADERSHIP } from "./clausesOfLeadership.rules.js";
import { CLAUSES_OF_UNIONS } from "./clausesOfUnions.rules.js";
import { OPINIONS_2013 } from "./opinions2013.rules.js";
import type { RuleClause } from "./ruleClause.rules.js";

/** All rules of the policy text that say something of a union, by their number. */
export const CLAUSES = { ...CLAUSES_OF_UNIONS, ...CLAUSES_OF_LEADERSHIP };
export type RuleId = keyof typeof CLAUSES;
export const RULE_IDS = Object.keys(CLAUSES).sort() as RuleId[];

/** Clause, quoted sentence and finding codes of a rule. */
export function clauseOf(rule: RuleId): RuleClause {
  return CLAUSES[rule];
}

/** Articles of the Trade Union Law (2021 text) that a computed figure rests on where the policy is silent. */
export const LAW_ARTICLES = {
  L10: "各级工会委员会由会员大会或者会员代表大会民主选举产生。企业主要负责人的近亲属不得作为本企业基层工会委员会成员的人选。",
  L11: "用人单位有会员二十五人以上的，应当建立基层工会委员会",
  L14: "可以设专职工会主席",
  L15: "中华全国总工会、地方总工会、产业工会具有社会团体法人资格",
  L16: "基层工会委员会每届任期三年或者五年。各级地方总工会委员会和产业工会委员会每届任期五年。",
  L18: "工会主席、副主席任期未满时，不得随意调动其工作。因工作需要调动时，应当征得本级工会委员会和上一级工会的同意。",
  L45: "各级工会建立经费审查委员会",
} as const;
export type LawArticle = keyof typeof LAW_ARTICLES;

/** Articles to be shown beside a rule: the same in the law, more in it, or less (R41 is stricter than article 14). */
export const LAW_BESIDE: Readonly<Partial<Record<RuleId, LawArticle>>> = {
  R03: "L11",
  R20: "L16",
  R41: "L14",
  R48: "L18",
};

/** What a figure or a finding rests on, ready to print: the paper, the place in it, the words. */
export interface Basis {
  document: string;
  clause: string;
  quote: string;
}

/** The paper, clause and quoted words behind a rule of the policy (`R41`) or an article of the law (`L16`). */
export function basisOf(source: RuleId | LawArticle): Basis {
  if (source in LAW_ARTICLES) {
    const quote = LAW_ARTICLES[source as LawArticle];
    return { document: "中华人民共和国工会法", clause: `工会法第${articleNumber(source)}条`, quote };
  }
  const { clause, quote } = clauseOf(source as RuleId);
  return { document: OPINIONS_2013.title, clause, quote };
}

/** Numbers up to 99 as the law writes its articles: 16 → 十六. */
function articleNumber(source: string): string {
  const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  const number = Number(source.slice(1));
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${digits[number % 10]}`;
}
