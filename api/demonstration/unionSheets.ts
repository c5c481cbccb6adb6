import { organisationCheckCharacter, usccCheckCharacter } from "../../schema/employers/uscc.rules.js";
import { addDays, type LocalDate } from "../../schema/shared/period.rules.js";
import { type City, chanceFor, TOLD_UNTIL, type Union } from "./city.js";
import type { PartyCommitteePlan } from "./divisions.js";
import { documentNo } from "./officeRoll.js";
import { searchText } from "./pinyin.js";
import { Sheet } from "./sheet.js";

const UNREGISTERED = ["BRANCH", "GROUP", "TOWNSHIP_WORK_COMMITTEE", "MUNICIPAL_FEDERATION", "COUNTY_FEDERATION"];

/** A credit code with both its check characters: registering office, kind, division, and a serial of its own. */
export function usccOf(kind: string, division: string, organisation: string): string {
  const sixteen = `${kind}${division}${organisation}`;
  const seventeen = `${sixteen}${organisationCheckCharacter(sixteen)}`;
  return `${seventeen}${usccCheckCharacter(seventeen)}`;
}

interface Certificate {
  legal_person_status: string;
  uscc?: string;
  legal_person_valid_from?: LocalDate;
  legal_person_valid_through?: LocalDate;
}

/** Registration as a legal person: renewed with every term by the diligent, expired or never sought by others. */
function certificateOf(union: Union): Certificate {
  const chance = chanceFor(`certificate ${union.code}`);
  const quality = union.township?.quality ?? 92;
  const isLarge = union.members.length >= 25;
  if (UNREGISTERED.includes(union.type) || !chance.holds((isLarge ? 82 : 60) + quality * (isLarge ? 0.17 : 0.36)))
    return { legal_person_status: "NONE" };
  const from = addDays(union.establishedOn, chance.whole(30, 420));
  if (union.dissolvedOn && union.dissolvedOn < from) return { legal_person_status: "NONE" };
  if (from > TOLD_UNTIL) return { legal_person_status: "APPLYING" };
  const isTerritorial = !union.type.startsWith("GRASSROOTS") && union.type !== "VILLAGE_UNION";
  const uscc = usccOf(isTerritorial ? "89" : "81", union.code.slice(0, 6), `MC${String(union.id).padStart(6, "0")}`);
  const isRenewed = chance.holds(86 + quality * 0.13);
  const fixed =
    isRenewed && union.latestTerm
      ? union.latestTerm.through
      : addDays(union.latestTerm?.from ?? from, chance.whole(-300, 700));
  const through =
    union.dissolvedOn && union.dissolvedOn < fixed ? union.dissolvedOn : fixed < from ? addDays(from, 1095) : fixed;
  const status = union.dissolvedOn ? "CANCELLED" : through < TOLD_UNTIL ? "EXPIRED" : "VALID";
  return { legal_person_status: status, uscc, legal_person_valid_from: from, legal_person_valid_through: through };
}

/** Unions, what they were called and whom they belonged to. */
export function unionSheets(city: City, committees: PartyCommitteePlan[]): Sheet[] {
  const union = new Sheet("trade_union", {
    id: "integer",
    code: "text",
    name: "text",
    type: "text",
    parent_id: "integer",
    path: "text",
    standing: "boolean",
    state: "text",
    established_on: "date",
    approved_on: "date",
    approval_doc_no: "text",
    dissolved_on: "date",
    legal_person_status: "text",
    uscc: "text",
    legal_person_valid_from: "date",
    legal_person_valid_through: "date",
    territory_id: "integer",
    regional_base: "text",
    industry_base: "text",
    address: "text",
    phone: "text",
    search_text: "text",
  });
  const version = new Sheet("trade_union_version", {
    trade_union_id: "integer",
    code: "text",
    name: "text",
    type: "text",
    document_no: "text",
    reason: "text",
    valid_from: "date",
    valid_to: "date",
  });
  const affiliation = new Sheet("affiliation", {
    trade_union_id: "integer",
    parent_id: "integer",
    document_no: "text",
    reason: "text",
    valid_from: "date",
    valid_to: "date",
  });
  for (const one of city.unions) {
    const {
      id,
      code,
      words,
      type,
      parent,
      path,
      state,
      establishedOn,
      dissolvedOn,
      territory,
      versions,
      superiors,
      regionalBase,
      industryBase,
    } = one;
    const certificate = certificateOf(one);
    union.add({
      id,
      code,
      name: words.join(""),
      type,
      parent_id: dissolvedOn ? null : parent?.id,
      path,
      standing: !dissolvedOn,
      state,
      established_on: establishedOn,
      approved_on: establishedOn,
      approval_doc_no: documentNo(one, establishedOn),
      dissolved_on: dissolvedOn,
      ...certificate,
      territory_id: territory,
      regional_base: regionalBase,
      industry_base: industryBase,
      phone: `0575-8${String(1000000 + ((id * 7919) % 8999999)).padStart(7, "0")}`,
      search_text: searchText(words, code, certificate.uscc),
    });
    for (const { code, words, type, from, to, reason, documentNo: paper } of versions)
      version.add({
        trade_union_id: id,
        code,
        name: words.join(""),
        type,
        document_no: paper ?? documentNo(one, from),
        reason,
        valid_from: from,
        valid_to: to,
      });
    for (const { parent, from, to, reason, documentNo: paper } of superiors)
      affiliation.add({
        trade_union_id: id,
        parent_id: parent.id,
        document_no: paper ?? documentNo(one, from),
        reason,
        valid_from: from,
        valid_to: to,
      });
  }
  return [union, version, affiliation, partyLeadership(city, committees)];
}

/** The party committee of the level leads: committees of 绍兴县 and then of 柯桥区 led the same union. */
function partyLeadership(city: City, committees: PartyCommitteePlan[]): Sheet {
  const sheet = new Sheet("party_leadership", {
    trade_union_id: "integer",
    party_committee_id: "integer",
    valid_from: "date",
    valid_to: "date",
  });
  const led = new Map<string, Union>([
    ["330600", city.municipal],
    ...city.counties,
    ...city.townships.map(({ key, union }) => [key, union] as const),
  ]);
  for (const { id, divisionKey, from, to } of committees) {
    const union = led.get(divisionKey);
    if (!union || (to !== undefined && to <= union.establishedOn)) continue;
    sheet.add({
      trade_union_id: union.id,
      party_committee_id: id,
      valid_from: from > union.establishedOn ? from : union.establishedOn,
      valid_to: to,
    });
  }
  return sheet;
}
