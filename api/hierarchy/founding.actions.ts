import { Coverage, Employer } from "../../schema/employers/employer.entity.js";
import { allowedSuperiors, whyNotAffiliate } from "../../schema/hierarchy/affiliation.rules.js";
import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import type { CreateTradeUnionInput } from "../../schema/hierarchy/tradeUnion.input.js";
import { Affiliation, TradeUnionVersion } from "../../schema/hierarchy/tradeUnionVersion.entity.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";
import { searchText } from "../shared/searchText.js";
import { codeForNew } from "./code.js";
import { examineUnion, superiorFacts } from "./unionChecks.js";

/** Founds a union under its superior, with its first name, code and type, and the employers it covers. Trade Union Law, articles 11 and 12. */
export async function createTradeUnion(act: Act, input: CreateTradeUnionInput): Promise<TradeUnion> {
  const superior = await act.refer(TradeUnion, input.superiorId, "superiorId", "上级工会。Superior.");
  if (superior || input.superiorId == null) act.actor.must("create:trade-union", superior);
  const union = await act.fill(new TradeUnion(), input);
  const employers = await employersOf(act, input);
  examineFounding(act, union, superior, input);
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

function examineFounding(
  { note, today }: Act,
  union: TradeUnion,
  superior: TradeUnion | undefined,
  { superiorId }: CreateTradeUnionInput,
): void {
  if (union.establishedOn > today) note(refusal("OUT_OF_RANGE", { most: today }, ["establishedOn"]));
  if (superior)
    note(
      whyNotAffiliate(
        {
          union: { id: 0, type: union.type },
          superior: superiorFacts(superior),
          period: { validFrom: union.establishedOn },
        },
        ["superiorId"],
      ),
    );
  else if (superiorId == null && allowedSuperiors(union.type).length > 0)
    note(refusal("REQUIRED", { field: { zh: "上级工会", en: "Superior" } }, ["superiorId"]));
}

/** A joint union is founded by the members of two employers or more, an independent one by those of one; Opinions 2(1), R03, R04. */
async function employersOf(act: Act, { employerIds = [], type }: CreateTradeUnionInput): Promise<Employer[]> {
  const wanted = [...new Set(employerIds)];
  const found: Employer[] = [];
  for (const [index, id] of wanted.entries()) {
    const employer = await act.refer(Employer, id, ["employerIds", String(index)], "单位。Employer.");
    if (employer) found.push(employer);
  }
  if (type === "GRASSROOTS_JOINT" && wanted.length < 2)
    act.note({
      ...because(
        "OUT_OF_RANGE",
        ["employerIds"],
        {
          zh: "联合基层工会须由两个以上单位联合建立，请至少选择两个单位。",
          en: "A joint union is founded by two employers or more. Choose at least two.",
        },
        { rule: "R04", least: 2 },
      ),
      clause: "二(一)",
    });
  if (type === "GRASSROOTS_INDEPENDENT" && wanted.length > 1)
    act.note({
      ...because(
        "OUT_OF_RANGE",
        ["employerIds"],
        {
          zh: "单独基层工会只覆盖一个单位；覆盖多个单位的请选联合基层工会。",
          en: "A union of one unit covers one employer. For several, choose the joint union.",
        },
        { rule: "R03", most: 1 },
      ),
      clause: "二(一)",
    });
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
