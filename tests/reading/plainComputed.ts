import type { Permission } from "../../schema/access/permissions.rules.js";
import { sheetOf } from "../../schema/assessments/sheet.rules.js";
import { levelOf, townshipFormOf, type UnionType } from "../../schema/hierarchy/unionType.rules.js";
import { SEALED_PLACES, type SealedPlace } from "../../schema/people/personalFields.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { toColumn } from "../../schema/shared/register.js";
import { isInForce } from "./plainLists.js";
import type { Found, Rows } from "./plainRows.js";
import type { Sight } from "./plainSight.js";

interface Place {
  rows: Rows;
  sight: Sight;
}
type Compute = (row: Found, place: Place) => unknown;

/** Amounts as people read them; the house writes them from whole fen. */
function yuan(fen: unknown): string | null {
  if (fen === null) return null;
  const [whole, part] = [BigInt(fen as string) / 100n, BigInt(fen as string) % 100n];
  return `${whole.toString().replace(/\B(?=(\d{3})+$)/g, ",")}.${part.toString().padStart(2, "0")}`;
}
const dayOf = (row: Found, { sight }: Place) => row.day ?? sight.viewer.today;

async function standingUnions(row: Found, { rows, sight }: Place): Promise<Found[]> {
  const all = await Promise.all(
    (await rows.numbers("TradeUnion", row.day)).map((id) => rows.row("TradeUnion", id, row.day)),
  );
  return (all as Found[]).filter((union) => isInForce(union, sight.viewer.today, false));
}

const sum = (rows: Found[], column: string) =>
  rows.reduce((total, { values }) => total + (values[column] as number), 0);

/** Columns of audited rows that only some readers are told. */
const withheld = (log: unknown, { values: { kind, record } }: Found, { sight }: Place) => {
  if (kind === "CHANGE" && record === "hardship_case" && !sight.mayRead("read:hardship-case")) return null;
  if (log === null || sight.mayRead("read:personal-data")) return log;
  const told = ({ birth_on: _, ...rest }: Record<string, unknown>) => rest;
  return Array.isArray(log) ? log.map(told) : told(log as Record<string, unknown>);
};

/** The union that a change of a row is asked for, followed link by link. */
const ANSWERING: Record<string, string[] | "leading union" | "municipal"> = {
  TradeUnion: ["id"],
  FederationMembership: ["trade_union_id"],
  TownshipProfile: "leading union",
  Employer: ["keeper_id"],
  EmployerYear: ["employer_id", "Employer", "keeper_id"],
  Coverage: ["trade_union_id"],
  Person: ["keeper_id"],
  Membership: ["trade_union_id"],
  HardshipCase: ["trade_union_id"],
  Term: ["trade_union_id"],
  Position: ["trade_union_id"],
  Course: ["organiser_id"],
  Enrolment: ["course_id", "Course", "organiser_id"],
  AwardRound: "municipal",
  Award: ["recommended_by_id"],
  Assessment: ["trade_union_id"],
  Attachment: ["trade_union_id"],
};
const nounOfRecord = (record: string) => record.replace(/(?<=.)[A-Z]/g, "-$&").toLowerCase();

async function mayAmend(row: Found, { rows, sight }: Place): Promise<boolean> {
  if (!sight.mayRead(`${row.$type === "Attachment" ? "withdraw" : "amend"}:${nounOfRecord(row.$type)}` as Permission))
    return false;
  const scope = sight.viewer.path;
  if (scope === undefined) return true;
  if (row.$type === "AwardRound" && row.values["level"] === "COUNTY") return true;
  const path = await answeringPathOnce(row, rows);
  return scope !== "" && path !== undefined && path.startsWith(scope);
}

const paths = new WeakMap<Rows, Map<string, Promise<string | undefined>>>();
/** The world of a comparison does not change, so each row's union is looked for once. */
function answeringPathOnce(row: Found, rows: Rows): Promise<string | undefined> {
  const known = paths.get(rows) ?? new Map<string, Promise<string | undefined>>();
  paths.set(rows, known);
  const key = `${row.$type} ${row.id}`;
  const found = known.get(key) ?? answeringPath(row, rows);
  known.set(key, found);
  return found;
}

async function answeringPath(row: Found, rows: Rows): Promise<string | undefined> {
  const way = ANSWERING[row.$type] as string[] | string;
  if (way === "municipal")
    return (
      await rows.sql("select path from trade_union where type = 'MUNICIPAL_FEDERATION' and standing order by id")
    )[0]?.["path"] as string;
  if (way === "leading union") return leadingPath(row.values["division_id"] as number, rows);
  const [link = "", record, further = ""] = way as string[];
  const first = link === "id" ? row.id : row.values[link];
  const union = record ? (await rows.row(record as never, first as number))?.values[further] : first;
  const [found] = await rows.sql("select path from trade_union where id = $1", [union]);
  return (found?.["path"] ?? undefined) as string | undefined;
}

