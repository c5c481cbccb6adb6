import { normaliseUscc } from "../../schema/employers/uscc.rules.js";
import { type AffiliationFacts, allowedSuperiors, whyNotAffiliate } from "../../schema/hierarchy/affiliation.rules.js";
import type { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import { USCC, whyNoCertificate, whyNotUnion } from "../../schema/hierarchy/unionFacts.rules.js";
import { UNION_TYPE_NAMES, type UnionType } from "../../schema/hierarchy/unionType.rules.js";
import { addDays } from "../../schema/shared/period.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";

/** What must hold for the plain fields of a union, whoever wrote them. */
export async function examineUnion({ note, ask }: Act, union: TradeUnion): Promise<void> {
  note(...whyNotUnion(union), whyNoCertificate(union));
  if (!union.uscc) return;
  union.uscc = normaliseUscc(union.uscc);
  const [holder] = await ask<{ name: string | null }>("select holder_of_uscc('trade_union', $1, $2::integer) as name", [
    union.uscc,
    union.id ?? 0,
  ]);
  if (holder?.name) note(refusal("NOT_UNIQUE", { field: USCC, value: union.uscc, holder: holder.name }, ["uscc"]));
}

/** A superior as the rule of affiliation looks at it. */
export function superiorFacts({
  id,
  name,
  type,
  path,
  establishedOn,
  dissolvedOn,
}: TradeUnion): AffiliationFacts["superior"] {
  const lineage = (path ?? "").split(".").filter(Boolean).map(Number);
  return {
    id,
    name,
    type,
    lineage,
    inForce: { validFrom: establishedOn, validTo: dissolvedOn ? addDays(dissolvedOn, 1) : undefined },
  };
}

/** A changed type must fit the superior above and every union below. */
export async function examineType({ note, ask }: Act, union: TradeUnion, type: UnionType): Promise<void> {
  const parent = union.parent?.getEntity();
  if (parent) {
    const [hidden] = parent.type
      ? []
      : await ask<{ name: string; type: UnionType }>("select name, type from superior_face($1::integer)", [union.id]);
    const above = { ...superiorFacts(parent), ...hidden, lineage: [], inForce: { validFrom: "1000-01-01" } };
    note(
      whyNotAffiliate({ union: { id: union.id, type }, superior: above, period: { validFrom: "1000-01-01" } }, [
        "type",
      ]),
    );
  }
  const below = await ask<{ type: UnionType }>(
    "select distinct type from trade_union where parent_id = $1 and standing",
    [union.id],
  );
  const misfits = below
    .filter((child) => !allowedSuperiors(child.type).includes(type))
    .map((child) => UNION_TYPE_NAMES[child.type]);
  if (misfits.length > 0)
    note(
      because("OUT_OF_RANGE", ["type"], {
        zh: `现有下级（${misfits.map(({ zh }) => zh).join("、")}）不能隶属于${UNION_TYPE_NAMES[type].zh}。`,
        en: `Unions below it (${misfits.map(({ en }) => en).join(", ")}) cannot stand under a ${UNION_TYPE_NAMES[type].en}.`,
      }),
    );
}
