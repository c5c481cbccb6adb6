import type pg from "pg";

export type Row = Record<string, never> & Record<string, unknown>;

/** Reads every table plainly; dates as text. */
export async function readTables(client: pg.Client) {
  const all = async (table: string, where = "true") =>
    (await client.query(`select row_to_json(t) as row from ${table} t where ${where} order by 1::text`)).rows.map(
      ({ row }) => row as Row,
    );
  const live = (table: string) => all(table, "known_to is null");
  return {
    versions: await live("trade_union_version"),
    affiliations: await live("affiliation"),
    unions: await all("trade_union"),
    memberships: await live("membership"),
    persons: await all("person"),
    positions: await live("position"),
    coverages: await live("coverage"),
    employers: await all("employer"),
    years: await all("employer_year"),
    terms: await all("term"),
    profiles: await all("township_profile"),
    divisionParents: await live("division_parent"),
    enrolments: await all("enrolment"),
    courses: await all("course"),
  };
}
export type Tables = Awaited<ReturnType<typeof readTables>>;
