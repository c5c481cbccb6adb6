import type { Compositor } from "./compositor.js";
import type { Block } from "./definition.js";
import { textWidth } from "./fontShelf.js";
import { officialDay } from "./officialDay.rules.js";
import { BODY_SIZE, TYPE_AREA } from "./page.rules.js";

const OPEN_DATE = "　　　　年　　月　　日";

/** 7.3.5: the name centred over the date, the date four characters from the right edge. The place of the seal stays empty. */
export function signOff(pen: Compositor, issuer: string, issuedOn?: string): Block[] {
  const date = issuedOn ? officialDay(issuedOn) : OPEN_DATE;
  const dateWidth = textWidth(date, "Fang", BODY_SIZE);
  const nameWidth = textWidth(issuer, "Fang", BODY_SIZE);
  const dateLeft = TYPE_AREA.width - 4 * BODY_SIZE - dateWidth;
  const nameLeft = Math.min(dateLeft + (dateWidth - nameWidth) / 2, TYPE_AREA.width - nameWidth - BODY_SIZE);
  return [
    { text: pen.set(issuer, "Fang", "署名"), margin: [Math.max(0, nameLeft), 0, 0, 0] },
    { text: pen.set(date, "Fang", "成文日期"), margin: [dateLeft, 0, 0, 0] },
  ];
}

/** Places to sign by hand, side by side. */
export function signaturePlaces(pen: Compositor, roles: readonly string[]): Block {
  return { columns: roles.map((role): Block => ({ text: pen.set(role, "Fang", role), width: "*" })) };
}
