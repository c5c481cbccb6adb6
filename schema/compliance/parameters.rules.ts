import { type Bilingual, words } from "../shared/bilingual.rules.js";
import { addDays, covers, type LocalDate, later } from "../shared/period.rules.js";
import { PARAMETER_ROWS, type ParameterRow } from "./parameterRows.rules.js";
import type { ParameterKey, ParameterValues } from "./parameterValues.rules.js";

/** The rule set as it is in force on one day. */
export interface Parameters extends ParameterValues {
  /** Version of the rule set: the day on which the newest value in force began. */
  ruleSet: LocalDate;
  /** Since when each value is in force, and where it stands. */
  origins: Readonly<Record<ParameterKey, { source: Bilingual; validFrom: LocalDate }>>;
  /** The same rule set on another day, for months and years that are past; undefined before it began. */
  at(day: LocalDate): Parameters | undefined;
}

const KEYS = [...new Set(PARAMETER_ROWS.map(({ key }) => key))];

/** The values in force on a day; undefined before the rule set began or when a value has no row for that day. */
export function parametersOn(
  day: LocalDate,
  rows: readonly ParameterRow[] = PARAMETER_ROWS,
  known: Map<LocalDate, Parameters | undefined> = new Map(),
): Parameters | undefined {
  if (!known.has(day)) known.set(day, read(day, rows, known));
  return known.get(day);
}

function read(day: LocalDate, rows: readonly ParameterRow[], known: Map<LocalDate, Parameters | undefined>) {
  const inForce = rows.filter((row) => covers(row, day));
  const values = Object.fromEntries(inForce.map(({ key, value }) => [key, value]));
  if (!KEYS.every((key) => key in values)) return undefined;
  const origins = Object.fromEntries(inForce.map(({ key, source, validFrom }) => [key, { source, validFrom }]));
  const ruleSet = inForce.map(({ validFrom }) => validFrom).reduce(later);
  const at = (other: LocalDate) => parametersOn(other, rows, known);
  return { ...values, origins, ruleSet, at } as unknown as Parameters;
}

/** The rule set with values supposed instead of those in force, on every day: for the simulator, never for a finding kept. */
export function supposing(parameters: Parameters, values: Partial<ParameterValues>): Parameters {
  const source = words("模拟取值", "Supposed");
  const origins = Object.fromEntries(
    Object.entries(parameters.origins).map(([key, origin]) => [key, key in values ? { ...origin, source } : origin]),
  ) as Parameters["origins"];
  const at = (day: LocalDate) => {
    const other = parameters.at(day);
    return other && supposing(other, values);
  };
  return { ...parameters, ...values, origins, at };
}

/** A deadline as the rule set counts it: by default the day itself; with the shift, the first day after that is no holiday. */
export function lastDayInTime(deadline: LocalDate, parameters: ParameterValues): LocalDate {
  const { deadlineHolidayShift, statutoryHolidays } = parameters;
  let day = deadline;
  while (deadlineHolidayShift && statutoryHolidays.includes(day)) day = addDays(day, 1);
  return day;
}
