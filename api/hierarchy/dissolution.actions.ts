import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import type { DissolveTradeUnionInput } from "../../schema/hierarchy/tradeUnion.input.js";
import { UNION_STATE_NAMES } from "../../schema/hierarchy/unionType.rules.js";
import { addDays } from "../../schema/shared/period.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";

/** What ends together with a union: each statement is told the union, its last day and the day after. */
const ENDINGS = [
  `update position set ended_on = $2, end_reason = 'UNION_DISSOLVED', version = version + 1, amended_at = transaction_timestamp()
   where trade_union_id = $1 and known_to is null and ended_on is null and $3::date is not null`,
  `with ended as (update membership set valid_to = $3, version = version + 1, amended_at = transaction_timestamp()
     where trade_union_id = $1 and known_to is null and status = 'ACTIVE' and valid_to is null and $2::date is not null returning person_id, trade_union_id, card_no)
   insert into membership (person_id, trade_union_id, status, card_no, reason, valid_from) select person_id, trade_union_id, 'RETAINED', card_no, '工会撤销，会籍保留', $3 from ended`,
  ...["coverage", "federation_membership", "party_leadership"].map(
    (table) =>
      `update ${table} set valid_to = $3, version = version + 1, amended_at = transaction_timestamp() where trade_union_id = $1 and known_to is null and valid_to is null and $2::date is not null`,
  ),
  // Its name ends before its place does: a union in force without a superior lies in nobody's sight.
  ...["trade_union_version", "affiliation"].map(
    (table) =>
      `update ${table} set valid_to = $3 where trade_union_id = $1 and known_to is null and valid_to is null and $2::date is not null`,
  ),
];

/**
 * Dissolves a union; what it was stays on record. Its officers leave with it, its members keep their membership (会籍可以
 * 继续保留, Trade Union Law, article 13). Unions below must be moved first.
 */
export async function dissolveTradeUnion(act: Act, input: DissolveTradeUnionInput): Promise<TradeUnion> {
  const union = await act.load(TradeUnion, input, ["parent"]);
  act.actor.must("dissolve:trade-union", union);
  if (union.parent) act.actor.must("dissolve:trade-union", union.parent.getEntity());
  await examine(act, union, input.dissolvedOn);
  act.settle();
  for (const sql of ENDINGS) await act.ask(sql, [union.id, input.dissolvedOn, addDays(input.dissolvedOn, 1)]);
  union.state = "DISSOLVED";
  union.dissolvedOn = input.dissolvedOn;
  return union;
}

/** The last day on which anything that must end with the union began. */
const LATEST_BEGINNING = /* sql */ `
  select max(day)::text as day from (
    select max(valid_from) as day from affiliation where trade_union_id = $1 and known_to is null and valid_to is null
    union all select max(valid_from) from trade_union_version where trade_union_id = $1 and known_to is null and valid_to is null
    union all select max(valid_from) from coverage where trade_union_id = $1 and known_to is null and valid_to is null
    union all select max(valid_from) from membership where trade_union_id = $1 and known_to is null and valid_to is null and status = 'ACTIVE'
    union all select max(start_on) from position where trade_union_id = $1 and known_to is null and ended_on is null) begun`;

async function examine({ note, ask, today }: Act, union: TradeUnion, on: string): Promise<void> {
  if (union.state === "DISSOLVED")
    note(refusal("ILLEGAL_TRANSITION", { from: UNION_STATE_NAMES.DISSOLVED, to: UNION_STATE_NAMES.DISSOLVED }, []));
  const [begun] = await ask<{ day: string | null }>(LATEST_BEGINNING, [union.id]);
  const least = begun?.day && begun.day > union.establishedOn ? begun.day : union.establishedOn;
  if (on < least || on > today)
    note(
      refusal("OUT_OF_RANGE", { field: { zh: "撤销日期", en: "Last day of the union" }, least, most: today }, [
        "dissolvedOn",
      ]),
    );
  const below = await ask<{ name: string }>(
    "select u.name from affiliation a join trade_union u on u.id = a.trade_union_id where a.parent_id = $1 and a.known_to is null and (a.valid_to is null or a.valid_to > $2) order by u.code limit 3",
    [union.id, addDays(on, 1)],
  );
  if (below.length > 0) note(refusal("IN_USE", { by: below.map(({ name }) => name) }, []));
}
