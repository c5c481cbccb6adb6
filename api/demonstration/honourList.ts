import type { AwardTitle } from "../../schema/awards/award.rules.js";

export interface Honour {
  title: AwardTitle;
  conferredBy: string;
  years: readonly number[];
  /** How many over all years: 85 of the nation, 646 of the province, 596 of the city, and some of the counties. */
  count: number;
  paper: string;
}
const every = (from: number, through: number, step: number) =>
  Array.from({ length: Math.floor((through - from) / step) + 1 }, (_, place) => from + place * step);

/** Honours of nation, province, city and counties, as many as the city's association of model workers counted. */
export const HONOURS: readonly Honour[] = [
  {
    title: "NATIONAL_MODEL_WORKER",
    conferredBy: "中共中央、国务院",
    years: every(1995, 2025, 5),
    count: 30,
    paper: "国发",
  },
  {
    title: "NATIONAL_ADVANCED_WORKER",
    conferredBy: "中共中央、国务院",
    years: every(1995, 2025, 5),
    count: 8,
    paper: "国发",
  },
  {
    title: "NATIONAL_MAY_DAY_MEDAL",
    conferredBy: "中华全国总工会",
    years: every(2000, 2026, 1),
    count: 27,
    paper: "总工发",
  },
  {
    title: "NATIONAL_MAY_DAY_CERTIFICATE",
    conferredBy: "中华全国总工会",
    years: every(2003, 2026, 2),
    count: 8,
    paper: "总工发",
  },
  {
    title: "NATIONAL_WORKERS_PIONEER",
    conferredBy: "中华全国总工会",
    years: every(2008, 2026, 1),
    count: 12,
    paper: "总工发",
  },
  {
    title: "PROVINCIAL_MODEL_WORKER",
    conferredBy: "中共浙江省委、浙江省人民政府",
    years: every(1994, 2024, 5),
    count: 280,
    paper: "浙委发",
  },
  {
    title: "PROVINCIAL_MODEL_COLLECTIVE",
    conferredBy: "中共浙江省委、浙江省人民政府",
    years: every(1999, 2024, 5),
    count: 60,
    paper: "浙委发",
  },
  {
    title: "PROVINCIAL_MAY_DAY_MEDAL",
    conferredBy: "浙江省总工会",
    years: every(2004, 2026, 1),
    count: 176,
    paper: "浙总工发",
  },
  {
    title: "PROVINCIAL_MAY_DAY_CERTIFICATE",
    conferredBy: "浙江省总工会",
    years: every(2004, 2026, 1),
    count: 52,
    paper: "浙总工发",
  },
  {
    title: "PROVINCIAL_WORKERS_PIONEER",
    conferredBy: "浙江省总工会",
    years: every(2008, 2026, 1),
    count: 78,
    paper: "浙总工发",
  },
  {
    title: "MUNICIPAL_MODEL_WORKER",
    conferredBy: "绍兴市人民政府",
    years: every(1996, 2026, 3),
    count: 500,
    paper: "绍政发",
  },
  {
    title: "MUNICIPAL_MODEL_COLLECTIVE",
    conferredBy: "绍兴市人民政府",
    years: every(1996, 2026, 3),
    count: 96,
    paper: "绍政发",
  },
  {
    title: "COUNTY_MODEL_WORKER",
    conferredBy: "县（市、区）人民政府",
    years: every(2006, 2026, 4),
    count: 110,
    paper: "政发",
  },
];
