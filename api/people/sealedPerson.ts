import type { Person } from "../../schema/people/person.entity.js";
import type { CreatePersonInput, UpdatePersonInput } from "../../schema/people/person.input.js";
import { PERSONAL_FIELDS, PERSONAL_PLACES, SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import type { Act } from "../shared/act.js";
import { sealInto } from "../shared/sealInto.js";

type Given = CreatePersonInput | UpdatePersonInput;

/** The identity number that sex and birth must agree with: the one given, or the one on file when either is to change. */
export function knownNumber({ sealing }: Act, person: Person, input: Given): string | undefined {
  if (input.residentId !== undefined) return input.residentId ?? undefined;
  if (!person.residentIdSealed || (input.sex == null && input.birthOn === undefined)) return undefined;
  return sealing.open(SEALED_PLACES.RESIDENT_ID, person.id, person.residentIdSealed);
}

/** What is given of personal data goes into its sealed columns; what is not given stays, null clears. */
export async function sealPersonal(act: Act, person: Person, input: Given): Promise<void> {
  for (const field of PERSONAL_FIELDS)
    await sealInto(act, person, PERSONAL_PLACES[field], input[PERSONAL_PLACES[field].property]);
}
