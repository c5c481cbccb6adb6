import type pg from "pg";
import type { Chance } from "../../api/demonstration/chance.js";
import "../../schema/register.js";
import type { RecordName } from "../../schema/records.js";
import { addDays } from "../../schema/shared/period.rules.js";
import { type FieldMark, markOf } from "../../schema/shared/register.js";
import { DIVISIONS, UNIONS } from "./hierarchy.js";

/** Days on which something changes in the hierarchy, with their neighbours: the days that are asked about. */
export const DAYS = [
  "1985-06-01",
  "2013-10-17",
  "2013-10-18",
  "2020-02-29",
  "2024-02-28",
  "2024-02-29",
  "2026-03-01",
  "2031-01-01",
];

/** Text that has broken printers of JSON, SQL or paper before. */
export const TEXTS = [
  "绍兴市总工会",
  '乙"公司\\工会',
  "it's; drop table person; --",
  "行\n第二行\t制表",
  "控\u0001\u001f制",
  "😀工会👩‍👩‍👧",
  "𠮷𡈽𪚥村",
  "（绍兴）建筑％公司_工会",
  "a%b_c\\d",
  " 前后空格 ",
  "\u2028分段\u2029",
  "null",
  "$1::text",
  "</script><b>",
  "ＡＢＣ公司",
  "Zhang San",
  "zhang san",
  "É\u0301cole",
  "\u007f删\u0080",
  "长".repeat(300),
  "甲",
  "乙",
  "甲",
];

export const SIZES: [RecordName, number][] = [
  ["PartyCommittee", 10],
  ["PartyLeadership", 16],
  ["TownshipProfile", 12],
  ["FederationMembership", 14],
  ["Employer", 26],
  ["EmployerYear", 50],
  ["Coverage", 50],
  ["Person", 36],
  ["Membership", 70],
  ["HardshipCase", 24],
  ["Term", 20],
  ["Position", 80],
  ["Course", 12],
  ["TrainingRequirement", 12],
  ["Enrolment", 50],
  ["AwardRound", 8],
  ["Award", 44],
  ["Scheme", 3],
  ["Assessment", 20],
  ["IssuedDocument", 12],
  ["Account", 7],
  ["Attachment", 20],
  ["RoleGrant", 12],
  ["ApiToken", 12],
];

/** One row with random values that fit the marks; a row that a constraint refuses is simply not there. */
export async function insert(client: pg.Client, record: RecordName, chance: Chance): Promise<void> {
  const { columns, values } = drawn(record, chance, OVERRIDES[record]?.(chance) ?? {});
  await client.query("savepoint one");
  try {
    await client.query(
      `insert into ${markOf(record).table} (${columns.join(", ")}) values (${values.map((_, at) => `$${at + 1}`).join(", ")})`,
      values,
    );
    await client.query("release savepoint one");
  } catch (error) {
    if (!String((error as { code?: string }).code).match(/^2[23]/) && (error as { code?: string }).code !== "GH020")
      throw error;
    await client.query("rollback to savepoint one");
  }
}

const LINKED: Partial<Record<RecordName, number>> = {
  Division: 12,
  ...Object.fromEntries(SIZES.map(([name, size]) => [name, Math.max(3, Math.floor(size * 0.7))])),
};

export function drawn(
  record: RecordName,
  chance: Chance,
  given: Record<string, unknown>,
): { columns: string[]; values: unknown[] } {
  const row: Record<string, unknown> = {};
  for (const field of markOf(record).fields.values()) {
    if (field.mark === "one") {
      const target = markOf(field.target()).name;
      const isOptional =
        ["parent", "territory", "assessment", "awardRound", "person", "collective"].includes(field.name) &&
        record !== "Membership" &&
        record !== "Position" &&
        record !== "Enrolment" &&
        record !== "HardshipCase" &&
        record !== "Employer";
      row[field.column] =
        isOptional && chance.holds(40)
          ? null
          : target === "TradeUnion"
            ? chance.pick(UNIONS).id
            : target === "Division"
              ? chance.pick(DIVISIONS).id
              : chance.whole(1, LINKED[target] ?? 3);
    } else if (field.mark === "column" && field.name !== "version") row[field.column] = value(field, chance);
  }
  const search = markOf(record).search
    ? { search_text: `${chance.pick(TEXTS).normalize("NFKC").toLowerCase()} gonghui ${chance.whole(1, 9)}` }
    : {};
  const all = { ...row, ...search, ...given };
  if ("valid_from" in all && "valid_to" in all && all.valid_to && chance.holds(85))
    all.valid_to = addDays(all.valid_from as string, chance.pick([1, 30, 366, 5000]));
  return { columns: Object.keys(all), values: Object.values(all) };
}

export const textOrNull = (chance: Chance) => (chance.holds(30) ? null : chance.pick(TEXTS));
const day = (chance: Chance) => (chance.holds(50) ? chance.pick(DAYS) : chance.day("1984-01-01", "2027-12-31"));

