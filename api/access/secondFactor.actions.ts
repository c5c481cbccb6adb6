import { createHash, randomInt } from "node:crypto";
import { generateSecret, generateURI, verifySync } from "otplib";
import type { Pool } from "pg";
import { SECOND_FACTOR_SECRET } from "../../schema/access/sealedSecrets.rules.js";
import type { EnrolSecondFactorInput } from "../../schema/access/signIn.input.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Context, Visit } from "../context.js";
import { recordDenial } from "../shared/denials.js";
import { enterInLog, type Occurrence } from "../shared/logbook.js";
import { Refused, refuse } from "../shared/refuse.js";
import { attemptKey, countAttempt, forgiveAttempts } from "./attempts.js";
import { audited } from "./audited.js";
import { inPerson } from "./ownGrants.actions.js";
import { type Gate, provePassword } from "./provePassword.js";
import { endSessions, forgetAccount, turnSession } from "./session.js";

/** A clock may be one step of half a minute early or late. */
const TOLERANCE_SECONDS = 30;
const RECOVERY_CODES = 10;
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const wrong = (path: string[]) => new Refused([refusal("INVALID_CREDENTIALS", {}, path)]);
const tidy = (code: string) => code.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase().slice(0, 40);
const codeHash = (accountId: number, code: string) =>
  createHash("sha256").update(`recovery ${accountId} ${code}`).digest();

/** Asks for the second factor after a right password. Attempts are counted before the code is looked at, apart from those on the password. @throws Refused */
export async function proveFactor(
  house: Gate,
  accountId: number,
  code: string | undefined,
  visit: Visit,
): Promise<void> {
  const pool = house.reads.gate;
  if (!code?.trim()) throw new Refused([refusal("SECOND_FACTOR_REQUIRED", {}, ["code"])]);
  const key = attemptKey.code(accountId);
  const given = tidy(code);
  const isCounted = await countAttempt(pool, key);
  if (isCounted && ((await isNextCode(house, accountId, given)) || (await useRecoveryCode(pool, accountId, given))))
    return forgiveAttempts(pool, [key]);
  await recordDenial(pool, visit.address, {
    kind: "SIGN_IN",
    action: "secondFactor",
    accountId,
    record: "account",
    recordId: accountId,
    requestId: visit.requestId,
    facts: { outcome: isCounted ? "refused" : "waiting" },
  });
  throw wrong(["code"]);
}

/** Whether the digits are those of now and of no step used before; the step is then used. */
async function isNextCode(
  { reads, sealing }: Gate,
  accountId: number,
  given: string,
  confirmed = true,
): Promise<boolean> {
  const pool = reads.gate;
  if (!/^\d{6}$/.test(given)) return false;
  const { rows } = await pool.query<{ id: number; sealed: Buffer; lastStep: string }>(
    `select id, secret_sealed as sealed, last_step as "lastStep" from second_factor where account_id = $1 and (confirmed_at is not null) = $2`,
    [accountId, confirmed],
  );
  const [factor] = rows;
  if (!factor) return false;
  const found = verifySync({
    secret: sealing.open(SECOND_FACTOR_SECRET, accountId, factor.sealed),
    token: given,
    epochTolerance: TOLERANCE_SECONDS,
    afterTimeStep: Number(factor.lastStep),
  });
  if (!found.valid || !("timeStep" in found)) return false;
  // Two that come at once with the same digits: the second finds the step used.
  const { rowCount } = await pool.query("update second_factor set last_step = $2 where id = $1 and last_step < $2", [
    factor.id,
    found.timeStep,
  ]);
  return rowCount === 1;
}

async function useRecoveryCode(pool: Pool, accountId: number, given: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    "update recovery_code set used_at = clock_timestamp() where account_id = $1 and code_hash = $2 and used_at is null",
    [accountId, codeHash(accountId, given)],
  );
  return rowCount === 1;
}

