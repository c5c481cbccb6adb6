import { createHash, randomBytes, randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import {
  type CallerAccount,
  openSession,
  secretHash,
  viewerOfCookie,
  viewerOfToken,
} from "../../api/access/session.js";
import type { Context, House } from "../../api/context.js";
import type { Viewer } from "../../api/reading/viewer.js";
import { ROLES, type Role } from "../../schema/access/permissions.rules.js";
import { SCOPES } from "../../schema/access/scopes.rules.js";
import { PASSWORD, UNION, type World } from "../shared/world.js";

/** Somebody who asks: nobody, an account with a session, or a token. */
export interface Reader {
  /** Heading of its column: a role, `none`, `step`, `token`, or a scope. */
  name: string;
  viewer?: Viewer;
  account?: CallerAccount;
}

/** A partner's token with every scope there is, under a grant that could use each of them. */
const TOKEN_ROLE: Role = "FEDERATION_ADMINISTRATOR";

/** The columns that are asked in each place. */
export const PLACED = [...ROLES, "token"];
/** Those that are asked inside only: nobody, and somebody who has a step to do before anything else. */
export const UNPLACED = ["none", "step"];
export const SCOPE_NAMES = [...SCOPES.keys()];

let hashed: Promise<string> | undefined;
/** An account of its own with one grant over the county; the system administrator's is over the installation. */
export async function newAccount({ sql }: World, role: Role, name: string): Promise<{ id: number; grant: number }> {
  hashed ??= hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const [row] = await sql<{ id: number; grant: number }>(
    `with made as (insert into account (username, username_key, display_name) values ($1, $1, $1) returning id),
     kept as (insert into account_password (account_id, hash) select id, $2 from made)
     insert into role_grant (account_id, role, trade_union_id, valid_from) select id, $3, $4, '2020-01-01' from made returning account_id as id, id as grant`,
    [name, await hashed, role, role === "SYSTEM_ADMINISTRATOR" ? null : UNION.yuecheng],
  );
  return row as { id: number; grant: number };
}

/** Signs an account in, past the password. */
export async function signedIn(
  world: World,
  { id, grant }: { id: number; grant: number },
  name: string,
): Promise<Reader> {
  const { gate } = world.house.reads;
  const { token } = await openSession(gate, id, grant);
  const caller = await viewerOfCookie(gate, token);
  if (!caller) throw new Error(`${name} is not let in`);
  return { name, viewer: caller.viewer, account: caller.account };
}

async function byToken(world: World, grant: number, name: string, scopes: readonly string[]): Promise<Reader> {
  const prefix = createHash("md5").update(name).digest("hex").slice(0, 8);
  const token = `gonghui_${prefix}_${randomBytes(32).toString("base64url")}`;
  await world.sql(
    "insert into api_token (name, prefix, token_hash, role_grant_id, trade_union_id, scopes, expires_at) values ($1, $2, $3, $4, $5, $6, now() + interval '9 days')",
    [name, prefix, secretHash(token), grant, UNION.yuecheng, scopes],
  );
  const caller = await viewerOfToken(world.house.reads.gate, token, "127.0.0.1");
  if (!caller) throw new Error(`the token ${name} is not let in`);
  return { name, viewer: caller.viewer, account: caller.account };
}

/** Every reader of the table, each let in by the server's own door. */
export async function openReaders(world: World): Promise<Map<string, Reader>> {
  const readers: Reader[] = [{ name: "none" }];
  for (const role of ROLES) readers.push(await signedIn(world, await newAccount(world, role, `reader-${role}`), role));
  const late = await newAccount(world, TOKEN_ROLE, "reader-step");
  await world.sql("update account set must_change_password = true, version = version + 1 where id = $1", [late.id]);
  readers.push(await signedIn(world, late, "step"));
  const { grant } = await newAccount(world, TOKEN_ROLE, "reader-token");
  readers.push(await byToken(world, grant, "token", SCOPE_NAMES));
  for (const scope of SCOPE_NAMES) readers.push(await byToken(world, grant, scope, [scope]));
  return new Map(readers.map((reader) => [reader.name, reader]));
}

/** A request by a reader, as the server would make it. */
export const requestOf = (house: House, { viewer, account }: Reader): Context =>
  ({
    house,
    viewer,
    account,
    visit: { requestId: randomUUID(), language: "zh", address: "127.0.0.1", cookies: {}, setCookie: () => {} },
    read: async () => {
      throw new Error("nothing was compiled");
    },
  }) as unknown as Context;
