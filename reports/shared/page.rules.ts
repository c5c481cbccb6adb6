/** GB/T 9704-2012, 5: the page, its grid of 22 lines of 28 characters, and the sizes of type. Lengths in points. */

/** Millimetres in points. */
export function mm(length: number): number {
  return (length * 72) / 25.4;
}

export const PAGE = { width: mm(210), height: mm(297) } as const;
/** 5.2.1: top 37, binding side 28; bottom and right follow from the type area of 156 × 225 mm. */
export const MARGINS = { left: mm(28), top: mm(37), right: mm(26), bottom: mm(35) } as const;
export const TYPE_AREA = { width: mm(156), height: mm(225) } as const;

/** 5.2.3: 22 lines fill 225 mm; rounded down, or the last line would leave the page. */
export const PITCH = 28.99;
export const HALF_PITCH = PITCH / 2;
/** Size and width of a character of the body: 28 fill 156 mm, which true 16 pt would overrun. */
export const BODY_SIZE = 15.793;
/** 2号, 4号, and the size of tables and their captions. */
export const TITLE_SIZE = 22;
export const FOOT_SIZE = 14;
export const TABLE_SIZE = 11;
/** Rules of tables. */
export const RULE = 0.5;
export const OFFICIAL_RED = "#e60012";

/** Line height, in the engine's unit, that makes a line of this size one pitch (or one given height) tall. */
export function lineHeightFor(size: number, height: number = PITCH): number {
  return height / size;
}

/** Whole pitches needed to hold a height. */
export function pitchesFor(height: number): number {
  return Math.ceil(height / PITCH - 0.001);
}