function value(field: Extract<FieldMark, { mark: "column" }>, chance: Chance): unknown {
  if (field.nullable && chance.holds(35)) return null;
  if (field.kind === "enum") {
    const names = Object.keys(field.graphql() as object);
    return field.list ? names.filter(() => chance.holds(25)) : chance.pick(names);
  }
  if (field.kind === "boolean") return chance.holds(50);
  if (field.kind === "integer") return chance.pick([1, 1, 2, 3, 8, 24, 25, 2024, 2025, 2025, 100_000_000]);
  if (field.kind === "fen")
    return chance.pick(["0", "1", "99", "100000", "9007199254740993", "9007199254740992", "900000000000000001"]);
  if (field.kind === "date") return day(chance);
  if (field.kind === "instant")
    return chance.pick([
      "2025-12-31T16:00:00.000Z",
      "2024-02-29T00:00:00.001Z",
      "2026-01-01T03:04:05.120Z",
      "1999-12-31T15:59:59.999Z",
    ]);
  return chance.pick(TEXTS);
}

let serial = 0;
export const digits = (count: number) => String(++serial).padStart(count, "1");
export const capital = (count: number) => digits(count).replaceAll("0", "A");
const OVERRIDES: Partial<Record<RecordName, (chance: Chance) => Record<string, unknown>>> = {
  Employer: (chance) => ({ uscc: chance.holds(50) ? capital(18) : null }),
  EmployerYear: (chance) => {
    const year = chance.whole(2019, 2026);
    return {
      year,
      reference_on: `${year}-12-31`,
      employee_count: chance.pick([0, 24, 25, 25, 100_000]),
      female_employee_count: chance.pick([null, 0]),
      migrant_count: chance.pick([null, 0]),
      dispatched_count: chance.pick([null, 2_147_483_647]),
    };
  },
  Person: (chance) => ({
    birth_on: chance.pick([null, "2000-02-29", "1988-08-08"]),
  }),
  Position: (chance) => ({
    acting_chair: false,
    ...(chance.holds(60)
      ? { ended_on: null, end_reason: null }
      : { ended_on: addDays("2024-02-29", chance.whole(-4000, 800)), end_reason: "RETIRED" }),
    start_on: chance.day("1990-01-01", "2026-12-31"),
    term_end_on: chance.pick([null, "2031-12-31"]),
  }),
  HardshipCase: (chance) => ({
    opened_on: chance.day("2015-01-01", "2024-02-29"),
    closed_on: chance.pick([null, "2024-02-29", "2026-01-01"]),
  }),
  Term: (chance) => ({
    start_on: chance.day("1990-01-01", "2024-02-29"),
    term_end_on: addDays("2024-02-29", chance.whole(0, 2000)),
  }),
  Course: (chance) => ({
    code: digits(6),
    start_on: chance.pick(DAYS.slice(0, 5)),
    end_on: "2026-01-01",
    hours: chance.pick([8, 8, 24]),
  }),
  Enrolment: (chance) => ({ attended_hours: chance.whole(0, 8), score: chance.pick([null, 0, 60, 60, 100]) }),
  AwardRound: (chance) => ({ year: chance.whole(2019, 2026) }),
  Award: (chance) => ({
    ...(chance.holds(50) ? { person_id: null } : { collective_id: null }),
    conferred_on: chance.pick([null, "2020-02-29", "2020-02-29", "2024-02-29"]),
    revoked_on: chance.pick([null, null, "2026-01-01"]),
  }),
  TownshipProfile: (chance) => ({ year: chance.whole(2019, 2026) }),
  Scheme: () => ({ edition: ++serial, valid_through_year: null }),
  Assessment: (chance) => ({
    trade_union_id: chance.pick([12, 13, 14, 120]), // only a township union has a score sheet
    year: chance.whole(2019, 2026),
    cutoff_on: chance.pick(["2024-02-29", "2025-12-31"]),
  }),
  IssuedDocument: () => ({
    kind: digits(3),
    verification_code: capital(16),
    facts: "{}",
    audit_head: 0,
    audit_head_hash: Buffer.alloc(32),
    pdf: Buffer.from("paper"),
  }),
  Attachment: (chance) => ({
    media_type: "text/plain",
    size: chance.whole(1, 9),
    digest: "0".repeat(64),
    stored_name: digits(32),
    ...(chance.holds(50) ? { award_id: null } : { assessment_id: null }),
    withdrawn_on: null,
    withdrawal_reason: null,
  }),
  Account: () => ({ username_key: digits(5) }),
  ApiToken: (chance) => ({
    prefix: digits(8),
    token_hash: Buffer.from(digits(16)),
    scopes: chance.pick([["unions:read"], ["unions:read", "members:read"]]),
    addresses: chance.pick([[], ["10.1.0.0/16"]]),
  }),
};
