import { residentIdCheckCharacter } from "../../schema/people/residentId.rules.js";
import { addDays } from "../../schema/shared/period.rules.js";
import { type Asking, asker } from "../shared/ask.js";
import { UNION, type World } from "../shared/world.js";
import { counted, type Promised, type Trial } from "./promise.js";
import { withWorld } from "./worldBench.js";

const CLIENTS = 16;
const APPOINTMENTS = 10_000;
const FIRST_PERSON = 50_000;
const SLOT_DAYS = 16;
const UNIONS = [UNION.factory, UNION.joint, UNION.mill, UNION.village, UNION.tashan, UNION.fushan, UNION.keqiaoTown];
const SLOTS = 500;
/** How a loser may be told. */
const TOLD = ["TERM_OVERLAP", "CONFLICT"];
const APPOINT =
  "mutation($input: CreatePositionInput!) { createPosition(input: $input) { position { id } userErrors { code } } }";
const ENTER =
  "mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } userErrors { code } } }";
const MOVE =
  "mutation($input: AffiliateTradeUnionInput!) { affiliateTradeUnion(input: $input) { tradeUnion { id } userErrors { code } } }";

type Answer = Awaited<ReturnType<Asking>>;

/** How a change ended: nothing when it went through, else its code. */
function ending({ data, errors }: Answer): string | undefined {
  if (errors?.length) return String(errors[0]?.extensions?.["code"] ?? "INTERNAL_SERVER_ERROR");
  const [payload] = Object.values(data ?? {}) as { userErrors: { code: string }[] }[];
  return payload?.userErrors[0]?.code;
}

const TRIES = 5;
/** Who is told that the system is busy tries again, as the words of that refusal say. */
async function settled(ask: () => Promise<Answer>, tries = TRIES): Promise<string | undefined> {
  const code = ending(await ask());
  return code === "UNAVAILABLE" && tries > 1 ? settled(ask, tries - 1) : code;
}

/** Sixteen at one seat: sixteen persons for one chair, or one person sixteen times for one post. */
async function appointments(ask: Asking, rounds: number): Promise<string[]> {
  const found: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const isChair = round % 2 === 0;
    const start = addDays("2001-06-01", (Math.floor(round / 2) % SLOTS) * SLOT_DAYS);
    const seat = {
      tradeUnionId: `tradeUnion-${UNIONS[Math.floor(round / 2 / SLOTS) % UNIONS.length]}`,
      role: isChair ? "CHAIR" : "STAFF",
      employmentMode: "PART_TIME",
      startOn: start,
      termEndOn: addDays(start, SLOT_DAYS - 1),
      endedOn: addDays(start, SLOT_DAYS - 1),
      endReason: "RE_ELECTION",
    };
    const codes = await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => {
        const input = { ...seat, personId: `person-${FIRST_PERSON + (isChair ? client : round)}` };
        return settled(() => ask("shaoxing", APPOINT, { input }));
      }),
    );
    if (codes.filter((code) => code === undefined).length === 0)
      found.push(`nobody got the seat of round ${round}: ${codes}`);
    for (const code of codes) if (code !== undefined && !TOLD.includes(code)) found.push(`a loser was told ${code}`);
  }
  return [...new Set(found)];
}

const OVERLAPS = (same: string, where: string) => `
  select count(*)::integer as count from position a join position b on a.id < b.id and ${same}
    and daterange(a.start_on, a.ended_on, '[]') && daterange(b.start_on, b.ended_on, '[]')
  where a.known_to is null and b.known_to is null and ${where}`;

async function overlaps(world: World): Promise<string[]> {
  const looks = {
    "two chairs on one day": OVERLAPS("a.trade_union_id = b.trade_union_id", "a.role = 'CHAIR' and b.role = 'CHAIR'"),
    "overlapping terms of one person in one post": OVERLAPS(
      "a.trade_union_id = b.trade_union_id and a.role = b.role and a.person_id = b.person_id",
      "true",
    ),
    "persons with one number":
      "select count(*)::integer - count(distinct resident_id_bidx)::integer as count from person where resident_id_bidx is not null",
    "unions with two superiors":
      "select count(*)::integer as count from affiliation a join affiliation b on a.id < b.id and a.trade_union_id = b.trade_union_id and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to) where a.known_to is null and b.known_to is null",
    "unions whose path does not follow their superior":
      "select count(*)::integer as count from trade_union u join trade_union s on s.id = u.parent_id where u.path <> s.path || u.id || '.'",
  };
  const found: string[] = [];
  for (const [what, sql] of Object.entries(looks)) {
    const [row] = await world.sql<{ count: number }>(sql);
    if (row?.count) found.push(`${row.count} × ${what}`);
  }
  return found;
}

