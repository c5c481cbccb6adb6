/** One spelling for one number: full-width made half-width, no blanks, no hyphens. */
export function normalisePhone(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "");
}

/** A mobile number of 11 digits, or a landline with its area code. */
export const isPhone = (text: string) => /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(text);

const SHOWN = { start: 3, end: 4 };
/** The number as it may be shown: `138****1234`. One too short to keep anything back shows nothing. */
export function maskPhone(number: string): string {
  return number.length < SHOWN.start + SHOWN.end + 4
    ? "*".repeat(number.length)
    : `${number.slice(0, SHOWN.start)}****${number.slice(-SHOWN.end)}`;
}
