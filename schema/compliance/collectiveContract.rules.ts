import { words } from "../shared/bilingual.rules.js";
import { officialDay } from "../shared/officialDay.rules.js";
import { addDays, addYears, type LocalDate, later } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, anyOf, type Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";
import type { ParameterValues } from "./parameterValues.rules.js";

/** The last day of a contract, `validThrough`, still belongs to it. */
export interface ContractFacts {
  type?: Fact<string>;
  validFrom?: Fact<LocalDate>;
  validThrough?: Fact<LocalDate>;
}

export interface CollectiveContractFacts {
  asOf: LocalDate;
  /** All collective contracts ever signed, of every type; empty when there never was one. */
  collectiveContracts?: Fact<readonly ContractFacts[]>;
}

/** Whether a contract runs for an unusual number of years, which warns at input and refuses nothing. */
export function hasUnusualLife(validFrom: LocalDate, validThrough: LocalDate, values: ParameterValues): boolean {
  const endsBefore = (years: number) => validThrough < addDays(addYears(validFrom, years), -1);
  return (
    endsBefore(values.contractYearsLeast) || validThrough > addDays(addYears(validFrom, values.contractYearsMost), -1)
  );
}

function runsOn({ validFrom, validThrough }: ContractFacts, day: LocalDate): boolean | undefined {
  return allOf([
    validFrom == null ? undefined : validFrom <= day,
    validThrough == null ? undefined : day <= validThrough,
  ]);
}

function isSameType(one: ContractFacts, other: ContractFacts): boolean | undefined {
  if (one === other) return true;
  return one.type == null || other.type == null ? undefined : one.type === other.type;
}

/**
 * R17c, Implementation Opinions 2(3)3: 代表职工签订集体合同或者其他集体协议，并监督执行. Expired from the day after the last
 * day, unless a contract of the same type is in force.
 */
export function judgeCollectiveContracts(facts: CollectiveContractFacts, parameters: Parameters): Finding {
  const { asOf, collectiveContracts: contracts } = facts;
  const say = new Say("R17c", "COLLECTIVE_CONTRACT_EXPIRED", { collectiveContracts: contracts }, parameters);
  const remedy = words("与单位行政方协商，续签集体合同。", "Bargain with the employer and sign anew.");
  if (!contracts) return say.missing("集体合同记录", "collective contracts");
  if (contracts.length === 0) return say.unmet(words("没有集体合同。", "There is no collective contract."), remedy);
  const running = contracts.map((one) =>
    anyOf(contracts.map((other) => allOf([isSameType(one, other), runsOn(other, asOf)]))),
  );
  const isCovered = allOf(running);
  if (isCovered === undefined) return say.missing("集体合同的起止日期", "the days of a collective contract");
  if (isCovered) return say.pass("集体合同在有效期内。", "The collective contracts are in force.");
  const last = contracts.map(({ validThrough }) => validThrough ?? "").reduce(later);
  const zh = last && last < asOf ? `集体合同已于${officialDay(last)}到期。` : "有一类集体合同已到期，没有续签。";
  return say.unmet(
    words(zh, "A collective contract has expired without a successor."),
    remedy,
    last ? { dueOn: last } : {},
  );
}
