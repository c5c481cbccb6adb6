import { may, type Permission } from "../../schema/access/permissions.rules.js";
import { subtreeEnd, type Viewer } from "../reading/viewer.js";
import { TopLevel } from "./topLevel.js";

/** Who changes something: what the role may do, and where. */
export class Actor {
  constructor(readonly viewer: Viewer) {}

  /** Refuses who lacks the permission, or holds it elsewhere. Without a union only a grant over the whole installation will do. */
  must(permission: Permission, union: { path?: string | null | undefined } | undefined): void {
    this.mustSomewhere(permission);
    if (!this.reaches(union?.path)) throw forbidden(permission, true);
  }

  mustSomewhere(permission: Permission): void {
    if (!may(this.viewer.role, permission)) throw forbidden(permission, false);
  }

  /** Whether a path lies in the scope. A missing path lies in none but the whole. */
  reaches(path: string | null | undefined): boolean {
    const scope = this.viewer.path;
    if (scope === undefined) return true;
    return path != null && path >= scope && path < subtreeEnd(scope);
  }
}

function forbidden(permission: Permission, elsewhere: boolean): TopLevel {
  const where = elsewhere ? { zh: "在该工会范围内", en: " in that union" } : { zh: "", en: "" };
  return new TopLevel(
    "FORBIDDEN",
    {
      zh: `您${where.zh}没有此项权限：${permission}。`,
      en: `You do not hold the permission ${permission}${where.en}.`,
    },
    { permission },
  );
}
