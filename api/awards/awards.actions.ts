import { Award, AwardRound } from "../../schema/awards/award.entity.js";
import type {
  CreateAwardInput,
  CreateAwardRoundInput,
  UpdateAwardInput,
  UpdateAwardRoundInput,
} from "../../schema/awards/award.input.js";
import { AWARD_STATE_NAMES, awardLevelOf, isCollectiveTitle } from "../../schema/awards/award.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";

/** Rounds are seen by everyone, so only the union at the top of the installation sets up those above the county. */
export async function createAwardRound(act: Act, input: CreateAwardRoundInput): Promise<AwardRound> {
  const round = await act.fill(new AwardRound(), input);
  await mustForRound(act, "create:award-round", round);
  act.em.persist(round);
  return round;
}

export async function updateAwardRound(act: Act, input: UpdateAwardRoundInput): Promise<AwardRound> {
  const round = await act.load(AwardRound, input);
  await mustForRound(act, "amend:award-round", round);
  return act.fill(round, input);
}

async function mustForRound(
  act: Act,
  permission: "create:award-round" | "amend:award-round",
  { level }: AwardRound,
): Promise<void> {
  act.actor.mustSomewhere(permission);
  if (level === "COUNTY") return;
  const [top] = await act.ask<{ path: string }>("select municipal_path() as path");
  act.actor.must(permission, top);
}

/** Records an honour on the way, or as conferred. */
export async function createAward(act: Act, input: CreateAwardInput): Promise<Award> {
  const award = await act.fill(new Award(), input);
  act.settle();
  act.actor.must("create:award", award.recommendedBy.getEntity());
  award.level = awardLevelOf(award.title);
  award.state ??= award.conferredOn ? "CONFERRED" : "NOMINATED";
  if (award.state === "REVOKED") act.note(refusal("ILLEGAL_TRANSITION", { to: AWARD_STATE_NAMES.REVOKED }, ["state"]));
  examineHolder(act, award);
  examine(act, award);
  act.em.persist(award);
  return award;
}

/** Amends an honour, or revokes it with date and ground. */
export async function updateAward(act: Act, input: UpdateAwardInput): Promise<Award> {
  const award = await act.load(Award, input, ["recommendedBy", "awardRound"]);
  act.actor.must("amend:award", award.recommendedBy.getEntity());
  const was = award.state;
  await act.fill(award, input);
  const revoking = input.revokedOn !== undefined || input.revocationGround !== undefined || input.state === "REVOKED";
  if (revoking) {
    act.actor.must("revoke:award", award.recommendedBy.getEntity());
    revoke(act, award, was);
  } else if ((was === "REVOKED" || was === "CONFERRED") && award.state !== was)
    act.note(
      refusal("ILLEGAL_TRANSITION", { from: AWARD_STATE_NAMES[was], to: AWARD_STATE_NAMES[award.state] }, ["state"]),
    );
  examine(act, award);
  return award;
}

function revoke({ note, today }: Act, award: Award, was: Award["state"]): void {
  if (was !== "CONFERRED" && was !== "REVOKED")
    note(refusal("ILLEGAL_TRANSITION", { from: AWARD_STATE_NAMES[was], to: AWARD_STATE_NAMES.REVOKED }, ["revokedOn"]));
  if (!award.revokedOn)
    note(refusal("REQUIRED", { field: { zh: "撤销日期", en: "Day of revocation" } }, ["revokedOn"]));
  if (!award.revocationGround)
    note(refusal("REQUIRED", { field: { zh: "撤销事由", en: "Ground of the revocation" } }, ["revocationGround"]));
  if (award.revokedOn && (award.revokedOn > today || (award.conferredOn && award.revokedOn < award.conferredOn)))
    note(refusal("OUT_OF_RANGE", { least: award.conferredOn, most: today }, ["revokedOn"]));
  award.state = "REVOKED";
}

function examineHolder({ note }: Act, award: Award): void {
  const isCollective = isCollectiveTitle(award.title);
  const [due, idle] = isCollective ? (["collectiveId", "personId"] as const) : (["personId", "collectiveId"] as const);
  const [has, hasIdle] = isCollective ? [award.collective, award.person] : [award.person, award.collective];
  const field = isCollective ? { zh: "获奖集体", en: "Collective" } : { zh: "获奖个人", en: "Person" };
  if (!has) note(refusal("REQUIRED", { field }, [due]));
  if (hasIdle)
    note(
      because("OUT_OF_RANGE", [idle], {
        zh: `此称号只授予${isCollective ? "集体" : "个人"}。`,
        en: `This title honours a ${isCollective ? "collective" : "person"} only.`,
      }),
    );
}

function examine({ note, today }: Act, award: Award): void {
  if ((award.state === "CONFERRED" || award.state === "REVOKED") && !award.conferredOn)
    note(refusal("REQUIRED", { field: { zh: "授予日期", en: "Day of conferment" } }, ["conferredOn"]));
  if (award.conferredOn && award.conferredOn > today) note(refusal("OUT_OF_RANGE", { most: today }, ["conferredOn"]));
  const round = award.awardRound?.getEntity();
  if (round && round.level !== award.level)
    note(
      because("OUT_OF_RANGE", ["awardRoundId"], {
        zh: "称号的级别与评选批次不符。",
        en: "The title is not of the round's level.",
      }),
    );
}
