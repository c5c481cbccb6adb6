import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Context } from "../context.js";
import type { Viewer } from "../reading/viewer.js";
import { Act } from "./act.js";
import { ask } from "./transaction.js";
import { BEHIND_WALL } from "./wall.js";

/** What is done and why, for the log. */
export interface Announced {
  name: string;
  reason?: string | null | undefined;
}

/** Tells the triggers who acts and why, and puts the transaction behind the actor's wall; for this transaction only. */
export async function announce(
  em: SqlEntityManager,
  { name, reason }: Announced,
  { house, visit }: Context,
  viewer: Viewer,
): Promise<void> {
  const settings = {
    "gonghui.account": String(viewer.accountId),
    "gonghui.action": name,
    "gonghui.reason": String(reason ?? ""),
    "gonghui.request": visit.requestId,
    lock_timeout: "2s",
    statement_timeout: "20s",
  };
  const names = Object.entries(settings);
  const behind = await house.reads.wall.behind(viewer);
  await ask(
    em,
    `select ${names.map(([setting], index) => `set_config('${setting}', $${index + behind.length + 1}, true)`).join(", ")}, ${BEHIND_WALL}`,
    [...behind, ...names.map(([, value]) => value)],
  );
}

/** One transaction behind the actor's wall, with an entity manager of its own. */
export function actIn<T>(
  context: Context,
  viewer: Viewer,
  announced: Announced,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  const em = context.house.orm.em.fork() as unknown as SqlEntityManager;
  return em.transactional(async (inside) => {
    await announce(inside as SqlEntityManager, announced, context, viewer);
    return work(new Act(inside as SqlEntityManager, viewer, context.house.sealing));
  });
}
