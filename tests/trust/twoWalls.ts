import { ROLES } from "../../schema/access/permissions.rules.js";
import { APP_ROLE } from "../../schema/access/policies.js";
import { behind, eachWall, RECORD_NAMES, signed } from "../access/wallProbes.js";
import type { Promised } from "./promise.js";
import { type WallBench, within, withWalls } from "./wallBench.js";

const SCOPES = [undefined, "1.10.", "1.", "900.", "1.105.", "1.2.", "1.2.12.", "1.2.12.74.", "1.21."];
/** Records whose rows depend on the role too. */
const BY_ROLE = ["Account", "RoleGrant", "ApiToken", "AuditEntry", "HardshipCase"];
const SHOWS_MUCH = 1_000;

/** Records, readers and scopes for which the two walls show different rows; each wall is looked at alone. */
async function disagreements({ client, viewer }: WallBench): Promise<string[]> {
  const found: string[] = [];
  const shown = new Map<string, number>();
  for (const { record, role, path } of looks()) {
    const { first, second } = await eachWall(client, record, viewer(path, role));
    shown.set(record, (shown.get(record) ?? 0) + second.length);
    if (JSON.stringify(first) !== JSON.stringify(second))
      found.push(`${record} for ${role} of ${path}: ${first.length} rows by one wall, ${second.length} by the other`);
  }
  const rows = [...shown.values()].reduce((sum, each) => sum + each, 0);
  if (rows < SHOWS_MUCH || [...shown.values()].includes(0)) throw new Error(`only ${rows} rows were compared`);
  return found;
}

const looks = () =>
  RECORD_NAMES.flatMap((record) =>
    (BY_ROLE.includes(record) ? ROLES : (["CLERK"] as const)).flatMap((role) =>
      SCOPES.map((path) => ({ record, role, path })),
    ),
  );

/** Writes across the border that go through; each is one statement of a reader of 1.10. */
async function trespasses({ client }: WallBench): Promise<string[]> {
  const claim = await signed(client, "1.10.");
  const idsOf = (sql: string) => client.query(sql).then(({ rows }) => rows.map(({ id }) => id as number));
  const unions = () => idsOf("select id from trade_union order by id");
  const inside = await behind(client, claim, APP_ROLE, unions);
  const outside = (await unions()).filter((id) => !inside.includes(id));
  const writes: Record<string, string> = {
    insert: `insert into term (trade_union_id, term_number, start_on, term_end_on) values (${outside[0]}, 77, '2020-01-01', '2025-01-01')`,
    "insert of a person": `insert into person (name, sex, keeper_id) values ('外人', 'MALE', ${outside[0]})`,
    "insert of a union": "insert into trade_union (established_on, path) values ('2020-01-01', '1.0.')",
    "insert into the log": "insert into audit_entry (action, record, record_id) values ('forged', 'person', 1)",
    update: `update term set term_number = term_number + 50, version = version + 1 where trade_union_id = any ('{${outside.join()}}') returning id`,
    "moving a row out": `update term set trade_union_id = ${outside[0]}, term_number = 1000 + id, version = version + 1 where trade_union_id = any ('{${inside.join()}}')`,
    "update of a union": `update trade_union set address = '外', version = version + 1 where id = any ('{${outside.join()}}') returning id`,
    delete: "delete from term",
    truncate: "truncate verification",
  };
  await client.query(
    `insert into term (trade_union_id, term_number, start_on, term_end_on) select id, 90, '2020-01-01', '2025-01-01' from unnest($1::integer[]) id`,
    [[inside[0], outside[0]]],
  );
  const rowsOf = (sql: string) =>
    behind(client, claim, APP_ROLE, () => client.query(sql)).then(
      ({ rowCount }) => rowCount ?? 0,
      () => 0,
    );
  const own =
    "insert into person (name, sex, keeper_id) select '自己人', 'MALE', min(id) from trade_union returning id";
  if (!(await rowsOf(own))) throw new Error("nothing can be written inside the scope either");
  const found: string[] = [];
  for (const [name, sql] of Object.entries(writes)) if (await rowsOf(sql)) found.push(`${name} across the border`);
  return found;
}

const anew = (policy: string, table: string, rest: string) => ({
  sql: `drop policy ${policy} on ${table}; create policy ${policy} on ${table} ${rest}`,
});

export const twoWalls: Promised = {
  words:
    "either wall alone shows the same rows of every record, for every scope and role; nothing is written outside the scope, nor moved there",
  check: (trial) =>
    withWalls(trial, (bench) =>
      within(bench.client, async () => [...(await disagreements(bench)), ...(await trespasses(bench))]),
    ),
  mutants: {
    "a policy lets all through": anew("app_select", "membership", `for select to ${APP_ROLE} using (true)`),
    "a policy dropped": { sql: "drop policy app_select on enrolment" },
    "a policy knows no role": anew("root_select", "audit_entry", "for select to gonghui_root using (true)"),
    "WITH CHECK lets all through": anew("app_insert", "term", `for insert to ${APP_ROLE} with check (true)`),
  },
};
