import {
  type AffiliationEdge,
  whyNotAffiliate,
  whyNotAnotherSuperior,
} from "../../schema/hierarchy/affiliation.rules.js";
import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import type { AffiliateTradeUnionInput } from "../../schema/hierarchy/tradeUnion.input.js";
import { covers, type LocalDate } from "../../schema/shared/period.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";
import { type DatedRow, datedRows, succeed } from "./succession.js";
import { superiorFacts } from "./unionChecks.js";

interface EdgeRow extends DatedRow {
  parent_id: number;
}

/**
 * Places a union under another superior from a day on; the edge of that day ends there and stays on record. Union, former and
 * new superior must all lie in the actor's scope: only a common superior moves a union.
 */
export async function affiliateTradeUnion(act: Act, input: AffiliateTradeUnionInput): Promise<TradeUnion> {
  const union = await act.load(TradeUnion, input, ["parent"]);
  act.actor.must("affiliate:trade-union", union);
  if (union.parent) act.actor.must("affiliate:trade-union", union.parent.getEntity());
  const superior = await act.refer(TradeUnion, input.superiorId, "superiorId", "上级工会。Superior.");
  act.settle();
  const on = input.effectiveOn ?? act.today;
  const edges = await datedRows<EdgeRow>(act, "affiliation", union.id);
  const present = edges.find((edge) => covers(edge, on));
  await examine(
    act,
    union,
    superior as TradeUnion,
    on,
    present,
    edges.filter((edge) => edge !== present),
  );
  act.settle();
  const values = { parent_id: superior?.id, document_no: input.documentNo ?? null, reason: input.reason ?? null };
  if (present) await succeed(act, "affiliation", present, on, values);
  else
    await act.ask(
      "insert into affiliation (trade_union_id, valid_from, parent_id, document_no, reason) values ($1, $2, $3, $4, $5)",
      [union.id, on, ...Object.values(values)],
    );
  union.amendedAt = new Date();
  return union;
}

async function examine(
  act: Act,
  union: TradeUnion,
  superior: TradeUnion,
  on: LocalDate,
  present: EdgeRow | undefined,
  others: EdgeRow[],
): Promise<void> {
  const { note } = act;
  if (union.dissolvedOn || on < union.establishedOn)
    note(
      because(
        "OUT_OF_RANGE",
        ["effectiveOn"],
        { zh: "该日工会不在效力内，请另选生效日。", en: "The union is not in force on that day. Choose another." },
        { least: union.establishedOn },
      ),
    );
  if (present?.parent_id === superior.id)
    note(
      because("OUT_OF_RANGE", ["superiorId"], {
        zh: `该工会已隶属于“${superior.name}”。`,
        en: `The union already stands under ${superior.name}.`,
      }),
    );
  note(
    whyNotAffiliate(
      { union: { id: union.id, type: union.type }, superior: superiorFacts(superior), period: { validFrom: on } },
      ["superiorId"],
    ),
  );
  const clash = whyNotAnotherSuperior({ validFrom: on }, await named(act, others));
  if (clash) note({ ...refusal("EDGE_OVERLAP", clash.facts, ["effectiveOn"]) });
}

async function named(act: Act, edges: EdgeRow[]): Promise<AffiliationEdge[]> {
  const rows = await act.ask<{ id: number; name: string }>("select id, name from trade_union where id = any ($1)", [
    edges.map((edge) => edge.parent_id),
  ]);
  return edges.map(({ validFrom, validTo, parent_id }) => ({
    validFrom,
    validTo,
    superiorName: rows.find(({ id }) => id === parent_id)?.name ?? "",
  }));
}
