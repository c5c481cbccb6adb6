import type { Viewer } from "../../api/reading/viewer.js";

/** A planted fault: how it changes the compiled SQL, its values or its reader. What is dropped stays in the text, so that every parameter is still used. */
export interface Mutant {
  sql?: (text: string) => string;
  values?: (values: unknown[]) => unknown[];
  /** Who is really asked for, where the fault lies in permission. */
  reader?: (viewer: Viewer) => Viewer;
}

const holdsAnyway = (pattern: RegExp): Mutant => ({ sql: (text) => text.replace(pattern, "($& or true)") });
const neverHolds = (pattern: RegExp): Mutant => ({ sql: (text) => text.replace(pattern, "($& and false)") });
const instead = (pattern: RegExp, text: string | ((...parts: string[]) => string)): Mutant => ({
  sql: (sql) => sql.replace(pattern, text as string),
});

const SCOPE = /(r\d+)\.path >= (\$\d+)::text and \1\.path < (\$\d+)::text/g;

/** Faults that a compiler like ours may have, by name. */
export const MUTANTS: Record<string, Mutant> = {
  "the visibility predicate is dropped": holdsAnyway(SCOPE),
  "a scope reaches siblings whose number begins alike": instead(
    SCOPE,
    "($1.path like left($2::text, -1) || '%' and $3::text is not null)",
  ),
  "superseded rows are shown": holdsAnyway(/r\d+\.known_to is null/g),
  "rows that no longer hold are shown": holdsAnyway(/\(r\d+\.\w+ is null or r\d+\.\w+ >=? \$\d+::date\)/g),
  "rows that do not hold yet are shown": holdsAnyway(/r\d+\.(valid_from|start_on) <= \$\d+::date/g),
  "unions not in force are shown": holdsAnyway(/r\d+\.standing(?! as)/g),
  "a guard is ignored": { reader: (viewer) => (viewer.role === "OFFICIAL" ? { ...viewer, role: "CLERK" } : viewer) },
  "the day is forgotten below the first list": {
    sql: (text) => {
      let seen = 0;
      return text.replace(/trade_union_as_of\(\$\d+::date\)/g, (source) => (seen++ === 0 ? source : "trade_union"));
    },
  },
  "rows without a value are lost after a cursor": neverHolds(
    /\(r\d+\.\w+ is (not )?null and \$\d+::\w+ is (not )?null\)/g,
  ),
  "a cursor's own row comes again": instead(/(\(r\d+\.[\w., ]+\)) ([<>]) \(/g, "$1 $2= ("),
  "a filter's `not` is lost": instead(/not coalesce\(/g, "coalesce("),
  "alternatives all have to hold": instead(/\) or \(/g, ") and ("),
  "wildcards in a search are not escaped": {
    values: (values) => values.map((value) => (typeof value === "string" ? value.replace(/\\([%_])/g, "$1") : value)),
  },
  "whether more follow is off by one": instead(/\.n < (\d+) as w/g, ".n <= $1 as w"),
  "a page is one row short": instead(/ limit (\d+)/g, " limit greatest(1, $1 - 1)"),
  "skipped rows come nevertheless": instead(/ offset (\$\d+::integer)/g, " offset 0 * $1"),
  "an order is turned": instead(/ desc(?=[,) ])/g, ""),
  "an empty list is nothing": instead(
    /coalesce\((string_agg\(p\.j\d+, ','[^)]*\)(?: filter \(where p\.w\))?), ''\)/g,
    "$1",
  ),
  "a long response key is cut": instead(/"(\w{63})\w+":/g, '"$1":'),
  "instants are written in another zone": instead(/at time zone 'UTC'/g, "at time zone 'Asia/Shanghai'"),
  "money is a number": instead(/'"' \|\| (r\d+\.\w+_fen) \|\| '"'/g, "$1::text"),
};
