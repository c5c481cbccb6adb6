import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { AWARD_TITLE_NAMES } from "../../schema/awards/award.rules.js";
import { HARDSHIP_CATEGORY_NAMES } from "../../schema/duties/hardshipCase.rules.js";
import { MEMBERSHIP_STATUS_NAMES } from "../../schema/people/person.rules.js";
import { POSITION_ROLE_NAMES } from "../../schema/positions/position.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import type { Bilingual, Language } from "../../schema/shared/bilingual.rules.js";
import { ACTION_NAMES, TABLE_NAMES } from "../audit/auditWords.js";

// biome-ignore lint/suspicious/noExplicitAny: rows come from the contract, whose shape the tests check
export type Row = Record<string, any>;

/** How a record is named in one line, and the fields that takes. */
export interface Naming {
  fields: string;
  name(row: Row, language: Language): string;
}

const byName: Naming = { fields: "name", name: (row) => row.name };
const named = (names: Record<string, Bilingual>, value: string, language: Language) =>
  names[value]?.[language] ?? value;
const since = (row: Row, language: Language, what: string) =>
  language === "zh" ? `${what}（${row.validFrom}起）` : `${what} (since ${row.validFrom})`;
const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(" · ");

export const NAMING: Record<RecordName, Naming> = {
  Division: byName,
  PartyCommittee: byName,
  TradeUnion: { fields: "name code type", name: (row) => row.name },
  Employer: byName,
  Person: byName,
  Course: byName,
  AwardRound: byName,
  Scheme: byName,
  TradeUnionVersion: { fields: "name validFrom", name: (row, language) => since(row, language, row.name) },
  TownshipProfile: { fields: "year division { id name }", name: (row) => joined(row.division?.name, `${row.year}`) },
  Affiliation: {
    fields: "validFrom parent { id name }",
    name: (row, language) => since(row, language, row.parent?.name ?? "—"),
  },
  FederationMembership: {
    fields: "validFrom federation { id name }",
    name: (row, language) => since(row, language, row.federation?.name ?? "—"),
  },
  PartyLeadership: {
    fields: "validFrom partyCommittee { id name }",
    name: (row, language) => since(row, language, row.partyCommittee?.name ?? "—"),
  },
  EmployerYear: { fields: "year employer { id name }", name: (row) => joined(row.employer?.name, `${row.year}`) },
  Coverage: {
    fields: "validFrom employer { id name } tradeUnion { id name }",
    name: (row) => joined(row.employer?.name, row.tradeUnion?.name),
  },
  Membership: {
    fields: "status person { id name } tradeUnion { id name }",
    name: (row, language) =>
      joined(row.person?.name, row.tradeUnion?.name, named(MEMBERSHIP_STATUS_NAMES, row.status, language)),
  },
  HardshipCase: {
    fields: "category person { id name }",
    name: (row, language) => joined(row.person?.name, named(HARDSHIP_CATEGORY_NAMES, row.category, language)),
  },
  Term: {
    fields: "termNumber tradeUnion { id name }",
    name: (row, language) =>
      joined(row.tradeUnion?.name, language === "zh" ? `第${row.termNumber}届` : `Term ${row.termNumber}`),
  },
  Position: {
    fields: "role person { id name } tradeUnion { id name }",
    name: (row, language) =>
      joined(row.person?.name, row.tradeUnion?.name, named(POSITION_ROLE_NAMES, row.role, language)),
  },
  Enrolment: {
    fields: "person { id name } course { id name }",
    name: (row) => joined(row.person?.name, row.course?.name),
  },
  TrainingRequirement: {
    fields: "role validFrom",
    name: (row, language) => since(row, language, named(POSITION_ROLE_NAMES, row.role, language)),
  },
  Award: {
    fields: "title person { id name } collective { id name }",
    name: (row, language) =>
      joined(row.person?.name ?? row.collective?.name, named(AWARD_TITLE_NAMES, row.title, language)),
  },
  Assessment: {
    fields: "year tradeUnion { id name code }",
    name: (row, language) => joined(row.tradeUnion?.name, language === "zh" ? `${row.year}年度` : `${row.year}`),
  },
  Attachment: { fields: "fileName", name: (row) => row.fileName },
  IssuedDocument: { fields: "title", name: (row) => row.title },
  ApiToken: { fields: "name prefix", name: (row) => joined(row.name, row.prefix) },
  Account: { fields: "username displayName", name: (row) => `${row.displayName}（${row.username}）` },
  RoleGrant: {
    fields: "role account { id displayName }",
    name: (row, language) => joined(row.account?.displayName, named(ROLE_NAMES, row.role, language)),
  },
  AuditEntry: {
    fields: "action record recordId",
    name: (row, language) =>
      joined(
        named(ACTION_NAMES, row.action, language),
        `${named(TABLE_NAMES, row.record, language)} ${row.recordId || ""}`.trim(),
      ),
  },
};

/** Route of a record's page, from the word before the dash of its id; undefined for ids of no record. */
export function pathOf(id: string): string | undefined {
  const one = id.slice(0, id.lastIndexOf("-"));
  const found = Object.values(RECORDS).find((record) => record.one === one);
  return found && `/${found.many}/${encodeURIComponent(id)}/show`;
}
