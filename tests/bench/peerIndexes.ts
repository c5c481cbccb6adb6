/**
 * Indexes and functions that a developer would add for PostGraphile over these tables: it asks for links without the condition
 * that our partial indexes carry. They are bench-only and name the same columns, so that no statement of ours gains by them.
 */
export const PEER_INDEXES = [
  /* sql */ `create index peer_union_parent on trade_union (parent_id, code, id)`,
  /* sql */ `create index peer_position_union on position (trade_union_id, role, start_on)`,
  // The unions of a type inside a subtree, largest first, as its own way to a filter that is no equality.
  /* sql */ `create function unions_within(top integer, kind text) returns setof trade_union language sql stable as $$
    select u.* from trade_union u
    where u.path >= (select path from trade_union where id = top) and u.path < (select subtree_end(path) from trade_union where id = top)
      and u.type = kind and u.standing
    order by u.member_count desc, u.id $$`,
];