async function leadingPath(division: number | null, rows: Rows): Promise<string | undefined> {
  for (let at = division, steps = 0; at !== null && at !== undefined && steps <= 6; steps += 1) {
    const unions = await rows.sql(
      "select path from trade_union where territory_id = $1 and standing and code not like '%-%' order by length(path)",
      [at],
    );
    if (unions[0]) return unions[0]["path"] as string;
    at = ((await rows.sql("select parent_id from division where id = $1", [at]))[0]?.["parent_id"] ?? null) as
      | number
      | null;
  }
  return undefined;
}

const recordOf = (table: string) =>
  (Object.keys(RECORDS) as RecordName[]).find((name) => toColumn(RECORDS[name].one) === table);

/** Every computed field, worked out anew from single rows. */
export const COMPUTED: Record<string, Compute> = {
  "TradeUnion.level": ({ values }) => levelOf(values["type"] as UnionType) ?? null,
  "TradeUnion.townshipForm": ({ values }) => townshipFormOf(values["type"] as UnionType) ?? null,
  "TradeUnion.ancestors": async (row, { rows, sight }) => {
    const above = String(row.values["path"] ?? "")
      .split(".")
      .filter(Boolean)
      .map(Number)
      .filter((id) => id !== row.id);
    const found: Found[] = [];
    for (const id of above) {
      const union = await rows.row("TradeUnion", id, row.day);
      if (union && (await sight.sees("TradeUnion", id))) found.push(union);
    }
    return found.sort((one, other) => (String(one.values["path"]) < String(other.values["path"]) ? -1 : 1));
  },
  "TradeUnion.childCount": async (row, place) =>
    (await standingUnions(row, place)).filter(({ values }) => values["parent_id"] === row.id).length,
  "TradeUnion.rollup": async (row, place) => {
    const below = (await standingUnions(row, place)).filter(
      ({ values }) => row.values["path"] !== null && String(values["path"]).startsWith(String(row.values["path"])),
    );
    return {
      unionCount: below.length,
      memberCount: sum(below, "member_count"),
      employeeCount:
        below.some(({ values }) => values["employee_count"] === null) && sum(below, "employee_count") === 0
          ? null
          : sum(below, "employee_count"),
    };
  },
  "TradeUnion.partyCommittee": async (row, place) => {
    const { rows } = place;
    const day = dayOf(row, place);
    const all = await rows.sql("select * from party_leadership where trade_union_id = $1 and known_to is null", [
      row.id,
    ]);
    const holds = all.find(
      (each) =>
        (each["valid_from"] as string) <= day && (each["valid_to"] === null || (each["valid_to"] as string) > day),
    );
    return (await rows.row("PartyCommittee", holds?.["party_committee_id"], row.day)) ?? null;
  },
  "Employer.employeeCount": async (row, place) => {
    const years = await place.rows.sql("select * from employer_year where employer_id = $1 order by reference_on", [
      row.id,
    ]);
    return (
      years.filter((year) => (year["reference_on"] as string) <= dayOf(row, place)).at(-1)?.["employee_count"] ?? null
    );
  },
  "EmployerYear.payrollYuan": ({ values }) => yuan(values["payroll_fen"]),
  "Course.budgetYuan": ({ values }) => yuan(values["budget_fen"]),
  "IssuedDocument.auditHead": ({ values }) =>
    `${values["audit_head"]}:${(values["audit_head_hash"] as Buffer).toString("hex")}`,
  "AuditEntry.byAccount": ({ values }) => values["account_id"] !== null,
  "AuditEntry.hash": ({ values }) => (values["hash"] as Buffer).toString("hex"),
  "AuditEntry.recordIds": ({ values }) => values["record_ids"] ?? null,
  ...Object.fromEntries(
    (Object.values(SEALED_PLACES) as SealedPlace[]).map(({ table, column, property }): [string, Compute] => [
      `${recordOf(table)}.${property}Masked`,
      ({ values }) => values[`${column}_mask`] ?? null,
    ]),
  ),
  "ApiToken.scopes": ({ values }) => values["scopes"],
  "ApiToken.addresses": ({ values }) => values["addresses"],
  "ApiToken.lastUsedAt": async (row, { rows }) =>
    (await rows.sql("select max(last_used_at) as at from api_token_use where api_token_id = $1", [row.id]))[0]?.[
      "at"
    ] ?? null,
  "ApiToken.uses": async (row, { rows }) =>
    (
      await rows.sql(
        "select used_on, calls from api_token_use where api_token_id = $1 and used_on > today_in_shaoxing() - 31 order by used_on desc",
        [row.id],
      )
    ).map(({ used_on, calls }) => ({ usedOn: used_on, calls })),
  "AuditEntry.before": (row, place) => withheld(row.values["before"], row, place),
  "AuditEntry.after": (row, place) => withheld(row.values["after"], row, place),
  "Assessment.sheet": async ({ values }, { rows }) => {
    const [facts] = await rows.sql("select township_facts($1, $2) as facts", [
      values["trade_union_id"],
      values["cutoff_on"],
    ]);
    return facts?.["facts"] ? sheetOf(facts["facts"] as never) : null;
  },
  ...Object.fromEntries(Object.keys(ANSWERING).map((record) => [`${record}.mayAmend`, mayAmend])),
};
