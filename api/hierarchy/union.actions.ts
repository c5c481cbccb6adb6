import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import type { UpdateTradeUnionInput } from "../../schema/hierarchy/tradeUnion.input.js";
import { UNION_STATE_NAMES, type UnionType } from "../../schema/hierarchy/unionType.rules.js";
import { covers, type LocalDate } from "../../schema/shared/period.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";
import { searchText } from "../shared/searchText.js";
import { type DatedRow, datedRows, succeed } from "./succession.js";
import { examineType, examineUnion } from "./unionChecks.js";

interface VersionRow extends DatedRow {
  code: string;
  name: string;
  type: UnionType;
}

/** Amends a union. A new name or type begins a new version on its day; everything before that day stays as it was. */
export async function updateTradeUnion(act: Act, input: UpdateTradeUnionInput): Promise<TradeUnion> {
  const union = await act.load(TradeUnion, input, ["parent"]);
  act.actor.must("amend:trade-union", union);
  examineState(act, union, input);
  await act.fill(union, input, ["name", "type", "documentNo"]);
  await examineUnion(act, union);
  const on = input.effectiveOn ?? act.today;
  const row = await versionOn(act, union, input, on);
  if (input.type && input.type !== row?.type) await examineType(act, union, input.type);
  act.settle();
  if (row && (input.name ?? row.name) + (input.type ?? row.type) !== row.name + row.type)
    await succeed(act, "trade_union_version", row, on, {
      code: row.code,
      name: input.name ?? row.name,
      type: input.type ?? row.type,
      document_no: input.documentNo ?? null,
      reason: input.reason ?? null,
    });
  union.searchText = wordsFor(union, input.name, on <= act.today);
  union.amendedAt = new Date();
  return union;
}

function examineState({ note }: Act, union: TradeUnion, { state }: UpdateTradeUnionInput): void {
  const dissolved = union.state === "DISSOLVED";
  if (!dissolved && state !== "DISSOLVED") return;
  note(
    refusal(
      "ILLEGAL_TRANSITION",
      { from: UNION_STATE_NAMES[union.state], ...(state ? { to: UNION_STATE_NAMES[state] } : {}) },
      state ? ["state"] : [],
    ),
  );
}

/** The version that name and type of the input would replace; noted when the union was not in force on that day. */
async function versionOn(
  act: Act,
  union: TradeUnion,
  input: UpdateTradeUnionInput,
  on: LocalDate,
): Promise<VersionRow | undefined> {
  for (const name of ["name", "type"] as const)
    if (input[name] === null)
      act.note(
        refusal("REQUIRED", { field: name === "name" ? { zh: "名称", en: "Name" } : { zh: "组织形式", en: "Type" } }, [
          name,
        ]),
      );
  if (input.name == null && input.type == null) return undefined;
  const row = (await datedRows<VersionRow>(act, "trade_union_version", union.id)).find((each) => covers(each, on));
  if (!row)
    act.note(
      because(
        "OUT_OF_RANGE",
        ["effectiveOn"],
        { zh: "该日工会不在效力内，请另选生效日。", en: "The union is not in force on that day. Choose another." },
        { least: union.establishedOn },
      ),
    );
  return row;
}

/** A planned name is searched for before its day comes, and the present one until then. */
function wordsFor(union: TradeUnion, name: string | undefined, isNow: boolean): string {
  const present = searchText(isNow ? (name ?? union.name) : union.name, [union.code, union.uscc]);
  return name && !isNow ? `${present} ${searchText(name)}` : present;
}
