import type { House, Visit } from "../context.js";

/** A few minutes' note to ourselves that somebody's browser keeps: sealed, so that it is neither read nor written there. */
interface Ticket {
  cookie: string;
  place: { table: string; column: string };
  seconds: number;
  /** Whether it has to come along when another site leads here. */
  sameSite: "strict" | "lax";
}

const ticket = (name: string, seconds: number, sameSite: Ticket["sameSite"]): Ticket => ({
  cookie: `gonghui_${name}`,
  place: { table: "ticket", column: name },
  seconds,
  sameSite,
});

/** Somebody is at the provider. */
export const UNDER_WAY = ticket("oidc", 600, "lax");
/** Somebody is back from the provider and has still to give the digits of the second factor. */
export const WAITING_FOR_CODE = ticket("oidc_code", 300, "strict");

type Keeper = Pick<House, "sealing">;

export function writeTicket(
  { sealing }: Keeper,
  visit: Visit,
  { cookie, place, seconds, sameSite }: Ticket,
  about: object,
): void {
  const note = JSON.stringify({ about, until: Date.now() + seconds * 1_000 });
  visit.setCookie(sealing.sealSecret(place, 0, note).sealed.toString("base64url"), seconds, cookie, sameSite);
}

/** What was noted; undefined when there is nothing, or it is too old, or not from us. It is taken away unless it is kept. */
export function readTicket<About extends object>(
  { sealing }: Keeper,
  visit: Visit,
  { cookie, place, sameSite }: Ticket,
  { keep = false } = {},
): About | undefined {
  const sealed = visit.cookies[cookie];
  if (!sealed) return undefined;
  if (!keep) visit.setCookie(null, undefined, cookie, sameSite);
  try {
    const { about, until } = JSON.parse(sealing.open(place, 0, Buffer.from(sealed, "base64url"))) as {
      about: About;
      until: number;
    };
    return until > Date.now() ? about : undefined;
  } catch {
    return undefined;
  }
}