/** Sixteen enter one person at the same moment. */
async function entries(ask: Asking, rounds: number): Promise<string[]> {
  const found: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const seventeen = `33069919320101${String(round % 1_000).padStart(3, "0")}`;
    const input = {
      name: "同一人",
      keeperId: `tradeUnion-${UNION.factory}`,
      residentId: seventeen + residentIdCheckCharacter(seventeen),
    };
    const codes = await Promise.all(
      Array.from({ length: CLIENTS }, () => settled(() => ask("shaoxing", ENTER, { input }))),
    );
    if (codes.filter((code) => code === undefined).length !== 1) found.push(`a number was entered with ${codes}`);
    for (const code of codes)
      if (["INTERNAL_SERVER_ERROR", "UNAVAILABLE"].includes(code ?? "")) found.push(`an entry was answered ${code}`);
  }
  return found;
}

/** Two unions are put below one another at the same moment; neither move sees the other. */
async function circles(world: World, ask: Asking, rounds: number): Promise<string[]> {
  const pairs = [
    [UNION.yuecheng, UNION.keqiao],
    [UNION.tashan, UNION.fushan],
  ] as const;
  const found: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const [one, other] = pairs[round % 2] as readonly [number, number];
    const versions = await world.sql<{ id: number; version: number }>("select id, version from trade_union");
    const move = (union: number, superior: number) =>
      ask("shaoxing", MOVE, {
        input: {
          id: `tradeUnion-${union}`,
          version: versions.find(({ id }) => id === union)?.version,
          superiorId: `tradeUnion-${superior}`,
          effectiveOn: addDays("2010-01-01", round),
          documentNo: "绍市工〔2010〕1号",
          reason: "调整",
        },
      });
    const codes = (await Promise.all([move(one, other), move(other, one)])).map(ending);
    for (const code of codes)
      if (code === "INTERNAL_SERVER_ERROR") found.push("a move was answered with a fault of ours");
  }
  const lost = await world.sql<{ id: number }>(
    "with recursive up as (select id, parent_id, 1 as steps from trade_union union all select up.id, u.parent_id, steps + 1 from up join trade_union u on u.id = up.parent_id where steps < 40) select distinct id from up where steps >= 40",
  );
  return [...found, ...lost.map(({ id }) => `union ${id} stands above itself`)];
}

async function check(trial: Trial): Promise<string[]> {
  return withWorld(trial, async (world) => {
    const ask = asker(world);
    // Races for one seat may block one another; who waits is found sooner than in the field.
    await world.sql(`alter database ${world.address.database} set deadlock_timeout = '50ms'`);
    const rounds = Math.ceil(counted(trial, APPOINTMENTS, 480) / CLIENTS);
    await world.sql(
      "insert into person (id, name, sex, keeper_id) select $1 + n, '人' || n, 'MALE', $2 from generate_series(0, $3::integer) n",
      [FIRST_PERSON, UNION.factory, Math.max(rounds, CLIENTS)],
    );
    const found = [
      ...(await appointments(ask, rounds)),
      ...(await entries(ask, counted(trial, 50))),
      ...(await circles(world, ask, counted(trial, 40))),
    ];
    return [...found, ...(await overlaps(world))];
  });
}

const without = (table: string, constraint: string) => ({ sql: `alter table ${table} drop constraint ${constraint}` });

/** The functions that take a lock, without it. */
const unlocked = (lock: string) => `do $do$ declare each regprocedure; begin
  for each in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and prosrc like '%pg_advisory_xact_lock(%${lock}%' loop
    execute regexp_replace(pg_get_functiondef(each), 'perform pg_advisory_xact_lock[^;]*;', '', 'g');
  end loop;
  if each is null then raise exception 'no such lock'; end if;
end $do$`;

export const racing: Promised = {
  words:
    "sixteen clients race for each seat, each number and each place in the tree: no overlapping terms, one chair a day, one person a number, no circle; losers are told so, never that we failed",
  check,
  mutants: {
    "EXCLUDE of chairs dropped, the application's check kept": without("position", "one_chair_at_a_time"),
    "EXCLUDE of one holder's terms dropped": without("position", "one_holder_once"),
    "UNIQUE of resident numbers dropped, and nobody waits": {
      sql: `${without("person", "person_resident_id_bidx_key").sql}; ${unlocked("resident id")}`,
    },
    "a lost race is a fault of ours": {
      code: {
        file: "dist/api/shared/problems.js",
        find: "export function asRefusal(error) {",
        put: "export function asRefusal(error) {\n    if (error) return undefined;",
      },
    },
  },
};
