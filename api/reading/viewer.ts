import { may, type Permission, type Role } from "../../schema/access/permissions.rules.js";
import { permissionsOfScopes } from "../../schema/access/scopes.rules.js";

/** Who reads: the account, the role and subtree of the grant in use, and the calendar day in Shaoxing. */
export interface Viewer {
  accountId: number;
  /** The grant in use. */
  grantId?: number;
  role: Role;
  /** Path of the union at the top of the scope; undefined only for a grant over the whole installation. */
  path?: string;
  today: string;
  /** Scopes of a token, which narrow the role; absent for who is signed in. */
  scopes?: readonly string[];
}

/** Whether the role of the grant holds a permission and, for a token, its scopes bring it too. */
export const holds = ({ role, scopes }: Viewer, permission: string) =>
  may(role, permission as Permission) && (!scopes || permissionsOfScopes(scopes).has(permission as Permission));

/** Whether the scope is a part of the tree, a county at most, so that reading it whole costs less than searching the tree in another order. */
export const isNarrow = ({ path }: Viewer) => path !== undefined && path.indexOf(".") < path.length - 1;

/** The part of a viewer that changes the text of a statement; the scope itself is only a parameter. */
export const shapeOf = (viewer: Viewer) =>
  `${viewer.role}${viewer.path === undefined ? "" : viewer.path === "" ? "-" : isNarrow(viewer) ? "//" : "/"}${viewer.scopes ? `[${viewer.scopes.join()}]` : ""}`;

/** The first text after every path of a subtree, the same as subtree_end in the database. */
export const subtreeEnd = (path: string) => `${path.slice(0, -1)}/`;