/** Begins a second factor: against the password and, where there is one already, a code of it. It proves nothing until it is confirmed. @throws Refused */
export async function enrolSecondFactor(
  context: Context,
  { currentPassword, code }: EnrolSecondFactorInput,
): Promise<{ secret: string; uri: string }> {
  const { house, visit, viewer } = context;
  const { id, username } = inPerson(context);
  const pool = house.reads.gate;
  const proven = await provePassword(house, username, currentPassword, visit, "enrolSecondFactor", viewer?.grantId);
  if (!proven) throw wrong(["currentPassword"]);
  if (proven.hasSecondFactor) await proveFactor(house, id, code, visit);
  const secret = generateSecret();
  const doer = { accountId: id, action: "enrolSecondFactor", requestId: visit.requestId };
  await audited(pool, doer, async (client) => {
    await client.query("delete from second_factor where account_id = $1 and confirmed_at is null", [id]);
    const { sealed, key } = house.sealing.sealSecret(SECOND_FACTOR_SECRET, id, secret);
    await client.query("insert into second_factor (account_id, secret_sealed, secret_key) values ($1, $2, $3)", [
      id,
      sealed,
      key,
    ]);
  });
  return { secret, uri: generateURI({ issuer: "Gonghui", label: username, secret }) };
}

/** Confirms it by a first code, and gives recovery codes for the day the phone is lost. The session gets a new secret, other sessions end. @throws Refused */
export async function confirmSecondFactor(context: Context, code: string): Promise<string[]> {
  const { house, visit } = context;
  const { id, sessionId, grantId } = inPerson(context);
  const pool = house.reads.gate;
  const key = attemptKey.code(id);
  if (!(await countAttempt(pool, key)) || !(await isNextCode(house, id, tidy(code), false)))
    refuse(
      "INVALID_CREDENTIALS",
      {
        reason: {
          zh: "验证码不正确，请核对手机时间后重试。",
          en: "The code is wrong. Check the clock of the phone and try again.",
        },
      },
      ["code"],
    );
  await forgiveAttempts(pool, [key]);
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const doer = { accountId: id, action: "confirmSecondFactor", requestId: visit.requestId };
  const turned = await audited(pool, doer, async (client) => {
    await client.query("delete from second_factor where account_id = $1 and confirmed_at is not null", [id]);
    await client.query("update second_factor set confirmed_at = clock_timestamp() where account_id = $1", [id]);
    await client.query("delete from recovery_code where account_id = $1", [id]);
    await client.query("insert into recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])", [
      id,
      codes.map((each) => codeHash(id, tidy(each))),
    ]);
    await enterInLog(client, occurrence("confirmSecondFactor", id, id, "confirmed", visit.requestId));
    await endSessions(client, id, { except: sessionId }); // they proved a password only
    return turnSession(client, sessionId, grantId);
  });
  forgetAccount(pool, id);
  visit.setCookie(turned.token, turned.seconds);
  return codes;
}

/** Twelve letters in three groups: sixty bits, easily copied by hand. */
function newRecoveryCode(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${group()}-${group()}-${group()}`;
}

const occurrence = (
  action: string,
  who: number | undefined,
  about: number,
  outcome: string,
  requestId?: string,
): Occurrence => ({
  kind: "SIGN_IN",
  action,
  accountId: who,
  record: "account",
  recordId: about,
  requestId,
  facts: { outcome },
});

/** Takes the second factor from an account whose phone and codes are lost; its sessions end. For the command line. */
export async function removeSecondFactor(pool: Pool, accountId: number, reason: string): Promise<void> {
  await audited(pool, { action: "removeSecondFactor", reason }, async (client) => {
    for (const table of ["second_factor", "recovery_code"])
      await client.query(`delete from ${table} where account_id = $1`, [accountId]);
    await client.query(
      "update session set revoked_at = clock_timestamp() where account_id = $1 and revoked_at is null",
      [accountId],
    );
    await enterInLog(client, { ...occurrence("removeSecondFactor", undefined, accountId, "removed"), reason });
  });
  forgetAccount(pool, accountId);
}
