import type {
  CreateFederationMembershipInput,
  EndFederationMembershipInput,
} from "../../schema/hierarchy/federationMembership.input.js";
import { TownshipProfile } from "../../schema/hierarchy/townshipProfile.entity.js";
import type {
  CreateTownshipProfileInput,
  UpdateTownshipProfileInput,
} from "../../schema/hierarchy/townshipProfile.input.js";
import { FederationMembership } from "../../schema/hierarchy/tradeUnionVersion.entity.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";

const FEDERATION_OF = { REGIONAL: "REGIONAL_FEDERATION", INDUSTRY: "INDUSTRY_FEDERATION" } as const;

/** A union joins a federation beside its one superior; several at once are possible. Opinions 2(1), R09, R10. */
export async function createFederationMembership(
  act: Act,
  input: CreateFederationMembershipInput,
): Promise<FederationMembership> {
  const membership = await act.fill(new FederationMembership(), input);
  act.settle();
  const [union, federation] = [membership.tradeUnion.getEntity(), membership.federation.getEntity()];
  act.actor.must("create:federation-membership", union);
  if (federation.type !== FEDERATION_OF[input.kind])
    act.note(
      because("OUT_OF_RANGE", ["federationId"], {
        zh: "所选工会不是该类联合会，请重新选择。",
        en: "The union chosen is no federation of that kind. Choose another.",
      }),
    );
  if (union.id === federation.id) act.note(refusal("HIERARCHY_CYCLE", { superior: federation.name }, ["federationId"]));
  const least = union.establishedOn > federation.establishedOn ? union.establishedOn : federation.establishedOn;
  if (input.validFrom < least) act.note(refusal("OUT_OF_RANGE", { least }, ["validFrom"]));
  act.em.persist(membership);
  return membership;
}

/** A union leaves a federation; the time it belonged stays on record. */
export async function endFederationMembership(
  act: Act,
  input: EndFederationMembershipInput,
): Promise<FederationMembership> {
  const membership = await act.load(FederationMembership, input, ["tradeUnion"]);
  act.actor.must("amend:federation-membership", membership.tradeUnion.getEntity());
  if (input.validTo <= membership.validFrom)
    act.note(refusal("OUT_OF_RANGE", { least: membership.validFrom }, ["validTo"]));
  membership.validTo = input.validTo;
  return membership;
}

/** The figures of a township decide whether a federation of its own is due; Opinions 2(2). */
export async function createTownshipProfile(act: Act, input: CreateTownshipProfileInput): Promise<TownshipProfile> {
  const profile = await act.fill(new TownshipProfile(), input);
  act.settle();
  const division = profile.division.getEntity();
  act.actor.must("create:township-profile", await leadingUnion(act, division.id));
  if (division.level !== "TOWNSHIP")
    act.note(
      because("OUT_OF_RANGE", ["divisionId"], {
        zh: "概况只按乡镇（街道）登记，请改选区划。",
        en: "A profile belongs to a township. Choose another division.",
      }),
    );
  act.em.persist(profile);
  return profile;
}

export async function updateTownshipProfile(act: Act, input: UpdateTownshipProfileInput): Promise<TownshipProfile> {
  const profile = await act.load(TownshipProfile, input);
  act.actor.must("amend:township-profile", await leadingUnion(act, profile.division.id));
  return act.fill(profile, input);
}

/** The union that answers for a division: that of the division itself, or of the nearest one above that has one. */
async function leadingUnion(act: Act, divisionId: number): Promise<{ path: string } | undefined> {
  const [union] = await act.ask<{ path: string }>("select leading_union_path($1) as path", [divisionId]);
  return union;
}
