import { readFileSync } from "node:fs";
import { type DivisionLevel, type DivisionType, divisionTypeOf } from "../../schema/hierarchy/division.rules.js";
import { type Naming, PREFECTURE_CITY_FROM, type Standing, SUCCESSIONS, UPPER_DIVISIONS } from "./shaoxingHistory.js";
import { Sheet } from "./sheet.js";
import { countiesOf, namesOfTownship } from "./townshipHistory.js";

const LIST = new URL("../../../api/demonstration/divisions-shaoxing.csv", import.meta.url);
const PARTY_FROM = PREFECTURE_CITY_FROM;

/** A division of Shaoxing with all it was called and all it belonged to. */
export interface DivisionPlan {
  id: number;
  key: string;
  name: string;
  level: DivisionLevel;
  type: DivisionType;
  parentKey: string;
  names: Naming[];
  parents: Standing[];
}

interface ListedDivision {
  code: string;
  name: string;
  parent: string;
}

function listed(): ListedDivision[] {
  const lines = readFileSync(LIST, "utf8").trim().split("\n").slice(1);
  return lines.map((line) => {
    const [code = "", name = "", parent = ""] = line.trim().split(",");
    return { code, name, parent };
  });
}

function plan(id: number, { code, name, parent }: ListedDivision): DivisionPlan {
  const type = typeOf(code, name);
  const isTownship = code.length === 9;
  return {
    id,
    key: code,
    name,
    type,
    parentKey: parent,
    level: isTownship ? "TOWNSHIP" : "VILLAGE",
    names: isTownship
      ? namesOfTownship(code, name, type)
      : [{ code, name, type, from: PREFECTURE_CITY_FROM, backfilled: true }],
    parents: isTownship ? countiesOf(code) : [{ under: parent, from: PREFECTURE_CITY_FROM }],
  };
}

/** Two village codes carry names that are neither village nor community. */
function typeOf(code: string, name: string): DivisionType {
  return divisionTypeOf(code, name) ?? "SPECIAL_AREA";
}

/** Every division by its key, the upper ones first. */
export function planDivisions(): Map<string, DivisionPlan> {
  const upper = UPPER_DIVISIONS.map(({ key, level, names, parents }, place): DivisionPlan => {
    const last = names.at(-1) as Naming;
    return {
      id: place + 1,
      key,
      level,
      name: last.name,
      type: last.type,
      parentKey: parents.at(-1)?.under ?? "",
      names,
      parents,
    };
  });
  const lower = listed().filter(({ code }) => code.length > 6);
  const all = [...upper, ...lower.map((one, place) => plan(upper.length + place + 1, one))];
  return new Map(all.map((one) => [one.key, one]));
}

/** Name of the party committee of a division; subdistricts have a working committee of the county's. */
function partyCommitteeName({ name, type }: Naming): string {
  return type === "SUBDISTRICT" ? `中共${name}工作委员会` : `中共${name}委员会`;
}

export interface PartyCommitteePlan {
  id: number;
  divisionKey: string;
  from: string;
  to?: string | undefined;
}

/** The sheets of the divisions, and the party committees of city, counties and townships. */
export function divisionSheets(divisions: Map<string, DivisionPlan>): {
  sheets: Sheet[];
  committees: PartyCommitteePlan[];
} {
  const division = new Sheet("division", { id: "integer", level: "text" });
  const version = new Sheet("division_version", {
    division_id: "integer",
    code: "text",
    name: "text",
    type: "text",
    backfilled: "boolean",
    deed: "text",
    valid_from: "date",
    valid_to: "date",
  });
  const parent = new Sheet("division_parent", {
    division_id: "integer",
    parent_id: "integer",
    deed: "text",
    valid_from: "date",
    valid_to: "date",
  });
  const succession = new Sheet("division_succession", {
    predecessor_id: "integer",
    successor_id: "integer",
    succeeded_on: "date",
    whole: "boolean",
    deed: "text",
  });
  const party = new Sheet("party_committee", {
    id: "integer",
    division_id: "integer",
    name: "text",
    valid_from: "date",
    valid_to: "date",
  });
  const idOf = (key: string) => divisions.get(key)?.id;
  const committees: PartyCommitteePlan[] = [];

  for (const { id, key, level, names, parents } of divisions.values()) {
    division.add({ id, level });
    for (const { code, name, type, backfilled, deed, from, to } of names)
      version.add({
        division_id: id,
        code,
        name,
        type,
        backfilled: backfilled ?? false,
        deed,
        valid_from: from,
        valid_to: to,
      });
    for (const { under, deed, from, to } of parents)
      parent.add({ division_id: id, parent_id: idOf(under), deed, valid_from: from, valid_to: to });
    if (level === "VILLAGE" || level === "PROVINCE") continue;
    for (const naming of named(names)) {
      const plan = {
        id: committees.length + 1,
        divisionKey: key,
        from: naming.from > PARTY_FROM ? naming.from : PARTY_FROM,
        to: naming.to,
      };
      committees.push(plan);
      party.add({
        id: plan.id,
        division_id: id,
        name: partyCommitteeName(naming),
        valid_from: plan.from,
        valid_to: plan.to,
      });
    }
  }
  for (const { from, to, on, whole, deed } of SUCCESSIONS)
    succession.add({ predecessor_id: idOf(from), successor_id: idOf(to), succeeded_on: on, whole, deed });
  return { sheets: [division, version, parent, succession, party], committees };
}

/** Stretches since the prefecture-level city in which the name and kind stayed the same. */
function named(names: Naming[]): Naming[] {
  const kept: Naming[] = [];
  for (const one of names.filter(({ to }) => to === undefined || to > PARTY_FROM)) {
    const last = kept.at(-1);
    if (last && last.name === one.name && last.type === one.type) last.to = one.to as string;
    else kept.push({ ...one });
  }
  return kept;
}
