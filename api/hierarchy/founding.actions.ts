import { Coverage, Employer } from "../../schema/employers/employer.entity.js";
import { whyNotAffiliate } from "../../schema/hierarchy/affiliation.rules.js";
import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import type { CreateTradeUnionInput } from "../../schema/hierarchy/tradeUnion.input.js";
import { Affiliation, TradeUnionVersion } from "../../schema/hierarchy/tradeUnionVersion.entity.js";
import type { Act } from "../shared/act.js";
import { searchText } from "../shared/searchText.js";
import { codeForNew } from "./code.js";
import { examineUnion, superiorFacts } from "./unionChecks.js";

/** Founds a union under its superior, with its first name, code and type, and the employers it covers. Trade Union Law, articles 11 and 12. */
export async function createTradeUnion(act: Act, input: CreateTradeUnionInput): Promise<TradeUnion> {
  const superior = await act.refer(TradeUnion, input.superiorId, "superiorId", "上级工会。Superior.");
  if (superior || input.superiorId == null) act.actor.must("create:trade-union", superior);
  const union = await act.fill(new TradeUnion(), input);
  const employers = await employersOf(act, input);
  examinePlace(act, union, superior);
  await examineUnion(act, union);
  const code = await codeForNew(act, union.type, union.territory?.getEntity(), superior);
  act.settle();
  Object.assign(union, {
    code,
    path: placeBelow(superior),
    standing: false,
    memberCount: 0,
    employeeCount: 0,
    state: "ACTIVE",
    legalPersonStatus: union.legalPersonStatus ?? "NONE",
    searchText: searchText(union.name, [code, union.uscc]),
  });
  await act.em.persist(union).flush();
  await enter(act, union, superior, employers, input);
  return union;
}

function examinePlace({ note }: Act, union: TradeUnion, superior: TradeUnion | undefined): void {
  if (!superior) return;
  const { type, establishedOn } = union;
  note(
    whyNotAffiliate(
      { union: { id: 0, type }, superior: superiorFacts(superior), period: { validFrom: establishedOn } },
      ["superiorId"],
    ),
  );
}

/** The employers that found the union, as far as the founder sees them. */
async function employersOf(act: Act, { employerIds = [] }: CreateTradeUnionInput): Promise<Employer[]> {
  const found: Employer[] = [];
  for (const [index, id] of [...new Set(employerIds)].entries()) {
    const employer = await act.refer(Employer, id, ["employerIds", String(index)], "单位。Employer.");
    if (employer) found.push(employer);
  }
  return found;
}

/** Until its number is known a union lies below its superior under a number that nobody has, so that its founder sees it. */
const placeBelow = (superior: TradeUnion | undefined): string => `${superior?.path ?? ""}0.`;

async function enter(
  { em }: Act,
  union: TradeUnion,
  superior: TradeUnion | undefined,
  employers: Employer[],
  input: CreateTradeUnionInput,
): Promise<void> {
  const since = { tradeUnion: union, validFrom: input.establishedOn };
  const why = { documentNo: input.documentNo ?? input.approvalDocNo, reason: input.reason };
  // Its place comes before its name: a union that has a name and no superior stands alone, out of the founder's sight.
  if (superior) em.create(Affiliation, { ...since, ...why, parent: superior } as never);
  await em.flush();
  em.create(TradeUnionVersion, { ...since, ...why, code: union.code, name: union.name, type: union.type } as never);
  await em.flush();
  for (const employer of employers) em.create(Coverage, { ...since, employer } as never);
}
