import type pg from "pg";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { DIVISION, UNION } from "../shared/world.js";

/** Where a row lies, seen from a grant over the county of Yuecheng: below it, at the union above it, or below the county beside it. */
export const PLACES = ["inside", "parent", "sibling"] as const;
export type Place = (typeof PLACES)[number];

/** The union of each place, the division it answers for, and the number by which its rows are told apart. */
export const UNION_AT: Record<Place, number> = { inside: UNION.tashan, parent: UNION.city, sibling: UNION.keqiaoTown };
export const DIVISION_AT: Record<Place, number> = {
  inside: DIVISION.tashan,
  parent: DIVISION.city,
  sibling: DIVISION.keqiaoTown,
};
/** A union without anything below it, and a federation, in each place. The city is the whole of its place. */
export const LEAF_AT: Record<Place, number> = { inside: UNION.factory, parent: UNION.city, sibling: UNION.mill };
export const FEDERATION_AT: Record<Place, number> = { inside: UNION.federation, sibling: 23, parent: 21 };

/** By which the rows of a place are told apart. */
export const NUMBER: Record<Place, number> = { inside: 1, parent: 2, sibling: 3 };
/** A union below that of the place, without anything below it, which was dissolved. */
export const DISSOLVED_AT: Record<Place, number> = { inside: 31, parent: 32, sibling: 33 };

/** An id as the contract writes it; of nothing where the place has no such row. */
export const idAt = (record: RecordName, number: number | undefined): string =>
  `${RECORDS[record].one}-${number ?? 987_654}`;

/** Unions that the world of the tests has not: federations of the parent and the sibling, and one dissolved in each place. */
export async function addUnions(client: pg.Client): Promise<void> {
  for (const [id, superior, division, code] of [
    [FEDERATION_AT.parent, UNION.city, DIVISION.city, "330600-0009"],
    [FEDERATION_AT.sibling, UNION.keqiaoTown, DIVISION.keqiaoTown, "330603001-0009"],
  ] as const)
    await union(client, id, superior, division, code, "INDUSTRY_FEDERATION");
  // A union that was dissolved, in each place: the others have no such day.
  for (const place of PLACES)
    await union(
      client,
      DISSOLVED_AT[place],
      UNION_AT[place],
      DIVISION_AT[place],
      `33060200109${NUMBER[place]}`,
      "VILLAGE_UNION",
      "2026-01-01",
    );
  await client.query("select setval(pg_get_serial_sequence('trade_union', 'id'), 1000)");
}

async function union(
  client: pg.Client,
  id: number,
  superior: number,
  division: number,
  code: string,
  type: string,
  dissolvedOn: string | null = null,
): Promise<void> {
  await client.query(
    "insert into trade_union (id, established_on, territory_id, dissolved_on) values ($1, '2001-05-01', $2, $3)",
    [id, division, dissolvedOn],
  );
  await client.query("insert into affiliation (trade_union_id, parent_id, valid_from) values ($1, $2, '2001-05-01')", [
    id,
    superior,
  ]);
  await client.query(
    "insert into trade_union_version (trade_union_id, code, name, type, valid_from) values ($1, $2, $3, $4, '2001-05-01')",
    [id, code, `第${id}工会`, type],
  );
}
