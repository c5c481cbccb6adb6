import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import { type SittingFacts, whyNotAppoint, whyNotVacate } from "../../schema/positions/office.rules.js";
import { Position, Term } from "../../schema/positions/position.entity.js";
import type { CreatePositionInput, UpdatePositionInput } from "../../schema/positions/position.input.js";
import type { CreateTermInput, UpdateTermInput } from "../../schema/positions/term.input.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";

/** Appoints a person to an office of a union; Opinions 3(2). */
export async function createPosition(act: Act, input: CreatePositionInput): Promise<Position> {
  const position = await act.fill(new Position(), input);
  act.settle();
  act.actor.must("create:position", position.tradeUnion.getEntity());
  await examine(act, position, position.tradeUnion.getEntity());
  act.em.persist(position);
  return position;
}

/** Amends an appointment, or ends it: by transfer in mid-term only through a transfer with both consents. */
export async function updatePosition(act: Act, input: UpdatePositionInput): Promise<Position> {
  const position = await act.load(Position, input, ["tradeUnion"]);
  act.actor.must("amend:position", position.tradeUnion.getEntity());
  if (input.endedOn !== undefined || input.endReason !== undefined)
    act.actor.must("vacate:position", position.tradeUnion.getEntity());
  await act.fill(position, input);
  await examine(act, position, position.tradeUnion.getEntity());
  return position;
}

async function examine({ note, ask, settle }: Act, position: Position, union: TradeUnion): Promise<void> {
  const { role, endedOn, endReason } = position;
  if (endedOn && !endReason)
    note(refusal("REQUIRED", { field: { zh: "离任原因", en: "Reason of leaving" } }, ["endReason"]));
  if (endReason && !endedOn)
    note(refusal("REQUIRED", { field: { zh: "离任日期", en: "Last day in office" } }, ["endedOn"]));
  // No transfer request can have been executed while none can be filed.
  if (endedOn && endReason) note(whyNotVacate(position, endedOn, endReason, false));
  const sitting = await ask<SittingFacts>(
    `select p.role, p.start_on::text as "startOn", p.ended_on::text as "endedOn", h.name as holder from position p join person h on h.id = p.person_id
     where p.trade_union_id = $1 and p.role = $2 and p.known_to is null and p.id <> $3`,
    [union.id, role, position.id ?? 0],
  );
  note(whyNotAppoint(position, sitting, union));
  settle();
}

/** A term of a union's committee; Trade Union Law, article 16. */
export async function createTerm(act: Act, input: CreateTermInput): Promise<Term> {
  const term = await act.fill(new Term(), input);
  act.settle();
  act.actor.must("create:term", term.tradeUnion.getEntity());
  examineTerm(act, term);
  act.em.persist(term);
  return term;
}

export async function updateTerm(act: Act, input: UpdateTermInput): Promise<Term> {
  const term = await act.load(Term, input, ["tradeUnion"]);
  act.actor.must("amend:term", term.tradeUnion.getEntity());
  await act.fill(term, input);
  examineTerm(act, term);
  return term;
}

function examineTerm({ note }: Act, term: Term): void {
  const { establishedOn } = term.tradeUnion.getEntity();
  if (term.startOn < establishedOn) note(refusal("OUT_OF_RANGE", { least: establishedOn }, ["startOn"]));
  if (term.termEndOn < term.startOn) note(refusal("OUT_OF_RANGE", { least: term.startOn }, ["termEndOn"]));
  if (term.electedOn && term.electedOn > term.termEndOn)
    note(refusal("OUT_OF_RANGE", { most: term.termEndOn }, ["electedOn"]));
}
