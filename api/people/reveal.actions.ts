import { Person } from "../../schema/people/person.entity.js";
import { PERSONAL_FIELD_NAMES, REVEALS_PER_HOUR, SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { holdsPersonalNumber } from "../../schema/people/personalNumbers.rules.js";
import type { RevealPersonalDataInput } from "../../schema/people/reveal.input.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";
import { TopLevel } from "../shared/topLevel.js";

/**
 * One personal number is shown whole. The entry in the log is part of the transaction: the door sends its answer only after
 * that is committed, so a number that could not be logged is never sent.
 */
export async function revealPersonalData(act: Act, input: RevealPersonalDataInput): Promise<Person> {
  const { field, reasonCode } = input;
  const person = await act.load(Person, { id: input.id }, ["keeper"]);
  const keeper = person.keeper.getEntity();
  act.actor.must("reveal:personal-data", keeper);
  const sealed = { RESIDENT_ID: person.residentIdSealed, PHONE: person.phoneSealed }[field];
  if (!sealed)
    act.note(
      because("REQUIRED", ["field"], {
        zh: `此人没有登记${PERSONAL_FIELD_NAMES[field].zh}。`,
        en: `No ${PERSONAL_FIELD_NAMES[field].en.toLowerCase()} of this person is on file.`,
      }),
    );
  if (holdsPersonalNumber(input.reason))
    act.note(
      because("INVALID_FORMAT", ["reason"], {
        zh: "事由会长期保存，请不要写入身份证号或手机号。",
        en: "The reason is kept for good: leave identity and telephone numbers out of it.",
      }),
    );
  act.settle();
  const told = JSON.stringify({
    field,
    reasonCode,
    mask: { RESIDENT_ID: person.residentIdMask, PHONE: person.phoneMask }[field],
  });
  const [entered] = await act.ask<{ wait: number }>(
    "select enter_reveal($1::integer, $2::integer, $3::jsonb, $4::integer) as wait",
    [person.id, keeper.id, told, REVEALS_PER_HOUR],
  );
  if (entered?.wait !== 0) throw tooMany(entered?.wait ?? 3_600);
  act.told["value"] = act.sealing.open(SEALED_PLACES[field], person.id, sealed as Uint8Array);
  return person;
}

const tooMany = (seconds: number) =>
  new TopLevel(
    "RATE_LIMITED",
    {
      zh: `每个账号每小时至多查看 ${REVEALS_PER_HOUR} 项个人信息，请在 ${Math.ceil(seconds / 60)} 分钟后再试。`,
      en: `An account may look at ${REVEALS_PER_HOUR} personal numbers in an hour; try again in ${Math.ceil(seconds / 60)} minutes.`,
    },
    { retryAfter: seconds },
  );
