import { officialDay } from "../../schema/shared/officialDay.rules.js";
import type { Compositor } from "./compositor.js";
import type { Block } from "./definition.js";
import { runsWidth } from "./fontShelf.js";
import { BODY_SIZE, TYPE_AREA } from "./page.rules.js";

/**
 * 7.3.5: the name centred over the date, the date four characters from the right edge, in Arabic digits without leading
 * zeros. A preview says in its place that nobody has issued it. The place of the seal stays empty.
 */
export function signOff(pen: Compositor, issuer: string, issuedOn?: string): Block[] {
  const date = pen.set(issuedOn ? officialDay(issuedOn) : "（预览，未签发）", "Fang", "成文日期");
  const name = pen.set(issuer, "Fang", "署名");
  const dateWidth = runsWidth(date, BODY_SIZE);
  const nameWidth = runsWidth(name, BODY_SIZE);
  const dateLeft = TYPE_AREA.width - 4 * BODY_SIZE - dateWidth;
  const nameLeft = Math.min(dateLeft + (dateWidth - nameWidth) / 2, TYPE_AREA.width - nameWidth - BODY_SIZE);
  return [
    { text: name, margin: [Math.max(0, nameLeft), 0, 0, 0] },
    { text: date, margin: [dateLeft, 0, 0, 0] },
  ];
}

/** Places to sign by hand, side by side. */
export function signaturePlaces(pen: Compositor, roles: readonly string[]): Block {
  return { columns: roles.map((role): Block => ({ text: pen.set(role, "Fang", role), width: "*" })) };
}
