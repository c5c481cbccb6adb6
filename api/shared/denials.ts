import type { Pool } from "pg";
import { enterInLog, type Occurrence } from "./logbook.js";

/** Entries that one cause may make in a minute; further ones are counted and told in one. */
const MOST = 20;
const SPELL_MILLISECONDS = 60_000;
const CAUSES = 5_000;

interface Spell {
  count: number;
  until: number;
}
const spells = new WeakMap<Pool, Map<string, Spell>>();

function spellOf(pool: Pool, cause: string): Spell {
  const known = spells.get(pool) ?? new Map<string, Spell>();
  spells.set(pool, known);
  const now = performance.now();
  let spell = known.get(cause);
  if (!spell || spell.until < now) {
    if (known.size >= CAUSES) known.delete(known.keys().next().value as string);
    spell = { count: 0, until: now + SPELL_MILLISECONDS };
    known.delete(cause);
    known.set(cause, spell);
  }
  return spell;
}

/**
 * Records what was refused. Whoever knocks without end cannot fill the log: beyond twenty a minute from one cause (an account, an
 * address) only their number is recorded, when the minute is over.
 */
export async function recordDenial(pool: Pool, cause: string, occurrence: Occurrence): Promise<void> {
  const spell = spellOf(pool, `${occurrence.action} ${cause}`);
  spell.count += 1;
  if (spell.count <= MOST) return enterInLog(pool, occurrence);
  if (spell.count > MOST + 1) return;
  const { accountId, kind, action, record, requestId, facts } = occurrence;
  const summary = () =>
    enterInLog(pool, {
      kind,
      action,
      record,
      accountId,
      requestId,
      facts: { outcome: facts?.["outcome"], code: facts?.["code"], repeated: spell.count - MOST },
    }).catch(() => undefined); // the house was closed meanwhile
  setTimeout(summary, Math.max(0, spell.until - performance.now())).unref();
}
