import type { Language } from "../../schema/shared/bilingual.rules.js";

/** A `YYYY-MM-DD` day as people write it. It stays text all along, so that no time zone can move it. */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split("-");
  return language === "zh" ? `${year}年${Number(month)}月${Number(date)}日` : day;
}

/** An instant in the wall time of Shaoxing, to the second. */
export function instantText(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    timeZone: "Asia/Shanghai",
    dateStyle: "medium",
    timeStyle: "medium",
  });
  return format.format(new Date(instant));
}

/** A whole number with thousands separators. */
export const countText = (count: number): string => new Intl.NumberFormat("en-US").format(count);

/** Whole fen as yuan with two decimals and separators, by digits only. */
export function yuanText(fen: string): string {
  const negative = fen.startsWith("-");
  const digits = fen.replace("-", "").padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${negative ? "-" : ""}${whole}.${digits.slice(-2)}`;
}

/** Yuan as typed, with at most two decimals, as whole fen; undefined for anything else. */
export function fenOf(yuan: string): string | undefined {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(yuan.replaceAll(",", "").trim());
  if (!match) return undefined;
  return `${match[1]}${(match[2] ?? "").padEnd(2, "0")}`.replace(/^0+(?=\d)/, "");
}

/** Row number at the end of a record's id, as the audit log counts. */
export const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf("-") + 1));

/** Name of a record in a permission: TradeUnion is `trade-union`. */
export const nounOf = (record: string): string =>
  record.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** Name of a record's table in the audit log: TradeUnion is `trade_union`. */
export const tableOf = (record: string): string => nounOf(record).replaceAll("-", "_");
