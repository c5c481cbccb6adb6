import type { RuleGroup } from "../employers/employer.rules.js";
import type { UnionType } from "../hierarchy/unionType.rules.js";
import { type Bilingual, words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import { checklist, type DatedSystem } from "./standing.rules.js";

/** The six systems the clause names; custom kinds may stand beside them and never count. */
export const INSTITUTIONAL_SYSTEMS = [
  "WORKERS_CONGRESS",
  "OPEN_AFFAIRS",
  "COLLECTIVE_BARGAINING",
  "HARDSHIP_AID",
  "LABOUR_PROTECTION",
  "DISPUTE_MEDIATION",
] as const;
export type InstitutionalSystem = (typeof INSTITUTIONAL_SYSTEMS)[number];

export const INSTITUTIONAL_SYSTEM_NAMES: Record<InstitutionalSystem, Bilingual> = {
  WORKERS_CONGRESS: words("以职工代表大会为基本形式的民主管理制度", "Democratic management by the workers' congress"),
  OPEN_AFFAIRS: words("厂务公开制度", "Open factory affairs"),
  COLLECTIVE_BARGAINING: words("平等协商和集体合同制度", "Bargaining and collective contract"),
  HARDSHIP_AID: words("困难职工帮扶制度", "Aid for workers in hardship"),
  LABOUR_PROTECTION: words("劳动保护监督机制", "Supervision of labour protection"),
  DISPUTE_MEDIATION: words("劳动争议调解制度", "Mediation of labour disputes"),
};

export interface InstitutionalSystemFacts {
  asOf: LocalDate;
  unionType?: Fact<UnionType>;
  /** Kind of unit of a union of one unit; a joint union is tested once, at the joint union. */
  ruleGroup?: Fact<RuleGroup>;
  institutionalSystems?: Fact<readonly DatedSystem[]>;
}

const CODE = "INSTITUTIONAL_SYSTEM_MISSING";

/**
 * R18, Implementation Opinions 2(4): 基层工会要建立以职工代表大会为基本形式的企事业单位民主管理制度、厂务公开制度、平等协商和集体合同
 * 制度、困难职工帮扶制度、劳动保护监督机制、劳动争议调解制度等. One finding for each system missing.
 */
export function judgeInstitutionalSystems(facts: InstitutionalSystemFacts, parameters: Parameters): Finding[] {
  const { asOf, unionType, ruleGroup, institutionalSystems } = facts;
  const say = new Say("R18", CODE, { unionType, ruleGroup, institutionalSystems }, parameters);
  if (!unionType) return [say.missing("工会组织形式", "the type of the union")];
  if (unionType !== "GRASSROOTS_JOINT") {
    if (unionType !== "GRASSROOTS_INDEPENDENT")
      return [
        say.notApplicable(
          "本条适用于企事业单位基层工会。",
          "Grassroots unions of enterprises and institutions are meant.",
        ),
      ];
    if (!ruleGroup) return [say.missing("单位类型", "the category of the unit")];
    if (ruleGroup !== "ENTERPRISE" && ruleGroup !== "PUBLIC_INSTITUTION")
      return [say.notApplicable("本条只适用于企事业单位。", "Only enterprises and public institutions are meant.")];
  }
  if (!institutionalSystems) return [say.missing("制度建立情况", "which systems are set up")];
  const { missing, unknown } = checklist<string>(INSTITUTIONAL_SYSTEMS, institutionalSystems, asOf);
  if (missing.length + unknown.length === 0) return [say.pass("六项制度均已建立。", "All six systems are in force.")];
  return [
    ...missing.map((kind) => lacking(say, kind as InstitutionalSystem)),
    ...unknown.map((kind) => undated(say, kind as InstitutionalSystem)),
  ];
}

function lacking(say: Say, item: InstitutionalSystem): Finding {
  const { zh, en } = INSTITUTIONAL_SYSTEM_NAMES[item];
  return say.unmet(
    words(`未建立${zh}。`, `Not in force: ${en}.`),
    words(`建立${zh}并登记文件。`, `Set it up and record the document: ${en}.`),
    { item },
  );
}

function undated(say: Say, item: InstitutionalSystem): Finding {
  const { zh, en } = INSTITUTIONAL_SYSTEM_NAMES[item];
  return say.missing(`${zh}的建立日期`, `the day of adoption: ${en}`, { item });
}
