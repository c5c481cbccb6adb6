import type { Pool } from "pg";
import type { Role } from "../../schema/access/permissions.rules.js";
import { because, Refused, refuse } from "../shared/refuse.js";
import { accountOf } from "./accounts.actions.js";
import { audited } from "./audited.js";
import type { Subject } from "./provider.js";

/** The account of a person of the provider, with the grant it will act under. */
export interface LinkedAccount {
  id: number;
  linkId: number;
  username: string;
  usernameKey: string;
  displayName: string;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
  grantId: number;
  role: Role;
}

const LINKED = /* sql */ `
  select a.id, l.id as "linkId", a.username, a.username_key as "usernameKey", a.display_name as "displayName", a.must_change_password as "mustChangePassword",
    exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor", g.id as "grantId", g.role
  from sign_in_link l join account a on a.id = l.account_id and a.disabled_at is null join role_grant g on g.account_id = a.id and is_in_force(g)
  where l.issuer = $1 and l.subject = $2 and link_in_force(l.id) order by g.id limit 1`;

/** By the link that an administrator made, and by nothing else the provider says: no link in force, a disabled account or none of its grants in force is nobody. */
export async function linkedAccount(
  pool: Pool,
  { issuer, subject }: Pick<Subject, "issuer" | "subject">,
): Promise<LinkedAccount | undefined> {
  const { rows } = await pool.query<LinkedAccount>(LINKED, [issuer, subject]);
  return rows[0];
}

export interface NewLink {
  username: string;
  issuer: string;
  subject: string;
  /** Last day of the link, inclusive; none for a link without an end. */
  until?: string | undefined;
  reason?: string;
}

/** Says from today on which account a person of the provider has here. @throws Refused */
export async function linkAccount(
  pool: Pool,
  { username, issuer, subject, until, reason = "" }: NewLink,
): Promise<void> {
  if (!subject.trim() || subject.length > 255)
    refuse("INVALID_FORMAT", { field: SUBJECT, expected: { zh: "1 至 255 个字符", en: "1 to 255 characters" } }, [
      "subject",
    ]);
  await audited(pool, { action: "linkAccount", reason }, async (client) => {
    const id = await accountOf(client, username);
    const { today } = (await client.query("select today_in_shaoxing()::text as today")).rows[0];
    if (until !== undefined && !(isDay(until) && until >= today))
      refuse("OUT_OF_RANGE", { field: UNTIL, least: today }, ["until"]);
    const { rows } = await client.query(
      "select 1 from sign_in_link where issuer = $1 and subject = $2 and revoked_at is null and coalesce(valid_through, 'infinity') >= today_in_shaoxing() for update",
      [issuer, subject],
    );
    if (rows.length > 0) refuse("NOT_UNIQUE", { field: SUBJECT, value: subject }, ["subject"]);
    await client.query(
      "insert into sign_in_link (account_id, issuer, subject, valid_from, valid_through) values ($1, $2, $3, today_in_shaoxing(), $4)",
      [id, issuer, subject, until ?? null],
    );
  });
}

const isDay = (text: string) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
const UNTIL = { zh: "截止日期", en: "Last day" };
const SUBJECT = { zh: "身份标识（sub）", en: "Subject" };

/** Ends the links of an account, and with them at once the sessions they opened. @throws Refused */
export async function unlinkAccount(pool: Pool, username: string, reason = ""): Promise<void> {
  await audited(pool, { action: "unlinkAccount", reason }, async (client) => {
    const id = await accountOf(client, username);
    const { rowCount } = await client.query(
      "update sign_in_link set revoked_at = clock_timestamp(), version = version + 1, amended_at = transaction_timestamp() where account_id = $1 and revoked_at is null",
      [id],
    );
    if (!rowCount)
      throw new Refused([
        because("ILLEGAL_TRANSITION", ["username"], {
          zh: "该账号没有关联的身份。",
          en: "The account has no link.",
        }),
      ]);
  });
}

/** Ends what the provider says has ended: the sessions of one of its own, or all it opened for a person. Sessions opened by a password stay. */
export async function endProviderSessions(
  pool: Pool,
  issuer: string,
  { subject, sid }: { subject?: string | undefined; sid?: string | undefined },
): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `update session s set revoked_at = clock_timestamp() from sign_in_link l
     where l.id = s.sign_in_link_id and l.issuer = $1 and s.revoked_at is null and ($2::text is null or l.subject = $2) and ($3::text is null or s.provider_session = $3)
       and coalesce($2, $3) is not null returning s.account_id as id`,
    [issuer, subject ?? null, sid ?? null],
  );
  return rows.map(({ id }) => id);
}
