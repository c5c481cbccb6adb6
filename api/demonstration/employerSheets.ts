import type { EmployerCategory } from "../../schema/employers/employer.rules.js";
import { addDays, addYears, type LocalDate } from "../../schema/shared/period.rules.js";
import { type City, chanceFor, type Employer } from "./city.js";
import type { CoveragePlan } from "./grassrootsUnions.js";
import { searchText } from "./pinyin.js";
import { Sheet } from "./sheet.js";
import { usccOf } from "./unionSheets.js";

const YEARS = [2022, 2023, 2024, 2025, 2026];
/** First two characters of a credit code: 11 organs, 12 public institutions, 52 private non-enterprise units, 92 self-employed, 91 companies, N2 village cooperatives. */
const KINDS: Partial<Record<EmployerCategory, string>> = {
  STATE_ORGAN: "11",
  PUBLIC_INSTITUTION: "12",
  PRIVATE_NON_ENTERPRISE: "52",
  SELF_EMPLOYED: "92",
};

/** Employers, their figures of five years as of 30 September, and the unions that cover them. */
export function employerSheets(city: City, coverages: CoveragePlan[]): Sheet[] {
  const employer = new Sheet("employer", {
    id: "integer",
    name: "text",
    uscc: "text",
    category: "text",
    non_public: "boolean",
    industry: "text",
    key_sectors: "text[]",
    opened_on: "date",
    opened_on_kind: "text",
    closed_on: "date",
    territory_id: "integer",
    keeper_id: "integer",
    address: "text",
    search_text: "text",
  });
  const year = new Sheet("employer_year", {
    employer_id: "integer",
    year: "integer",
    reference_on: "date",
    employee_count: "integer",
    female_employee_count: "integer",
    dispatched_count: "integer",
    migrant_count: "integer",
    payroll_fen: "bigint",
  });
  const coverage = new Sheet("coverage", {
    trade_union_id: "integer",
    employer_id: "integer",
    valid_from: "date",
    valid_to: "date",
  });
  for (const one of city.employers) {
    const { id, words, category, nonPublic, industry, keySectors, openedOn, closedOn, territory, township } = one;
    const chance = chanceFor(`employer ${id}`);
    const uscc = usccOf(
      KINDS[category] ?? (one.trade === "村（社区）" ? "N2" : "91"),
      township.key.slice(0, 6),
      `${(openedOn ?? "2010") > "2015-10" ? "MA" : "70"}${String((id * 48_271) % 999_983).padStart(6, "0")}`,
    );
    employer.add({
      id,
      name: words.join(""),
      uscc,
      category,
      non_public: nonPublic,
      industry,
      key_sectors: `{${keySectors.join(",")}}`,
      opened_on: openedOn,
      opened_on_kind: openedOn ? (chance.holds(90) ? "OPENED" : "REGISTERED") : null,
      closed_on: closedOn,
      territory_id: territory,
      keeper_id: township.union.id,
      address: addressOf(city, one, chance.whole(1, 388)),
      search_text: searchText(words, uscc),
    });
    for (const figures of yearsOf(one)) year.add({ employer_id: id, ...figures });
  }
  for (const { union, employer: one, from, to } of coverages)
    if (to === undefined || to > from)
      coverage.add({ trade_union_id: union.id, employer_id: one.id, valid_from: from, valid_to: to });
  return [employer, year, coverage];
}

function addressOf(city: City, { township, territory }: Employer, number: number): string {
  const county = city.division(township.countyKey).name;
  const village = township.villages.find(({ division }) => division.id === territory);
  return `浙江省绍兴市${county}${township.division.name}${village?.name ?? ""}${number}号`;
}

interface YearFigures {
  year: number;
  reference_on: LocalDate;
  employee_count: number;
  female_employee_count: number;
  dispatched_count: number;
  migrant_count: number;
  payroll_fen: string;
}

/** The last year holds the full head count; earlier ones somewhat fewer, as the members were. */
function yearsOf({ id, employees, openedOn, closedOn }: Employer): YearFigures[] {
  const chance = chanceFor(`figures ${id}`);
  const women = 0.25 + chance.next() * 0.4;
  const migrants = chance.next() * 0.5;
  const wage = 52_000 + chance.whole(0, 60_000);
  const growth = chance.next() * 0.06;
  const isExact = employees >= 199 && employees <= 201;
  return YEARS.filter(
    (year) => (openedOn ?? "2000-01-01") <= `${year}-09-30` && (closedOn === undefined || closedOn > `${year}-09-30`),
  ).map((year) => {
    const count = isExact ? employees : Math.max(1, Math.round(employees * (1 - (2026 - year) * growth)));
    return {
      year,
      reference_on: `${year}-09-30`,
      employee_count: count,
      female_employee_count: Math.floor(count * women),
      dispatched_count: Math.floor(count * (id % 9 === 0 ? 0.12 : 0.01)),
      migrant_count: Math.floor(count * migrants),
      payroll_fen: String(count * (wage - (2026 - year) * 2_600) * 100),
    };
  });
}

/** Enterprises and workers of each township by year, from the economic statistics; a few stand right at the marks of R15. */
export function profileSheet(city: City): Sheet {
  const sheet = new Sheet("township_profile", {
    division_id: "integer",
    year: "integer",
    reference_on: "date",
    enterprise_count: "integer",
    secondary_tertiary_employees: "integer",
    source: "text",
  });
  for (const [place, { division, enterprises, workers }] of city.townships.entries())
    for (const year of [2023, 2024, 2025, 2026]) {
      const back = 2026 - year;
      const mark = enterprises >= 50 && enterprises <= 54 ? MARKS[place % MARKS.length] : undefined;
      sheet.add({
        division_id: division.id,
        year,
        reference_on: addDays(addYears(`${year}-07-01`, 0), -1),
        enterprise_count: mark?.[0] ?? enterprises - back,
        secondary_tertiary_employees: mark?.[1] ?? workers - back * 31,
        source: year === 2023 ? "第五次全国经济普查（示例数据）" : `${year}年统计年报（示例数据）`,
      });
    }
  return sheet;
}

const MARKS: readonly (readonly [number, number])[] = [
  [50, 2000],
  [49, 2000],
  [50, 1999],
  [51, 2100],
];
