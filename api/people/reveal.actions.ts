import { Person } from "../../schema/people/person.entity.js";
import { PERSONAL_FIELD_NAMES, PERSONAL_PLACES } from "../../schema/people/personalFields.rules.js";
import type { RevealPersonalDataInput } from "../../schema/people/reveal.input.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";
import { reveal, whyNotSaid } from "../shared/reveal.js";

/** One personal number is shown whole, once it is in the log who looks at it and what for. */
export async function revealPersonalData(act: Act, input: RevealPersonalDataInput): Promise<Person> {
  const { field, reasonCode } = input;
  const place = PERSONAL_PLACES[field];
  const person = await act.load(Person, { id: input.id }, ["keeper"]);
  const keeper = person.keeper.getEntity();
  act.actor.must("reveal:personal-data", keeper);
  const sealed = person[`${place.property}Sealed`];
  if (!sealed)
    act.note(
      because("REQUIRED", ["field"], {
        zh: `此人没有登记${PERSONAL_FIELD_NAMES[field].zh}。`,
        en: `No ${PERSONAL_FIELD_NAMES[field].en.toLowerCase()} of this person is on file.`,
      }),
    );
  act.note(whyNotSaid(input.reason));
  act.settle();
  const told = { field, reasonCode, mask: person[`${place.property}Mask`] };
  act.told["value"] = await reveal(act, {
    place,
    id: person.id,
    unionId: keeper.id,
    told,
    sealed: sealed as Uint8Array,
  });
  return person;
}
