import type { Person } from "../../schema/people/person.entity.js";
import type { CreatePersonInput, UpdatePersonInput } from "../../schema/people/person.input.js";
import { type PersonalField, SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { normaliseResidentId } from "../../schema/people/residentId.rules.js";
import type { Act } from "../shared/act.js";

type Given = CreatePersonInput | UpdatePersonInput;

/** The identity number that sex and birth must agree with: the one given, or the one on file when either is to change. */
export function knownNumber({ sealing }: Act, person: Person, input: Given): string | undefined {
  if (input.residentId !== undefined) return input.residentId ?? undefined;
  if (!person.residentIdSealed || (input.sex == null && input.birthOn === undefined)) return undefined;
  return sealing.open(SEALED_PLACES.RESIDENT_ID, person.id, person.residentIdSealed);
}

/** What is given of personal data goes into its sealed columns; what is not given stays, null clears. */
export async function sealPersonal(act: Act, person: Person, input: Given): Promise<void> {
  if (!person.id) {
    const [given] = await act.ask<{ id: number }>("select next_person_id() as id");
    person.id = given?.id as number;
  }
  if (input.residentId !== undefined)
    Object.assign(
      person,
      sealedColumns(
        act,
        person,
        "RESIDENT_ID",
        "residentId",
        input.residentId && normaliseResidentId(input.residentId),
      ),
    );
  if (input.phone !== undefined) Object.assign(person, sealedColumns(act, person, "PHONE", "phone", input.phone));
}

function sealedColumns(
  { sealing }: Act,
  person: Person,
  field: PersonalField,
  name: string,
  value: string | null,
): Record<string, unknown> {
  const {
    sealed = null,
    bidx = null,
    mask = null,
    key = null,
  } = value ? sealing.seal(SEALED_PLACES[field], person.id, value) : {};
  return {
    [name]: undefined,
    [`${name}Sealed`]: sealed,
    [`${name}Bidx`]: bidx,
    [`${name}Mask`]: mask,
    [`${name}Key`]: key,
  };
}
