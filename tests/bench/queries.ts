/** One question put to every server in its own words. Answers are compared after `normalise`. */
export interface Question {
  name: string;
  about: string;
  gonghui: string;
  postgraphile: string;
  raw: string;
}

const SCALARS_10 = [
  "code",
  "name",
  "type",
  "state",
  "memberCount",
  "employeeCount",
  "establishedOn",
  "legalPersonStatus",
  "version",
];
const SCALARS_15 = [...SCALARS_10, "approvedOn", "approvalDocNo", "uscc", "address", "phone"];
const column = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = (fields: readonly string[]) => fields.map((field) => `${column(field)} as "${field}"`).join(", ");

/**
 * The four timed questions. Each takes `$at`: a union, a county, a county, or the last union of the page before. The raw
 * statements are what one would write by hand for these tables; their answers carry numbers as ids.
 */
export const QUESTIONS: Question[] = [
  {
    name: "Q1",
    about: "one union by id, 10 scalars",
    gonghui: `query One($at: ID!) { tradeUnion(id: $at) { id ${SCALARS_10.join(" ")} } }`,
    postgraphile: `query One($at: Int!) { tradeUnion(rowId: $at) { id: rowId ${SCALARS_10.join(" ")} } }`,
    raw: /* sql */ `select '{"tradeUnion":' || row_to_json(o) || '}' from (select id, ${columns(SCALARS_10)} from trade_union where id = $1) o`,
  },
  {
    name: "Q2",
    about: "50 village unions of a county by members, with superior, positions, persons, counts",
    gonghui: `query Largest($at: ID!) {
      tradeUnions(filter: { within: $at, type: { eq: VILLAGE_UNION } }, orderBy: [MEMBER_COUNT_DESC], first: 50) {
        nodes { id name memberCount parent { name } positions { totalCount nodes { role person { name } } } awards { totalCount } } } }`,
    postgraphile: `query Largest($at: Int!) {
      tradeUnions: unionsWithinList(top: $at, kind: "VILLAGE_UNION", most: 50) {
        id: rowId name memberCount parent { name } positions(orderBy: [ROLE_ASC, START_ON_ASC, ROW_ID_ASC]) { totalCount nodes { role person { name } } } awards: awardsByRecommendedById { totalCount } } }`,
    raw: /* sql */ `
      select row_to_json(o) from (select (select coalesce(json_agg(row_to_json(u)), '[]') from (
        select t.id, t.name, t.member_count as "memberCount",
          (select row_to_json(x) from (select p.name from trade_union p where p.id = t.parent_id) x) as parent,
          (select row_to_json(x) from (select count(*) as "totalCount", coalesce(json_agg(h.o), '[]') as nodes from (
            select row_to_json(r) as o from (select role, (select row_to_json(x) from (select p.name from person p where p.id = h.person_id) x) as person
              from position h where h.trade_union_id = t.id and h.known_to is null order by role, start_on, id) r) h) x) as positions,
          (select row_to_json(x) from (select count(*) as "totalCount" from award a where a.recommended_by_id = t.id) x) as awards
        from (select id, member_count from (select id, member_count from trade_union
            where path >= (select path from trade_union where id = $1) and path < (select subtree_end(path) from trade_union where id = $1) and type = 'VILLAGE_UNION' and standing offset 0) inside
          order by member_count desc, id limit 50) cut
        join trade_union t on t.id = cut.id order by cut.member_count desc, cut.id) u) as "tradeUnions") o`,
  },
  {
    name: "Q3",
    about: "a county, its townships, the first 20 unions of each with the chair",
    gonghui: `query Tree($at: ID!) {
      tradeUnion(id: $at) { id name children(first: 100) { nodes { id name children(first: 20) { nodes { id name memberCount
        positions(filter: { role: { eq: CHAIR } }, first: 1) { nodes { person { name } } } } } } } } }`,
    postgraphile: `query Tree($at: Int!) {
      tradeUnion(rowId: $at) { id: rowId name children: childTradeUnionsList(first: 100, orderBy: [CODE_ASC, ROW_ID_ASC]) {
        id: rowId name children: childTradeUnionsList(first: 20, orderBy: [CODE_ASC, ROW_ID_ASC]) { id: rowId name memberCount
          positions: positionsList(condition: { role: "CHAIR" }, first: 1) { person { name } } } } } }`,
    raw: /* sql */ `
      select '{"tradeUnion":' || row_to_json(o) || '}' from (select id, name, (select coalesce(json_agg(row_to_json(x)), '[]') from (
        select t.id, t.name, (select coalesce(json_agg(row_to_json(y)), '[]') from (
          select v.id, v.name, v.member_count as "memberCount", (select coalesce(json_agg(row_to_json(z)), '[]') from (
            select (select row_to_json(w) from (select p.name from person p where p.id = h.person_id) w) as person
            from position h where h.trade_union_id = v.id and h.known_to is null and h.role = 'CHAIR' order by h.start_on, h.id limit 1) z) as positions
          from trade_union v where v.parent_id = t.id and v.standing order by v.code, v.id limit 20) y) as children
        from trade_union t where t.parent_id = c.id and t.standing order by t.code, t.id limit 100) x) as children
      from trade_union c where c.id = $1) o`,
  },
  {
    name: "Q4",
    about: "500 unions after one, 15 scalars",
    gonghui: `query Page($at: String!) { tradeUnions(orderBy: [ID_ASC], first: 500, after: $at) { nodes { id ${SCALARS_15.join(" ")} } } }`,
    postgraphile: `query Page($at: Cursor!) { tradeUnions: tradeUnions(orderBy: [PRIMARY_KEY_ASC], first: 500, after: $at) { nodes { id: rowId ${SCALARS_15.join(" ")} } } }`,
    raw: /* sql */ `select row_to_json(o) from (select coalesce(json_agg(row_to_json(u)), '[]') as "tradeUnions" from (
      select id, ${columns(SCALARS_15)} from trade_union where id > $1 and standing order by id limit 500) u) o`,
  },
];

/** The same answer in one form: lists without their connection unless it also counts, ids as numbers, keys in order. */
export function normalise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalise);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === "nodes") return normalise(entries[0][1]);
  return Object.fromEntries(
    entries
      .sort(([first], [second]) => (first < second ? -1 : 1))
      .map(([key, each]) => [key, key === "id" ? Number(String(each).replace(/^tradeUnion-/, "")) : normalise(each)]),
  );
}
