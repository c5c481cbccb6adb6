import { TOWNSHIP_FORM_NAMES, type TownshipForm } from "../hierarchy/unionType.rules.js";
import { type Finding, findings } from "./finding.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface TownshipFederationFacts {
  townshipForm: TownshipForm;
  /** Figures of the latest profile whose reference date is not after the day. */
  enterpriseCount?: number | null | undefined;
  secondaryTertiaryEmployees?: number | null | undefined;
}

/**
 * R15, Implementation Opinions 2(2): 凡企业数在50家以上、二三产从业人员2000人以上的乡镇（街道），应建立总工会. Both numbers
 * include themselves; a figure already below its mark settles the conjunction.
 */
export function judgeTownshipFederation(facts: TownshipFederationFacts, parameters: Parameters): Finding {
  const { federationEnterprises, federationWorkers, federationCombination } = parameters;
  const say = findings("R15", "TOWNSHIP_FEDERATION_REQUIRED", { ...facts, federationEnterprises, federationWorkers });
  if (facts.townshipForm === "FEDERATION") return say("PASS", "已建立总工会。", "A federation exists.");
  const tests = [
    reaches(facts.enterpriseCount, federationEnterprises),
    reaches(facts.secondaryTertiaryEmployees, federationWorkers),
  ];
  const isDue = federationCombination === "AND" ? every(tests) : some(tests);
  if (isDue === undefined)
    return say(
      "INSUFFICIENT_DATA",
      "缺少企业数或二三产从业人员数。",
      "The number of enterprises or of workers is missing.",
    );
  const form = TOWNSHIP_FORM_NAMES[facts.townshipForm];
  if (isDue)
    return say("VIOLATION", `已达到应建总工会的标准，现为${form.zh}。`, `A federation is due; the form is ${form.en}.`);
  if (tests.every((test) => test !== undefined) && tests.includes(true))
    return say("INFO", "仅达到两项标准中的一项。", "Only one criterion is met.");
  return say("PASS", "未达到应建总工会的标准。", "No federation is due.");
}

function reaches(count: number | null | undefined, mark: number): boolean | undefined {
  return count == null ? undefined : count >= mark;
}

function every(tests: (boolean | undefined)[]): boolean | undefined {
  if (tests.includes(false)) return false;
  return tests.includes(undefined) ? undefined : true;
}

function some(tests: (boolean | undefined)[]): boolean | undefined {
  if (tests.includes(true)) return true;
  return tests.includes(undefined) ? undefined : false;
}
