import type { SealedPlace } from "../../schema/people/personalFields.rules.js";
import type { Act } from "./act.js";

/** Seals what is given for one place into the columns of a record, which has a number by then; undefined leaves it, null clears it. */
export async function sealInto(
  act: Act,
  record: { id?: number },
  place: SealedPlace,
  given: string | null | undefined,
): Promise<void> {
  if (!record.id) {
    const [next] = await act.ask<{ id: number }>("select next_sealed_id($1) as id", [place.table]);
    record.id = next?.id as number;
  }
  if (given === undefined) return;
  const { property, index, tidy } = place;
  const { sealed, bidx, mask, key } = given ? act.sealing.seal(place, record.id, tidy?.(given) ?? given) : NOTHING;
  Object.assign(record, {
    [property]: undefined,
    [`${property}Sealed`]: sealed,
    ...(index === "none" ? {} : { [`${property}Bidx`]: bidx }),
    [`${property}Mask`]: mask,
    [`${property}Key`]: key,
  });
}

const NOTHING = { sealed: null, bidx: null, mask: null, key: null };
