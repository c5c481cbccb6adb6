import { UNION_TYPES, type UnionType } from "../../schema/hierarchy/unionType.rules.js";

/** The queries of the dashboard, all of them open to anybody who may read unions. */

const SCOPE_FIELDS = "id name code type rollup { unionCount memberCount employeeCount }";
const BELOW = 200;

/** The viewer's own union with its totals and those of the unions directly below. */
export const SCOPE = `query dashboardScope($id: ID!, $asOf: Date) {
  union: tradeUnion(id: $id, asOf: $asOf) {
    ${SCOPE_FIELDS}
    children(first: ${BELOW}, orderBy: [CODE_ASC]) { nodes { ${SCOPE_FIELDS} } totalCount }
  }
  employers(filter: { within: $id }, asOf: $asOf) { totalCount }
}`;

/** The same for a grant over the whole installation: the unions at the top. */
export const WHOLE = `query dashboardWhole($asOf: Date) {
  tops: tradeUnions(filter: { parent: { isNull: true } }, first: 20, asOf: $asOf) {
    nodes { ${SCOPE_FIELDS} children(first: ${BELOW}, orderBy: [CODE_ASC]) { nodes { ${SCOPE_FIELDS} } totalCount } }
  }
  employers(asOf: $asOf) { totalCount }
}`;

/** How many unions of each type there are, below a union or everywhere. */
export const BY_TYPE = `query unionsByType($within: ID, $asOf: Date) {
${UNION_TYPES.map((type) => `  ${type}: tradeUnions(filter: { within: $within, type: { eq: ${type} } }, asOf: $asOf) { totalCount }`).join("\n")}
}`;

export interface Totals {
  unionCount: number;
  memberCount: number;
  /** Empty while of none of the employers covered any figure is known. */
  employeeCount: number | null;
}

export interface ScopeUnion {
  id: string;
  name: string;
  code: string;
  type: UnionType;
  rollup: Totals;
}

interface Top extends ScopeUnion {
  children: { nodes: ScopeUnion[]; totalCount: number };
}

export interface ScopeAnswer {
  union?: Top | null;
  tops?: { nodes: Top[] };
  employers: { totalCount: number };
}

export type TypeAnswer = Record<UnionType, { totalCount: number }>;
