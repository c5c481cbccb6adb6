import type { Viewer } from "../../api/reading/viewer.js";
import { may, type Permission } from "../../schema/access/permissions.rules.js";
import { permissionsOfScopes } from "../../schema/access/scopes.rules.js";
import { type RowRule, VISIBILITY } from "../../schema/access/visibility.rules.js";
import type { RecordName } from "../../schema/records.js";
import { markOf } from "../../schema/shared/register.js";
import type { Rows } from "./plainRows.js";

/** Whether the role of a reader holds a permission and, of a token, a scope brings it too. */
export const mayRead = ({ role, scopes }: Viewer, permission: Permission): boolean =>
  may(role, permission) && (!scopes || permissionsOfScopes(scopes).has(permission));

/** Whether a reader sees a row, asked of the rule one link at a time. Today's tree decides, whatever day is asked about. */
export class Sight {
  private readonly known = new Map<string, Promise<boolean>>();

  constructor(
    private readonly rows: Rows,
    readonly viewer: Viewer,
  ) {}

  sees(record: RecordName, id: unknown): Promise<boolean> {
    const key = `${record} ${id}`;
    let found = this.known.get(key);
    if (!found) {
      found =
        id === null || id === undefined ? Promise.resolve(false) : this.meets(VISIBILITY[record], record, id as number);
      this.known.set(key, found);
    }
    return found;
  }

  mayRead(permission: Permission): boolean {
    return mayRead(this.viewer, permission);
  }

  private async meets(rule: RowRule, record: RecordName, id: number): Promise<boolean> {
    if (this.viewer.path === "") return false;
    if (rule === "everyone") return true;
    if (typeof rule === "object" && "holding" in rule)
      return this.mayRead(rule.holding) && this.meets(rule.and, record, id);
    const scope = this.viewer.path;
    if (scope === undefined) return true;
    const row = await this.rows.row(record, id);
    if (!row) return false;
    if (rule === "own path") return scope !== "" && String(row.values["path"]).startsWith(scope);
    if ("through" in rule) {
      const link = markOf(record).fields.get(rule.through);
      if (link?.mark !== "one") throw new Error(`${record}.${rule.through}`);
      return this.sees(markOf(link.target()).name, row.values[link.column]);
    }
    if ("some" in rule) {
      const link = markOf(rule.some).fields.get(rule.by);
      if (link?.mark !== "one") throw new Error(`${rule.some}.${rule.by}`);
      for (const other of await this.rows.numbers(rule.some, undefined, link.column, id)) {
        if (await this.isSuperseded(rule.some, other)) continue;
        if (await this.sees(rule.some, other)) return true;
      }
      return false;
    }
    for (const each of rule.any) if (await this.meets(each, record, id)) return true;
    return false;
  }

  private async isSuperseded(record: RecordName, id: number): Promise<boolean> {
    const row = await this.rows.row(record, id);
    return row?.values["known_to"] !== undefined && row.values["known_to"] !== null;
  }
}
