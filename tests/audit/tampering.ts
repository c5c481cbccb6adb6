import type pg from "pg";
import { type ChainHead, entryText } from "../../schema/audit/auditChain.rules.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import { Draws } from "./draws.js";

/** How a hash is made, in SQL over `e`: what a tamperer with every right can compute as well. */
export type Formula = string;
export const FORMULA: Formula = `sha256(e.prev_hash || int2send(e.algorithm) || int8send(e.id) || convert_to(${entryText("e")}, 'UTF8'))`;
export const WITHOUT_PREVIOUS: Formula = `sha256(int2send(e.algorithm) || int8send(e.id) || convert_to(${entryText("e")}, 'UTF8'))`;
/** The hash of an algorithm that was once good enough: it does not cover the text. */
export const LOWERED: Formula = "sha256(int8send(e.id))";

/** What was done to the log, and where a verification has to point. */
export interface Tampering {
  how: string;
  /** First entries that may be named: the one tampered with, or its neighbour that no longer fits. */
  bad: number[];
  /** Heads that somebody outside the database had noted before. */
  noted?: ChainHead[];
  /** For a log chained anew: the entry rewritten lies after the last good head and not after the one named. */
  within?: number;
}

/** A log that can be spoilt and mended as often as one likes. */
export class Log {
  private constructor(
    readonly database: FreshDatabase,
    readonly client: pg.Client,
    readonly draws: Draws,
    readonly formula: Formula,
    readonly size: number,
  ) {}

  static async use(seed: number, size: number, formula: Formula, work: (log: Log) => Promise<void>): Promise<void> {
    const database = await freshDatabase();
    try {
      await withConnection(database.address, async (client) => {
        const log = new Log(database, client as pg.Client, new Draws(seed), formula, size);
        await log.fill();
        await work(log);
      });
    } finally {
      await database.drop();
    }
  }

  private async fill(): Promise<void> {
    await this.client.query(
      `insert into audit_entry (kind, account_id, action, record, record_id, record_ids, trade_union_id, before, after, reason, request_id)
       select case when n % 7 = 0 then 'ACCESS' else 'CHANGE' end, nullif(n % 5, 0), 'updatePerson', case when n % 3 = 0 then 'person' else 'trade_union' end, n % 11, case when n % 13 = 0 then array[n, n + 1] end,
         nullif(n % 4, 0), case when n % 2 = 0 then jsonb_build_object('name', '张' || n, 'hours', n * 1.50, 'note', E'"\\\\\\n') end, jsonb_build_object('name', '李' || n, 'none', null), case when n % 6 = 0 then '更正' end, 'request ' || n
       from generate_series(1, $1::integer) n`,
      [this.size],
    );
    await this.sql("set session_replication_role = replica");
    if (this.formula !== FORMULA) await this.chainAnew(1, this.size);
    await this.sql("create table kept_copy as table audit_entry");
  }

  readonly sql = async <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await this.client.query(text, values)).rows as T[];

  async mend(): Promise<void> {
    await this.sql("truncate audit_entry");
    await this.sql("insert into audit_entry select * from kept_copy");
  }

  async headAt(id: number): Promise<ChainHead> {
    const [row] = await this.sql<{ hash: string }>("select encode(hash, 'hex') as hash from kept_copy where id = $1", [id]);
    return { id, hash: row?.hash ?? "" };
  }

  /** Makes the hashes of some entries right again, each from the one before. */
  async chainAnew(from: number, to: number, formula = this.formula): Promise<void> {
    await this.sql(`do $$ declare line record; last_hash bytea; begin
      select hash into last_hash from audit_entry where id < ${from} order by id desc limit 1;
      for line in select id from audit_entry where id between ${from} and ${to} order by id loop
        update audit_entry set prev_hash = coalesce(last_hash, prev_hash) where id = line.id;
        update audit_entry e set hash = ${formula} where id = line.id returning hash into last_hash;
      end loop;
    end $$`);
  }
}

const CHANGES = [
  "at = at + interval '1 hour'",
  "kind = 'DENIAL'",
  "account_id = coalesce(account_id, 0) + 1",
  "action = 'createPerson'",
  "record = 'award'",
  "record_id = record_id + 1",
  "record_ids = array[77]",
  "trade_union_id = coalesce(trade_union_id, 0) + 1",
  "before = '{}'",
  `after = after || '{"name": "王"}'`,
  "reason = '无'",
  "request_id = null",
  `after = after || '{"hours": 1.0}'`,
];

type Way = (log: Log) => Promise<Tampering>;
/** Any entry but the first and the last few. */
const inner = ({ draws, size }: Log) => draws.from(3, size - 6);

