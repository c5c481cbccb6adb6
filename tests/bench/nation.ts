import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { divisionLevelOf, divisionTypeOf, officialDivisionCode } from "../../schema/hierarchy/division.rules.js";

/** The root above all provinces, which is a union without a division. */
export const ROOT = { id: 1, code: "100000", name: "全国总工会" };
/** Shanghai, Jiangsu and Zhejiang: here the villages hold positions too, 98,718 unions in all. */
const STAFFED = ["31", "32", "33"];
const UNION_TYPE = {
  PROVINCE: "MUNICIPAL_FEDERATION",
  CITY: "MUNICIPAL_FEDERATION",
  COUNTY: "COUNTY_FEDERATION",
  TOWNSHIP: "TOWNSHIP_FEDERATION",
  VILLAGE: "VILLAGE_UNION",
} as const;
const UNION_ENDING = {
  PROVINCE: "总工会",
  CITY: "总工会",
  COUNTY: "总工会",
  TOWNSHIP: "总工会",
  VILLAGE: "工会",
} as const;

/** Columns of the divisions, in the order of the file: parents stand before their children. */
export interface Nation {
  ids: number[];
  parents: number[];
  codes: string[];
  names: string[];
  levels: string[];
  divisionTypes: string[];
  unionTypes: string[];
  unionNames: string[];
  /** whether positions are held in it */
  staffed: boolean[];
}

/** Reads a file of `code,name,parent_code,level`, plain or compressed. */
export function readNation(path: string): Nation {
  const bytes = readFileSync(path);
  const [, ...lines] = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trim().split("\n");
  const nation: Nation = {
    ids: [],
    parents: [],
    codes: [],
    names: [],
    levels: [],
    divisionTypes: [],
    unionTypes: [],
    unionNames: [],
    staffed: [],
  };
  const idOf = new Map<string, number>();
  const taken = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const [code = "", name = "", parent = ""] = line.trim().split(",");
    const level = divisionLevelOf(code);
    if (!level) throw new Error(`line ${index + 2}: ${code} is no division code`);
    const id = index + ROOT.id + 1;
    const official = free(officialDivisionCode(code), taken);
    idOf.set(code, id);
    nation.ids.push(id);
    nation.parents.push(idOf.get(parent) ?? ROOT.id);
    nation.codes.push(official);
    nation.names.push(name);
    nation.levels.push(level);
    nation.divisionTypes.push(divisionTypeOf(code, name) ?? "SPECIAL_AREA");
    nation.unionTypes.push(UNION_TYPE[level]);
    nation.unionNames.push(name + UNION_ENDING[level]);
    nation.staffed.push(level !== "VILLAGE" || STAFFED.includes(code.slice(0, 2)));
  }
  return nation;
}

/** Three cities stand in the list once more as their own only county (441900): the county takes the next code. */
function free(code: string, taken: Set<string>): string {
  const chosen = taken.has(code) ? String(Number(code) + 1) : code;
  taken.add(chosen);
  return chosen;
}
