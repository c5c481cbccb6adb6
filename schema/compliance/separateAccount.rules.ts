import { levelOf, type UnionType } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import type { LocalDate } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import { allOf, anyOf, type Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

/** Whose account it is: the union's own, or one held for it by its superior. */
export type AccountStatus = "OWN" | "ESCROWED";

export interface AccountFacts {
  status?: Fact<AccountStatus>;
  openedOn?: Fact<LocalDate>;
  /** Last day of the account. */
  closedOn?: Fact<LocalDate>;
}

export interface SeparateAccountFacts {
  asOf: LocalDate;
  unionType?: Fact<UnionType>;
  bankAccounts?: Fact<readonly AccountFacts[]>;
}

/** Whether the clause speaks of a union of this type: 乡镇（街道）工会和基层工会, joint ones, villages and parks among them. */
export function keepsAccounts(type: UnionType): boolean {
  return ["TOWNSHIP", "PARK", "VILLAGE", "GRASSROOTS"].includes(levelOf(type));
}

/** R29, Implementation Opinions 2(5): 乡镇（街道）工会和基层工会要开设独立的银行账户. An account held by the superior is judged by a person. */
export function judgeSeparateAccount(facts: SeparateAccountFacts, parameters: Parameters): Finding {
  const { asOf, unionType, bankAccounts } = facts;
  const say = new Say("R29", "SEPARATE_ACCOUNT_MISSING", { unionType, bankAccounts }, parameters);
  if (!unionType) return say.missing("工会组织形式", "the type of the union");
  if (!keepsAccounts(unionType))
    return say.notApplicable("本条只适用于乡镇（街道）工会和基层工会。", "Township and grassroots unions are meant.");
  if (!bankAccounts) return say.missing("银行账户", "bank accounts");
  const isOpen = ({ openedOn, closedOn }: AccountFacts) =>
    allOf([openedOn == null ? undefined : openedOn <= asOf, closedOn == null || asOf <= closedOn]);
  const has = (wanted: AccountStatus) =>
    anyOf(bankAccounts.map((one) => allOf([one.status == null ? undefined : one.status === wanted, isOpen(one)])));
  if (has("OWN")) return say.pass("已开设独立的银行账户。", "It has an account of its own.");
  if (has("OWN") === undefined) return say.missing("银行账户的性质或开户日期", "whose account it is and since when");
  const remedy = words("以本会名义开设独立的银行账户。", "Open an account in the union's own name.");
  if (has("ESCROWED"))
    return say.finding("NEEDS_JUDGEMENT", words("账户由上级工会代管。", "The union above holds the account."), remedy);
  if (has("ESCROWED") === undefined)
    return say.missing("代管账户的开户日期", "since when the account is held by the union above");
  return say.unmet(words("没有独立的银行账户。", "It has no account of its own."), remedy);
}
