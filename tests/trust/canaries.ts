import pino from "pino";
import { SEALED_PLACES } from "../../schema/people/personalFields.rules.js";
import { filesBelow, Hunt, type Trace } from "../people/traces.js";
import { asConsole, type Served, serve } from "../shared/served.js";
import { UNION, type World } from "../shared/world.js";
import { FIND, SECRET, type Send, sendSecrets } from "./canaryDeeds.js";
import { counted, type Promised, type Trial } from "./promise.js";
import { withWorld } from "./worldBench.js";

const PLANTED = 1_000;
const FIRST_PLANTED = 20_000;
const plantedId = (at: number) =>
  `3306991931${String(800 + Math.floor(at / 100)).padStart(4, "0")}${String(at).padStart(4, "0")}`;
const plantedPhone = (at: number) => `1737777${String(1_000 + at)}`;
/** What all planted numbers begin with, so that one search finds any of them. */
const STEMS = ["3306991931", "1737777", "999933000930", "金丝雀之困难", "金丝雀路"];
const SEARCH_MILLISECONDS = 20;

/** Everything that was said to somebody or written down while the work went on. */
interface Listener {
  world: World;
  served: Served;
  send: Send;
  log: string[];
  replies: string[];
}

async function listen(world: World): Promise<Listener> {
  const [log, replies]: [string[], string[]] = [[], []];
  // Not the log of the house, which lets only some facts through: whatever is handed to it is written.
  const all = pino({ level: "trace" }, { write: (line: string) => void log.push(line) });
  const served = await serve(world, {}, { log: all });
  const cookies = new Map<string, string>();
  for (const as of ["clerk", "tashan", "admin", "shaoxing", "official", "auditor"])
    cookies.set(as, (await asConsole(world, as)).cookie);
  const send: Send = async (as, body) => {
    const answer = await served.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", ...(as ? { cookie: cookies.get(as) } : {}) },
      payload: typeof body === "string" ? body : JSON.stringify(body),
    });
    replies.push(`${JSON.stringify(answer.headers)}\n${answer.body}`);
    return answer.json() as { data: never };
  };
  return { world, served, send, log, replies };
}

const told = (traces: Trace[]) => [
  ...new Set(traces.map(({ where, needle, form }) => `${needle.slice(0, 6)}… in ${where}, ${form}`)),
];

/** What the database holds, as a portable copy of it would: every row of every table, and the statements it remembers. */
async function inTables({ world }: Listener, hunt: Hunt): Promise<Trace[]> {
  const found: Trace[] = [];
  const tables = await world.sql<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' union all select unnest(array['pg_stat_activity', 'pg_prepared_statements'])",
  );
  const [kept] = await world.sql<{ present: boolean }>(
    "select to_regclass('pg_stat_statements') is not null as present",
  );
  for (const { name } of [...tables, ...(kept?.present ? [{ name: "pg_stat_statements" }] : [])]) {
    const sql = `select coalesce(string_agg(t::text, E'\\n'), '') as text from ${name} t${name === "pg_stat_activity" ? " where pid <> pg_backend_pid()" : ""}`;
    const [row] = await world.sql<{ text: string }>(sql);
    found.push(...hunt.in(name, row?.text ?? ""));
  }
  return found;
}

const walFile = async (world: World) =>
  (await world.sql<{ name: string }>("select pg_walfile_name(pg_current_wal_insert_lsn()) as name"))[0]?.name as string;

/** Files of this database, of its write-ahead log from a file of it on, of statistics and of what did not fit in memory. */
async function databaseFiles(world: World, since: string): Promise<string[]> {
  await world.sql("checkpoint");
  const [row] = await world.sql<{ folder: string; oid: number }>(
    "select current_setting('data_directory') as folder, oid::integer from pg_database where datname = current_database()",
  );
  const below = (part: string) => filesBelow(`${row?.folder}/${part}`);
  const wal = below("pg_wal").filter((path) => /\/[0-9A-F]{24}$/.test(path) && path.slice(-24) >= since);
  const spilt = below("base").filter((path) => path.includes("pgsql_tmp"));
  return [...below(`base/${row?.oid}`), ...wal, ...below("pg_stat"), ...spilt];
}

const inFiles = async (world: World, since: string, hunt: Hunt) =>
  (await hunt.inFiles(await databaseFiles(world, since))).map((trace) => ({
    ...trace,
    where: "a file of the database",
  }));

/** Five secrets of a person, a password, a key and more, in everything said and kept. */
async function secretsFound(trial: Trial): Promise<string[]> {
  return withWorld(trial, async (world) => {
    const listener = await listen(world);
    try {
      const since = await walFile(world);
      await sendSecrets(world, listener.send);
      const { log, replies } = listener;
      if (log.length === 0) throw new Error("nothing was logged");
      const hunt = new Hunt([...Object.values(SECRET), ...STEMS]);
      // The one reply that was asked for a number holds it, once.
      const asked = replies.filter((text) => text.includes(`"value":"${SECRET.newPhone}"`));
      if (asked.length !== 1) throw new Error(`${asked.length} replies reveal the number that was asked for`);
      return told([
        ...replies.filter((text) => text !== asked[0]).flatMap((text) => hunt.in("a reply", text)),
        ...log.flatMap((line) => hunt.in("the log", line)),
        ...(await inTables(listener, hunt)),
        ...(trial.scale < 1 ? [] : await inFiles(world, since, hunt)),
      ]);
    } finally {
      await listener.served.end();
    }
  });
}

