import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Chance } from "../../api/demonstration/chance.js";
import { openWorld, UNION, type World } from "../shared/world.js";

const SEED = process.env.SEED ?? "rollups";
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

/** Totals that are kept, with what waits to be folded, beside those counted afresh, for every union in force. */
const DIFFERENCES = /* sql */ `
  select u.path, kept.*, counted.* from trade_union u
  cross join lateral (select coalesce(sum(unions), 0) as unions, coalesce(sum(members), 0) as members, coalesce(sum(employees), 0) as employees, coalesce(sum(uncounted), 0) as uncounted
    from (select unions, members, employees, uncounted from rollup_total t where t.path = u.path
          union all select unions, members, employees, uncounted from rollup_change c where c.path >= u.path and c.path < subtree_end(u.path)) t) kept
  cross join lateral (select count(*) as all_unions, sum(s.member_count) as all_members, coalesce(sum(s.employee_count), 0) as all_employees, count(*) filter (where s.employee_count is null) as all_uncounted
    from trade_union s where s.standing and s.path >= u.path and s.path < subtree_end(u.path)) counted
  where u.standing and (kept.unions, kept.members, kept.employees, kept.uncounted) is distinct from (counted.all_unions, counted.all_members, counted.all_employees, counted.all_uncounted)`;

test("kept totals equal a fresh count after every move, dissolution and change of members, folded or not", async () => {
  console.log(`SEED=${SEED}`);
  const chance = new Chance(SEED);
  expect(await world.sql(DIFFERENCES)).toEqual([]);
  const townships = [UNION.tashan, UNION.fushan, UNION.keqiaoTown];
  let moved = 0;
  for (let turn = 0; turn < 60; turn++) {
    const [union] = await world.sql<{ id: number }>(
      "select id from trade_union where type like 'GRASSROOTS%' and standing order by md5(id || $1) limit 1",
      [`${SEED} ${turn}`],
    );
    const change = chance.pick(["move", "members", "fold", "township"]);
    if (change === "move" || change === "township") {
      const [who, under] =
        change === "move"
          ? [union?.id, chance.pick(townships)]
          : [chance.pick(townships), chance.pick([UNION.yuecheng, UNION.keqiao])];
      moved += (
        await world.sql(
          "update affiliation set parent_id = $2 where trade_union_id = $1 and valid_to is null and known_to is null and parent_id <> $2 returning id",
          [who, under],
        )
      ).length;
    } else if (change === "members")
      await world.sql(
        "update membership set status = case status when 'ACTIVE' then 'RETAINED' else 'ACTIVE' end, version = version + 1 where id = (select id from membership where known_to is null order by md5(id || $1) limit 1)",
        [`${SEED} ${turn}`],
      );
    else await world.sql("select fold_rollups()");
    expect(await world.sql(DIFFERENCES)).toEqual([]);
  }
  expect(moved).toBeGreaterThan(10);
});

test("totals that nobody kept would be noticed", async () => {
  await world.sql("alter table trade_union disable trigger add_up_on_update");
  await world.sql(
    "update affiliation set parent_id = case parent_id when $2 then $3::integer else $2::integer end where trade_union_id = $1 and valid_to is null and known_to is null",
    [UNION.factory, UNION.tashan, UNION.fushan],
  );
  expect((await world.sql(DIFFERENCES)).length).toBeGreaterThan(0);
  await world.sql("alter table trade_union enable trigger add_up_on_update");
  await world.sql("select rebuild_rollups()");
  expect(await world.sql(DIFFERENCES)).toEqual([]);
});
