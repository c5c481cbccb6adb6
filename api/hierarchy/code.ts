import type { Division } from "../../schema/hierarchy/division.entity.js";
import { officialDivisionCode } from "../../schema/hierarchy/division.rules.js";
import type { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import type { DivisionLevel, UnionType } from "../../schema/hierarchy/unionType.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";

/** The tier of division whose code a territorial union carries. */
const TIER: Partial<Record<UnionType, DivisionLevel>> = {
  MUNICIPAL_FEDERATION: "CITY",
  COUNTY_FEDERATION: "COUNTY",
  TOWNSHIP_FEDERATION: "TOWNSHIP",
  TOWNSHIP_COMMITTEE: "TOWNSHIP",
  TOWNSHIP_WORK_COMMITTEE: "TOWNSHIP",
  VILLAGE_UNION: "VILLAGE",
};
/** The federation of a new city (新城) is a county federation without a division of its own. */
const MAY_LACK_DIVISION: UnionType[] = ["COUNTY_FEDERATION"];

/**
 * The code of a new union: that of its division for a territorial union, else the code of the territorial union that leads
 * it and the next four digits. Digits once given are never given again, not even those of a corrected or dissolved union.
 */
export async function codeForNew(
  act: Act,
  type: UnionType,
  territory: Division | undefined,
  superior: TradeUnion | undefined,
): Promise<string | undefined> {
  const tier = TIER[type];
  if (tier && !(MAY_LACK_DIVISION.includes(type) && territory?.level !== tier))
    return divisionCode(act, tier, territory);
  return superior && serialCode(act, superior);
}

async function divisionCode(
  act: Act,
  tier: DivisionLevel,
  territory: Division | undefined,
): Promise<string | undefined> {
  const field = { zh: "属地", en: "Division" };
  if (!territory) act.note(refusal("REQUIRED", { field }, ["territoryId"]));
  else if (territory.level !== tier || !territory.standing)
    act.note(
      because("OUT_OF_RANGE", ["territoryId"], {
        zh: "属地的层级与工会的组织形式不符，请改选属地。",
        en: "The division is not of the tier that this type of union belongs to. Choose another.",
      }),
    );
  else {
    const code = officialDivisionCode(territory.code);
    const [holder] = await act.ask<{ name: string | null }>("select holder_of_division_code($1) as name", [code]);
    if (!holder?.name) return code;
    act.note(
      refusal("NOT_UNIQUE", { field: { zh: "代码", en: "Code" }, value: code, holder: holder.name }, ["territoryId"]),
    );
  }
  return undefined;
}

async function serialCode(act: Act, superior: TradeUnion): Promise<string> {
  const lineage = (superior.path ?? "").split(".").filter(Boolean).map(Number);
  const [next] = await act.ask<{ prefix: string; serial: number }>(
    "select prefix, serial from next_serial($1::integer[])",
    [lineage],
  );
  return `${next?.prefix}-${String(next?.serial).padStart(4, "0")}`;
}