/** Puts many persons on file with their numbers, as an import would. */
async function plant(world: World, count: number): Promise<void> {
  await world.sql(
    "insert into person (id, name, sex, keeper_id) select $3 + n, '植' || n, 'MALE', $1 from generate_series(0, $2::integer - 1) n",
    [UNION.factory, count, FIRST_PLANTED],
  );
  for (const [place, value] of [
    [SEALED_PLACES.RESIDENT_ID, plantedId],
    [SEALED_PLACES.PHONE, plantedPhone],
  ] as const) {
    const values = Array.from({ length: count }, (_, at) =>
      world.house.sealing.seal(place, FIRST_PLANTED + at, value(at)),
    );
    await world.sql(
      `update person p set ${place.column}_sealed = n.s, ${place.column}_bidx = n.b, ${place.column}_mask = n.m, ${place.column}_key = n.k, version = version + 1
        from unnest($1::integer[], $2::bytea[], $3::bytea[], $4::text[], $5::text[]) n(id, s, b, m, k) where p.id = n.id`,
      [
        values.map((_, at) => FIRST_PLANTED + at),
        values.map(({ sealed }) => sealed),
        values.map(({ bidx }) => bidx),
        values.map(({ mask }) => mask),
        values.map(({ key }) => key),
      ],
    );
  }
  await world.sql("analyze person");
}

/** Every planted number is found by it, and quickly. */
async function searched({ send }: Listener, count: number): Promise<string[]> {
  const found: string[] = [];
  const times: number[] = [];
  for (let at = 0; at < count; at += Math.ceil(count / 50)) {
    const begun = performance.now();
    const { data } = await send("clerk", { query: FIND, variables: { filter: { residentId: { eq: plantedId(at) } } } });
    times.push(performance.now() - begun);
    const { persons } = data as { persons: { nodes: { id: string }[] } };
    if (persons.nodes[0]?.id !== `person-${FIRST_PLANTED + at}`)
      found.push(`number ${at} found ${JSON.stringify(persons)}`);
  }
  const quickest = Math.min(...times); // the machine does other things too
  return [...found, ...(quickest < SEARCH_MILLISECONDS ? [] : [`a search took ${Math.round(quickest)} ms at best`])];
}

async function plantedFound(trial: Trial): Promise<string[]> {
  return withWorld(trial, async (world) => {
    const listener = await listen(world);
    try {
      const since = await walFile(world);
      const count = counted(trial, PLANTED, 100);
      await plant(world, count);
      const late = await searched(listener, count);
      const hunt = new Hunt(STEMS);
      const files = await databaseFiles(world, since);
      if (files.length < 100) throw new Error(`the database has only ${files.length} files`);
      const traces = [...(await inTables(listener, hunt)), ...(await hunt.inFiles(files))];
      const places = traces.map((trace) => ({
        ...trace,
        where: trace.where.replace(/.*\/(base|pg_wal|pg_stat)\/.*/, "$1"),
      }));
      return [...late, ...told(places)];
    } finally {
      await listener.served.end();
    }
  });
}

const fault = (file: string, find: string, put: string) => ({ code: { file: `dist/api/${file}`, find, put } });
const ASKED = "const operation = getOperationAST(document, operationName);";
const logs = (what: string) =>
  fault("executor.js", ASKED, `context.house.log.info({ asked: ${what} }, "asked");\n        ${ASKED}`);

export const secrets: Promised = {
  words:
    "twelve secrets sent through every operation and into every fault stand nowhere: not in replies, logs, tables, remembered statements, temporary files or the files of the database, in any of nine encodings",
  check: secretsFound,
  mutants: {
    "variables are logged": logs("variables"),
    "variables are logged in base64": logs('Buffer.from(JSON.stringify(variables ?? {})).toString("base64")'),
    "variables are logged in hexadecimal": logs('Buffer.from(JSON.stringify(variables ?? {})).toString("hex")'),
  },
};

export const clearNumbers: Promised = {
  words:
    "a thousand resident numbers and phones on file stand nowhere in clear, neither in the database's files nor in its write-ahead log; an exact search finds each in time",
  check: plantedFound,
  mutants: {
    "one column in clear": fault(
      "shared/sealing.js",
      "sealed: this.box(key, place, rowId, value, nonce),",
      'sealed: place.column === "phone" ? Buffer.from(value) : this.box(key, place, rowId, value, nonce),',
    ),
    "the mask hides nothing": fault("shared/sealing.js", "mask: place.mask(value),", "mask: value,"),
  },
};
