/** A day as official documents write it, Arabic digits without leading zeros (GB/T 9704, 7.3.5): `2026-01-05` → 2026年1月5日. Throws `RangeError` for any other text. */
export function officialDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) throw new RangeError(`"${day}" is not a day`);
  return `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}
