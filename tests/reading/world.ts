import type pg from "pg";
import { Chance } from "../../api/demonstration/chance.js";
import { migrate } from "../../api/orm.js";
import type { DatabaseAddress } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { registerKey } from "../../api/shared/openSealing.js";
import { sealInto, testSealing } from "../shared/testSealing.js";
import { DIVISIONS, UNIONS } from "./hierarchy.js";
import { capital, digits, drawn, insert, SIZES, textOrNull } from "./worldRows.js";

/** A small dense world: every record, strange texts, nulls, ties, big numbers, leap days, history, corrections and plans. */
export const READING_WORLD = {
  name: "reading",
  build: async (address: DatabaseAddress) => {
    await migrate(address);
    await withConnection(address, fill);
  },
};

async function fill(client: pg.Client): Promise<void> {
  const chance = new Chance("reading world");
  await client.query("begin");
  await client.query("select set_config('gonghui.loading', 'on', true)");
  await divisions(client);
  await unions(client, chance);
  for (const [record, size] of SIZES) for (let made = 0; made < size; made++) await insert(client, record, chance);
  await personalData(client, chance);
  await client.query("select project_divisions(today_in_shaoxing())");
  await client.query("select rebuild_paths((select array_agg(id) from trade_union))");
  await client.query("commit");
  await corrections(client, chance);
}

async function divisions(client: pg.Client): Promise<void> {
  for (const { id, level, versions, parents } of DIVISIONS) {
    await client.query("insert into division (id, level) values ($1, $2)", [id, level]);
    for (const [code, name, type, from, to] of versions)
      await client.query(
        "insert into division_version (division_id, code, name, type, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6)",
        [id, code, name, type, from, to],
      );
    for (const [parent, from, to] of parents)
      await client.query(
        "insert into division_parent (division_id, parent_id, valid_from, valid_to) values ($1, $2, $3, $4)",
        [id, parent, from, to],
      );
  }
}

async function unions(client: pg.Client, chance: Chance): Promise<void> {
  for (const { id } of UNIONS) {
    const { columns, values } = drawn("TradeUnion", chance, {
      code: null,
      name: null,
      type: null,
      parent_id: null,
      standing: false,
      member_count: 0,
      employee_count: 0,
      established_on: chance.pick(["1950-01-01", "2000-02-29", "2000-02-29"]),
      dissolved_on: id === 70 ? "2024-02-29" : null,
      uscc: chance.holds(30) ? capital(18) : null,
      legal_person_valid_from: "2020-02-29",
      legal_person_valid_through: chance.pick([null, "2024-02-29"]),
    });
    await client.query(
      `insert into trade_union (id, ${columns.join(", ")}) values (${[id, ...values].map((_, at) => `$${at + 1}`).join(", ")})`,
      [id, ...values],
    );
  }
  for (const { id, versions, parents } of UNIONS) {
    for (const [code, name, type, from, to] of versions)
      await client.query(
        "insert into trade_union_version (trade_union_id, code, name, type, valid_from, valid_to, document_no, reason) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        [id, code, name, type, from, to, textOrNull(chance), textOrNull(chance)],
      );
    for (const [parent, from, to] of parents)
      await client.query(
        "insert into affiliation (trade_union_id, parent_id, valid_from, valid_to, reason) values ($1, $2, $3, $4, $5)",
        [id, parent, from, to, textOrNull(chance)],
      );
  }
  for (const table of ["division", "trade_union"])
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), 1000)`);
}

/** Some people have an identity number on file, some a telephone, whole or broken. */
async function personalData(client: pg.Client, chance: Chance): Promise<void> {
  await registerKey(client, testSealing);
  for (const { id } of (await client.query("select id from person order by id")).rows as { id: number }[]) {
    if (chance.holds(60))
      await sealInto(client, "RESIDENT_ID", id, digits(17).replace(/^0/, "1") + chance.pick(["1", "X"]));
    const phone = chance.pick([null, "13800000000", "12"]);
    if (phone) await sealInto(client, "PHONE", id, phone);
    if (chance.holds(20)) await sealInto(client, "BANK_ACCOUNT", id, digits(19).replace(/^0/, "9"));
    if (chance.holds(20))
      await sealInto(client, "HOME_ADDRESS", id, chance.pick(["绍兴市越城区塔山街道虚构路1号", "不知何处"]));
  }
}

/** Beliefs put right in later transactions: copies stay behind with known_to set, and the log is written. */
async function corrections(client: pg.Client, chance: Chance): Promise<void> {
  await client.query("select set_config('gonghui.account', '1', false)");
  const changes: [string, string][] = [
    ["membership", "card_no = 'corrected', version = version + 1"],
    ["position", "concurrent_post = '兼\"任', version = version + 1"],
    ["coverage", "valid_from = valid_from - 1, version = version + 1"],
    ["person", "birth_on = '1996-02-29', ethnicity = '畲族', version = version + 1"],
    ["employer", "address = '迁至\n新址', version = version + 1"],
    ["party_committee", "name = '中共' || name, version = version + 1"],
    ["trade_union_version", "reason = '更正'"],
    ["affiliation", "document_no = '更正〔2026〕1号'"],
    ["federation_membership", "valid_to = null, version = version + 1"],
  ];
  for (const [table, change] of changes)
    for (const { id } of (await client.query(`select id from ${table} order by id`)).rows as { id: number }[])
      if (chance.holds(30))
        await client.query(`update ${table} set ${change} where id = $1`, [id]).catch((error: Error) => {
          if (!("constraint" in error)) throw error;
        });
  await client.query("select set_config('gonghui.account', '', false)");
}
