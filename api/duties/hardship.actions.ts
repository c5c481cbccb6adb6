import { HardshipCase } from "../../schema/duties/hardshipCase.entity.js";
import type {
  CreateHardshipCaseInput,
  RevealHardshipDetailsInput,
  UpdateHardshipCaseInput,
} from "../../schema/duties/hardshipCase.input.js";
import { whyNotOpen } from "../../schema/duties/hardshipCase.rules.js";
import { SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";
import { reveal, whyNotSaid } from "../shared/reveal.js";
import { sealInto } from "../shared/sealInto.js";

const { HARDSHIP_DETAILS } = SEALED_PLACES;

/** Implementation Opinions 2(3)7: a union opens the file of a worker in hardship. */
export async function createHardshipCase(act: Act, input: CreateHardshipCaseInput): Promise<HardshipCase> {
  const hardship = await act.fill(new HardshipCase(), input, ["details"]);
  act.settle();
  act.actor.must("create:hardship-case", hardship.tradeUnion.getEntity());
  act.note(...whyNotOpen(hardship.openedOn, hardship.closedOn, act.today));
  act.settle();
  await sealInto(act, hardship, HARDSHIP_DETAILS, input.details);
  act.em.persist(hardship);
  return hardship;
}

/** What is on file is put right, or the case is closed. */
export async function updateHardshipCase(act: Act, input: UpdateHardshipCaseInput): Promise<HardshipCase> {
  const hardship = await act.load(HardshipCase, input, ["tradeUnion"]);
  act.actor.must("amend:hardship-case", hardship.tradeUnion.getEntity());
  await act.fill(hardship, input, ["details"]);
  act.settle();
  act.note(...whyNotOpen(hardship.openedOn, hardship.closedOn, act.today));
  act.settle();
  await sealInto(act, hardship, HARDSHIP_DETAILS, input.details);
  return hardship;
}

/** The details of a case are shown whole, once it is in the log who reads them and what for. */
export async function revealHardshipDetails(act: Act, input: RevealHardshipDetailsInput): Promise<HardshipCase> {
  const hardship = await act.load(HardshipCase, { id: input.id }, ["tradeUnion"]);
  const union = hardship.tradeUnion.getEntity();
  act.actor.must("reveal:hardship-case", union);
  const sealed = hardship.detailsSealed;
  if (!sealed)
    act.note(
      because("REQUIRED", ["id"], {
        zh: "此档案没有登记困难情况。",
        en: "No details of this case are on file.",
      }),
    );
  act.note(whyNotSaid(input.reason));
  act.settle();
  const told = { field: "HARDSHIP_DETAILS", reasonCode: input.reasonCode };
  act.told["value"] = await reveal(act, {
    place: HARDSHIP_DETAILS,
    id: hardship.id,
    unionId: union.id,
    told,
    sealed: sealed as Uint8Array,
  });
  return hardship;
}
