import { TOWNSHIP_FORM_NAMES } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, anyOf, type Fact, reaches } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { FormOnDay } from "./townshipUnion.rules.js";

export interface TownshipFederationFacts {
  townshipForm?: Fact<FormOnDay>;
  /** Figures of the latest profile whose reference date is not after the day. */
  enterpriseCount?: Fact<number>;
  secondaryTertiaryEmployees?: Fact<number>;
}

/**
 * R15, Implementation Opinions 2(2): 凡企业数在50家以上、二三产从业人员2000人以上的乡镇（街道），应建立总工会. Both numbers
 * include themselves; a figure already below its mark settles the conjunction.
 */
export function judgeTownshipFederation(facts: TownshipFederationFacts, parameters: Parameters): Finding {
  const { townshipForm, enterpriseCount, secondaryTertiaryEmployees } = facts;
  const inputs = { townshipForm, enterpriseCount, secondaryTertiaryEmployees };
  const say = new Say("R15", "TOWNSHIP_FEDERATION_REQUIRED", inputs, parameters);
  if (townshipForm === "FEDERATION") return say.pass("已建立总工会。", "A federation exists.");
  const { federationEnterprises, federationWorkers, federationCombination } = parameters;
  const tests = [
    reaches(enterpriseCount, federationEnterprises),
    reaches(secondaryTertiaryEmployees, federationWorkers),
  ];
  const isDue = federationCombination === "AND" ? allOf(tests) : anyOf(tests);
  if (isDue === undefined) return say.missing("企业数或二三产从业人员数", "the number of enterprises or of workers");
  if (isDue) return due(say, townshipForm);
  if (anyOf(tests))
    return say.finding(
      "INFO",
      words("仅达到两项标准中的一项。", "Only one criterion is met."),
      words("关注另一项数据的变化。", "Watch the other figure."),
    );
  return say.pass("未达到应建总工会的标准。", "No federation is due.");
}

function due(say: Say, townshipForm: Fact<Exclude<FormOnDay, "FEDERATION">>): Finding {
  if (!townshipForm) return say.missing("乡镇（街道）工会的组织形式", "the form of the township union");
  const form = townshipForm === "NONE" ? words("未建会", "no union") : TOWNSHIP_FORM_NAMES[townshipForm];
  return say.unmet(
    words(`已达到应建总工会的标准，现为${form.zh}。`, `A federation is due; the form is ${form.en}.`),
    words(
      "报县（市、区）总工会批准，建立乡镇（街道）总工会。",
      "Found a township federation with the approval of the county federation.",
    ),
  );
}
