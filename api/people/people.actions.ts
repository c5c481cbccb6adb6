import { Membership } from "../../schema/people/membership.entity.js";
import type { CreateMembershipInput, UpdateMembershipInput } from "../../schema/people/membership.input.js";
import { Person } from "../../schema/people/person.entity.js";
import type { CreatePersonInput, UpdatePersonInput } from "../../schema/people/person.input.js";
import { SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { whyNoSex, whyNotPerson } from "../../schema/people/personFacts.rules.js";
import {
  birthOnOf,
  maskResidentId,
  normaliseResidentId,
  sexOf,
  whyNotResidentId,
} from "../../schema/people/residentId.rules.js";
import { type Refusal, refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { asBytea } from "../shared/sealing.js";
import { searchText } from "../shared/searchText.js";
import { knownNumber, sealPersonal } from "./sealedPerson.js";

const IDENTITY = { zh: "居民身份号码", en: "Resident identity number" };

/** A person enters the file of a union. */
export async function createPerson(act: Act, input: CreatePersonInput): Promise<Person> {
  const person = await act.fill(new Person(), input);
  if (person.keeper) act.actor.must("create:person", person.keeper.getEntity());
  person.migrantWorker ??= false;
  person.dispatchedWorker ??= false;
  await examine(act, person, input);
  await sealPersonal(act, person, input);
  act.em.persist(person);
  return person;
}

/** What is on file about a person is put right; another union may take over the file. */
export async function updatePerson(act: Act, input: UpdatePersonInput): Promise<Person> {
  const person = await act.load(Person, input, ["keeper"]);
  act.actor.must("amend:person", person.keeper.getEntity());
  await act.fill(person, input);
  act.actor.must("amend:person", person.keeper.getEntity());
  await examine(act, person, input);
  await sealPersonal(act, person, input);
  return person;
}

async function examine(act: Act, person: Person, input: CreatePersonInput | UpdatePersonInput): Promise<void> {
  const { note, today, settle } = act;
  const residentId = knownNumber(act, person, input);
  note(...whyNotPerson({ ...input, residentId }, today));
  if (residentId && !whyNotResidentId(residentId, today))
    await takeIdentity(act, person, input, normaliseResidentId(residentId));
  else note(...whyNoSex({ residentId, sex: person.sex }));
  settle();
  person.searchText = searchText(person.name, [], true);
}

/** Sex and birth follow the number. A number that is in use is named when its holder is visible; a hit out of sight only calls for a review from above. */
async function takeIdentity(
  act: Act,
  person: Person,
  input: CreatePersonInput | UpdatePersonInput,
  number: string,
): Promise<void> {
  person.sex = sexOf(number);
  person.birthOn = birthOnOf(number);
  if (input.residentId) act.note(await whyNotFree(act, person, number));
}

async function whyNotFree(act: Act, person: Person, number: string): Promise<Refusal | undefined> {
  const indexes = act.sealing.indexes(SEALED_PLACES.RESIDENT_ID, number).map(asBytea);
  const [found] = await act.ask<{ id: number | null }>("select holder_of_resident_id($1::bytea[], $2::integer) as id", [
    indexes,
    person.id ?? 0,
  ]);
  if (!found?.id) return undefined;
  if (!(await act.isSeen(Person, found.id))) return refusal("NEEDS_REVIEW", { field: IDENTITY }, ["residentId"]);
  const [holder] = await act.ask<{ name: string }>("select name from person where id = $1::integer", [found.id]);
  return refusal("NOT_UNIQUE", { field: IDENTITY, value: maskResidentId(number), holder: holder?.name }, [
    "residentId",
  ]);
}

/** A person joins a union, or otherwise comes to stand in it. At most one active membership at a time. */
export async function createMembership(act: Act, input: CreateMembershipInput): Promise<Membership> {
  const membership = await act.fill(new Membership(), input);
  act.settle();
  const union = membership.tradeUnion.getEntity();
  act.actor.must("create:membership", union);
  membership.status ??= "ACTIVE";
  if (input.validFrom < union.establishedOn)
    act.note(refusal("OUT_OF_RANGE", { least: union.establishedOn }, ["validFrom"]));
  if (input.validFrom > act.today) act.note(refusal("OUT_OF_RANGE", { most: act.today }, ["validFrom"]));
  if (union.dissolvedOn && input.validFrom > union.dissolvedOn)
    act.note(refusal("OUT_OF_RANGE", { most: union.dissolvedOn }, ["validFrom"]));
  act.em.persist(membership);
  return membership;
}

/** A membership ends, or what is on record about it is put right. */
export async function updateMembership(act: Act, input: UpdateMembershipInput): Promise<Membership> {
  const membership = await act.load(Membership, input, ["tradeUnion"]);
  act.actor.must("amend:membership", membership.tradeUnion.getEntity());
  await act.fill(membership, input);
  if (membership.validTo && membership.validTo <= membership.validFrom)
    act.note(refusal("OUT_OF_RANGE", { least: membership.validFrom }, ["validTo"]));
  return membership;
}
