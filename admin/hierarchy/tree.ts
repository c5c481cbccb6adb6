import type { UnionType } from "../../schema/hierarchy/unionType.rules.js";

/** A union as the tree shows it. */
export interface UnionNode {
  id: string;
  code: string;
  name: string;
  type: UnionType;
  childCount: number;
  /** The union and everything below it. */
  rollup: { unionCount: number; memberCount: number };
}

/** What is known of the unions below one: those read so far, and how many there are. */
export interface Below {
  nodes: UnionNode[];
  total: number;
  pages: number;
}

export const NODE_FIELDS = "id code name type childCount rollup { unionCount memberCount }";
export const PANEL_FIELDS = `${NODE_FIELDS} level establishedOn version parent { id name code type } partyCommittee { id name } territory { id name } rollup { employeeCount } ancestors { id name code type }`;
export const ANCESTOR_FIELDS = `${NODE_FIELDS} ancestors { ${NODE_FIELDS} }`;
/** How many unions below one are read at a time. */
export const PAGE = 200;

/** The next page joined to what was read; a union on a revealed path that lay on no page yet keeps its place at the end. */
export function joined(before: Below | undefined, page: UnionNode[], total: number): Below {
  const known = new Set(page.map(({ id }) => id));
  const paged = (before?.nodes ?? []).slice(0, (before?.pages ?? 0) * PAGE);
  const ahead = (before?.nodes ?? []).slice((before?.pages ?? 0) * PAGE).filter(({ id }) => !known.has(id));
  return {
    nodes: [...paged.filter(({ id }) => !known.has(id)), ...page, ...ahead],
    total,
    pages: (before?.pages ?? 0) + 1,
  };
}

/** What was read, and a union that must be seen among it although its page has not been read. */
export function including(below: Below, node: UnionNode): Below {
  return below.nodes.some(({ id }) => id === node.id) ? below : { ...below, nodes: [...below.nodes, node] };
}
