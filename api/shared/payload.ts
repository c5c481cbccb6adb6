import { Field, ObjectType } from "type-graphql";
import { CLAUSES } from "../../schema/compliance/clauses.rules.js";
import { withoutPersonalNumbers } from "../../schema/people/personalNumbers.rules.js";
import { RECORDS } from "../../schema/records.js";
import type { Language } from "../../schema/shared/bilingual.rules.js";
import type { Refusal, RefusalCode } from "../../schema/shared/refusal.rules.js";
import { refusalText } from "../../schema/shared/refusalTexts.rules.js";
import { type Class, markOf } from "../../schema/shared/register.js";
import { UserError } from "../../schema/shared/userError.js";

const payloads = new Map<Class, Class>();

/** What a change of a record answers with: the record as it now is, or why it was refused. */
export function payload(target: Class): Class {
  const known = payloads.get(target);
  if (known) return known;
  const { name } = markOf(target);
  const { one, zh, en } = RECORDS[name];
  const made = { [`${name}Payload`]: class {} }[`${name}Payload`] as Class;
  Field(() => target, {
    nullable: true,
    description: `变更后的${zh}；被拒绝时为空，版本冲突时为最新内容。The ${en.toLowerCase()} as it now is; null when refused, the current one on a conflict.`,
  })(made.prototype, one);
  Field(() => [UserError], { description: "拒绝的原因；为空即成功。Why it was refused; empty on success." })(
    made.prototype,
    "userErrors",
  );
  ObjectType(`${name}Payload`, {
    simpleResolvers: true,
    description: `${zh}变更的结果。Result of a change of ${en.toLowerCase()}.`,
  })(made);
  payloads.set(target, made);
  return made;
}

/** The rule behind a code that the findings know under another name. */
const RULE_OF: Partial<Record<RefusalCode, string>> = { TERM_PROTECTED: "R48", CONSENT_MISSING: "R48" };
const RULES: Record<string, { clause: string; quote: string }> = CLAUSES;

/** A refusal in the words of the reader, with the clause it rests on and the sentence of that clause. */
export function userError(refusal: Refusal, language: Language): UserError {
  const { code, path = [], facts = {} } = refusal;
  const rule = RULES[String(facts["rule"] ?? RULE_OF[code])];
  const clause = refusal.clause ?? rule?.clause;
  return {
    path,
    code,
    message: withoutPersonalNumbers(refusalText(refusal, language)),
    ...(clause ? { clause } : {}),
    ...(clause && rule?.clause === clause ? { quote: rule.quote } : {}),
  };
}
