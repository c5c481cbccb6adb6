import { may, type Permission, type Role } from "../../schema/access/permissions.rules.js";

/** Who reads: the account, the role and subtree of the grant in use, and the calendar day in Shaoxing. */
export interface Viewer {
  accountId: number;
  role: Role;
  /** Path of the union at the top of the scope; undefined only for a grant over the whole installation. */
  path?: string;
  today: string;
}

export const holds = (viewer: Viewer, permission: string) => may(viewer.role, permission as Permission);

/** Whether the scope is a part of the tree, a county at most, so that reading it whole costs less than searching the tree in another order. */
export const isNarrow = ({ path }: Viewer) => path !== undefined && path.indexOf(".") < path.length - 1;

/** The part of a viewer that changes the text of a statement; the scope itself is only a parameter. */
export const shapeOf = (viewer: Viewer) =>
  `${viewer.role}${viewer.path === undefined ? "" : viewer.path === "" ? "-" : isNarrow(viewer) ? "//" : "/"}`;

/** The first text after every path of a subtree, the same as subtree_end in the database. */
export const subtreeEnd = (path: string) => `${path.slice(0, -1)}/`;
