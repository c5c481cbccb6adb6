import { type Bilingual, words } from "../shared/bilingual.rules.js";

/** Tiers of administrative division. */
export const DIVISION_LEVELS = ["PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "VILLAGE"] as const;
export type DivisionLevel = (typeof DIVISION_LEVELS)[number];

export const DIVISION_LEVEL_NAMES: Record<DivisionLevel, Bilingual> = {
  PROVINCE: words("省级", "Province"),
  CITY: words("地级", "Prefecture"),
  COUNTY: words("县级", "County"),
  TOWNSHIP: words("乡级", "Township"),
  VILLAGE: words("村级", "Village"),
};

/** Kinds of division; a kind can change while the division stays the same (孙端: 镇 until 2019, then 街道). */
export const DIVISION_TYPES = [
  "PROVINCE",
  "PREFECTURE",
  "PREFECTURE_CITY",
  "DISTRICT",
  "COUNTY",
  "COUNTY_CITY",
  "TOWN",
  "TOWNSHIP",
  "SUBDISTRICT",
  "VILLAGE",
  "COMMUNITY",
  "SPECIAL_AREA",
] as const;
export type DivisionType = (typeof DIVISION_TYPES)[number];

export const DIVISION_TYPE_NAMES: Record<DivisionType, Bilingual> = {
  PROVINCE: words("省", "Province"),
  PREFECTURE: words("地区", "Prefecture"),
  PREFECTURE_CITY: words("地级市", "Prefecture-level city"),
  DISTRICT: words("市辖区", "District"),
  COUNTY: words("县", "County"),
  COUNTY_CITY: words("县级市", "County-level city"),
  TOWN: words("镇", "Town"),
  TOWNSHIP: words("乡", "Township"),
  SUBDISTRICT: words("街道", "Subdistrict"),
  VILLAGE: words("村", "Village"),
  COMMUNITY: words("社区", "Community"),
  SPECIAL_AREA: words("特殊区域", "Special area"),
};

/** Level of a division code: 6 digits padded with zeros (330000, 330600, 330602) or unpadded (33, 3306), 9 or 12 digits. */
export function divisionLevelOf(code: string): DivisionLevel | undefined {
  if (!/^\d+$/.test(code)) return undefined;
  if (code.length === 12) return "VILLAGE";
  if (code.length === 9) return "TOWNSHIP";
  const short = code.length === 6 ? code.replace(/(00){1,2}$/, "") : code;
  return ({ 2: "PROVINCE", 4: "CITY", 6: "COUNTY" } as const)[short.length];
}

/** The official form of a code: province and city codes padded to six digits, `3306` → `330600`. */
export function officialDivisionCode(code: string): string {
  return code.padEnd(6, "0");
}

/** Kind of a township by its code: 001–099 街道, 100–199 镇, 200–399 乡. */
function townshipTypeOf(code: string): DivisionType | undefined {
  const serial = Number(code.slice(6, 9));
  if (serial >= 1 && serial <= 99) return "SUBDISTRICT";
  if (serial >= 100 && serial <= 199) return "TOWN";
  if (serial >= 200 && serial <= 399) return "TOWNSHIP";
}

/** Kind of a village by its code: 0xx communities, 2xx and 3xx villages, 4xx and 5xx special areas. */
function villageTypeOf(code: string): DivisionType | undefined {
  const block = code[9] ?? "";
  if (block === "0") return "COMMUNITY";
  if ("23".includes(block)) return "VILLAGE";
  if ("45".includes(block)) return "SPECIAL_AREA";
}

/** Kind of a county by the ending of its name; codes do not tell 县 and 市 apart reliably. */
function countyTypeOf(name: string): DivisionType {
  if (name.endsWith("区")) return "DISTRICT";
  return name.endsWith("市") ? "COUNTY_CITY" : "COUNTY";
}

/** Kind of a division as the code list of 2023 implies it; undefined where the code says nothing. */
export function divisionTypeOf(code: string, name: string): DivisionType | undefined {
  switch (divisionLevelOf(code)) {
    case "PROVINCE":
      return "PROVINCE";
    case "CITY":
      return name.endsWith("地区") ? "PREFECTURE" : "PREFECTURE_CITY";
    case "COUNTY":
      return countyTypeOf(name);
    case "TOWNSHIP":
      return townshipTypeOf(code);
    case "VILLAGE":
      return villageTypeOf(code);
    default:
      return undefined;
  }
}