/** An entry is edited; a clever hand makes its own hash right as well, and the link of the next. */
const edited: Way = async (log) => {
  const id = inner(log);
  const change = log.draws.of(CHANGES);
  await log.sql(`update audit_entry set ${change} where id = $1`, [id]);
  const isClever = log.draws.of([false, true]);
  if (!isClever) return { how: `edited ${id}: ${change}`, bad: [id] };
  await log.chainAnew(id, id);
  await log.sql("update audit_entry set prev_hash = (select hash from audit_entry where id = $1) where id = $1 + 1", [id]);
  return { how: `edited ${id} with its hash: ${change}`, bad: [id, id + 1] };
};

const deleted: Way = async (log) => {
  const id = inner(log);
  const rows = log.draws.from(1, 3);
  await log.sql("delete from audit_entry where id between $1 and $2", [id, id + rows - 1]);
  if (log.draws.of([false, true])) {
    await log.sql("update audit_entry set prev_hash = (select hash from audit_entry where id = $1::bigint - 1) where id = $2", [id, id + rows]);
    return { how: `deleted ${rows} from ${id} with the link`, bad: [id] };
  }
  return { how: `deleted ${rows} from ${id}`, bad: [id] };
};

const COLUMNS = "at, kind, account_id, action, record, record_id, record_ids, trade_union_id, before, after, reason, request_id, algorithm, prev_hash, hash";

const inserted: Way = async (log) => {
  const id = inner(log);
  if (log.draws.of([false, false, true])) {
    await log.sql(`insert into audit_entry (id, ${COLUMNS}) select 0, ${COLUMNS} from audit_entry where id = $1`, [id]);
    return { how: "inserted before the first", bad: [0] };
  }
  await log.sql("update audit_entry set id = -id where id >= $1", [id]);
  await log.sql("update audit_entry set id = 1 - id where id < 0");
  await log.sql(`insert into audit_entry (id, ${COLUMNS}) select $1::bigint, ${COLUMNS} from audit_entry where id = $1::bigint - 2`, [id]);
  if (log.draws.of([false, true])) await log.chainAnew(id, id);
  return { how: `inserted at ${id}, the rest moved on`, bad: [id, id + 1] };
};

const swapped: Way = async (log) => {
  const id = inner(log);
  const other = id + log.draws.from(1, 5);
  const told = COLUMNS.split(", ").filter((column) => !["algorithm", "prev_hash", "hash"].includes(column));
  const columns = log.draws.of([told, COLUMNS.split(", ")]);
  await log.sql(
    `update audit_entry e set ${columns.map((column) => `${column} = o.${column}`).join(", ")} from kept_copy o
     where (e.id = $1 and o.id = $2) or (e.id = $2 and o.id = $1)`,
    [id, other],
  );
  return { how: `swapped ${id} and ${other}, ${columns.length} columns`, bad: [id] };
};

const truncated: Way = async (log) => {
  const way = log.draws.of(["oldest", "newest", "all"] as const);
  const noted = [await log.headAt(log.size - log.draws.from(0, 2))];
  if (way === "all") {
    await log.sql("truncate audit_entry");
    return { how: "truncated", bad: [1], noted };
  }
  const id = inner(log);
  if (way === "oldest") await log.sql("delete from audit_entry where id < $1", [id]);
  else await log.sql("delete from audit_entry where id >= $1", [id]);
  return { how: `the ${way} cut off at ${id}`, bad: [way === "oldest" ? 1 : id], noted };
};

/** Rewritten and chained anew to the end: the log agrees with itself, and only what was noted outside tells. */
const chainedAnew: Way = async (log) => {
  const id = inner(log);
  await log.sql(`update audit_entry set ${log.draws.of(CHANGES)} where id = $1`, [id]);
  const last = log.draws.of([log.size, log.draws.from(id, log.size - 1)]);
  await log.chainAnew(id, last);
  const before = log.draws.from(1, id - 1);
  const after = log.draws.from(id, log.size);
  if (last < log.size) return { how: `chained anew from ${id} to ${last}`, bad: [last + 1] };
  return { how: `chained anew from ${id}`, bad: [after], noted: [await log.headAt(before), await log.headAt(after)], within: id };
};

/** The number of a weaker algorithm is written into the rows, with the hashes it would make. */
const lowered: Way = async (log) => {
  const id = inner(log);
  const last = log.draws.of([id, log.size]);
  await log.sql("update audit_entry set algorithm = 0, reason = '无' where id between $1 and $2", [id, last]);
  if (log.draws.of([false, true])) await log.chainAnew(id, last, LOWERED);
  return { how: `algorithm lowered from ${id} to ${last}`, bad: [id] };
};

export const WAYS: Record<string, Way> = { edited, deleted, inserted, swapped, truncated, chainedAnew, lowered };
