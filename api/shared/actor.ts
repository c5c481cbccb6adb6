import { type Permission, ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { scopeFor } from "../../schema/access/scopes.rules.js";
import { holds, subtreeEnd, type Viewer } from "../reading/viewer.js";
import { TopLevel } from "./topLevel.js";

type Place = { path?: string | null | undefined } | undefined;

/** Who changes something: what the role may do, and where. */
export class Actor {
  constructor(readonly viewer: Viewer) {}

  /** Refuses who lacks the permission, or holds it elsewhere. Without a union only a grant over the whole installation will do. */
  must(permission: Permission, union: Place): void {
    const reason = this.whyNot(permission, union);
    if (reason) throw reason;
  }

  mustSomewhere(permission: Permission): void {
    const reason = this.whyNotSomewhere(permission);
    if (reason) throw reason;
  }

  /** The refusal that {@link must} would throw, for who only wants to know. */
  whyNot(permission: Permission, union: Place): TopLevel | undefined {
    return this.whyNotSomewhere(permission) ?? (this.reaches(union?.path) ? undefined : forbidden(permission, true));
  }

  whyNotSomewhere(permission: Permission): TopLevel | undefined {
    return holds(this.viewer, permission) ? undefined : whyForbidden(this.viewer, permission);
  }

  /** Whether a path lies in the scope. A missing path lies in none but the whole. */
  reaches(path: string | null | undefined): boolean {
    const scope = this.viewer.path;
    if (scope === undefined) return true;
    return path != null && path >= scope && path < subtreeEnd(scope);
  }
}

/** Says what is missing: the permission of a role, or the scope of a token that its role would hold. */
export function whyForbidden(viewer: Viewer, permission: string): TopLevel {
  const scope =
    viewer.scopes && holds({ ...viewer, scopes: undefined } as never, permission) ? scopeFor(permission) : undefined;
  if (!viewer.scopes || !scope) return forbidden(permission, false, viewer);
  return new TopLevel(
    "FORBIDDEN",
    {
      zh: `此令牌缺少权限范围 ${scope}（${permission}），请由管理员另发令牌。`,
      en: `This token lacks the scope ${scope} (${permission}). Ask for a token that has it.`,
    },
    { permission, scope },
  );
}

function forbidden(permission: string, elsewhere: boolean, viewer?: Viewer): TopLevel {
  const role = viewer ? ROLE_NAMES[viewer.role] : undefined;
  const where = elsewhere ? { zh: "在该工会范围内", en: " in that union" } : { zh: "", en: "" };
  return new TopLevel(
    "FORBIDDEN",
    {
      zh: `您${role ? `（${role.zh}）` : ""}${where.zh}没有此项权限：${permission}。`,
      en: `You ${role ? `(${role.en}) ` : ""}do not hold the permission ${permission}${where.en}.`,
    },
    { permission },
  );
}
