import type pg from "pg";
import { APP_ROLE, ROOT_ROLE } from "../../schema/access/policies.js";
import type { Viewer } from "../reading/viewer.js";

/**
 * Puts a transaction behind the second wall, in one statement run as the owner: the scope is signed, then the owner's role is
 * laid down. `$1` scope, `$2` role of the grant, `$3` account, `$4` database role. It ends with the transaction.
 */
export const BEHIND_WALL =
  "set_config('gonghui.scope', sign_scope($1, $2, $3::integer), true), set_config('role', $4, true)";
/** The same for a reader: nothing can be written either. */
export const READ_BEHIND_WALL = `select set_config('transaction_read_only', 'on', true), ${BEHIND_WALL}`;

const TOP = "select path from trade_union where parent_id is null and standing order by id limit 2";
const TOP_KNOWN_MILLISECONDS = 60_000;

/** The second wall as the server builds it: which database role a reader gets, and what is signed for it. */
export class Wall {
  private top: { path: string | undefined; until: number } = { path: undefined, until: 0 };

  /** The pool is the owner's. */
  constructor(private readonly pool: pg.Pool) {}

  /** The values of {@link BEHIND_WALL} for a reader. */
  async behind(viewer: Viewer): Promise<[scope: string, role: string, account: string, databaseRole: string]> {
    const isWhole = viewer.path === undefined || viewer.path === (await this.topPath());
    return [viewer.path ?? "", viewer.role, String(viewer.accountId), isWhole ? ROOT_ROLE : APP_ROLE];
  }

  /** The path of the one union above all others; undefined while there are several, so that none passes for the whole. */
  private async topPath(): Promise<string | undefined> {
    if (this.top.until < performance.now()) {
      const { rows } = await this.pool.query<{ path: string }>({ name: "top of the tree", text: TOP });
      this.top = {
        path: rows.length === 1 ? rows[0]?.path : undefined,
        until: performance.now() + TOP_KNOWN_MILLISECONDS,
      };
    }
    return this.top.path;
  }
}
