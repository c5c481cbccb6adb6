/**
 * Indexes and functions that a developer would add for PostGraphile over these tables: it asks for links without the condition
 * that our partial indexes carry. They are bench-only and name the same columns, so that no statement of ours gains by them.
 */
export const PEER_INDEXES = [
  /* sql */ `create index peer_union_parent on trade_union (parent_id, code, id)`,
  /* sql */ `create index peer_position_union on position (trade_union_id, role, start_on, id) include (ended_on, person_id)`,
  // The largest unions of a type inside a subtree: a range of texts is no filter it knows. The cut comes first, on the covering index.
  /* sql */ `create function unions_within(top integer, kind text, most integer) returns setof trade_union language sql stable as $$
    select u.* from (
      select id, member_count from (
        select id, member_count from trade_union
        where path >= (select path from trade_union where id = top) and path < (select subtree_end(path) from trade_union where id = top) and type = kind and standing
        offset 0) inside
      order by member_count desc, id limit most) cut
    join trade_union u on u.id = cut.id
    order by cut.member_count desc, cut.id $$`,
];
