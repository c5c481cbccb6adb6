import { randomBytes } from "node:crypto";
import { Account } from "../../schema/access/account.entity.js";
import type { CreateAccountInput, DisableAccountInput, SetPasswordInput } from "../../schema/access/account.input.js";
import { RESET_MINUTES, usernameKey, whyNotUsername } from "../../schema/access/signIn.rules.js";
import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";
import { grantOf } from "./grants.actions.js";
import { hashPassword } from "./passwords.js";

/** A password that is shown once and has to be changed at the first sign-in. */
export const oneTimePassword = () => randomBytes(12).toString("base64url");

/** An account is made with its first grant; the one-time password is in the answer and nowhere else. */
export async function createAccountByDeed(act: Act, input: CreateAccountInput): Promise<Account> {
  const union = await act.refer(TradeUnion, input.tradeUnionId, "tradeUnionId", "管辖范围。Scope.");
  act.note(whyNotUsername(input.username));
  act.settle();
  act.actor.must("create:account", union);
  const account = new Account();
  account.username = input.username;
  account.usernameKey = usernameKey(input.username);
  account.displayName = input.displayName;
  await grantOf(account, union, input, act);
  act.em.persist(account);
  await givePassword(act, account, null);
  return account;
}

/** A disabled account is refused everywhere within a second, with its sessions and tokens. */
export async function disableAccountByDeed(act: Act, input: DisableAccountInput): Promise<Account> {
  const account = await act.load(Account, input);
  act.actor.must("disable:account", undefined);
  notOneself(act, account);
  if (account.disabledAt)
    act.note(because("ILLEGAL_TRANSITION", ["id"], { zh: "该账号已停用。", en: "The account is disabled already." }));
  act.settle();
  account.disabledAt = new Date();
  return account;
}

/** A password for somebody who has lost it: shown once, good for half an hour, to be changed; every session ends. */
export async function setPasswordByDeed(act: Act, input: SetPasswordInput): Promise<Account> {
  const account = await act.load(Account, input);
  act.actor.must("amend:account", undefined);
  notOneself(act, account);
  act.settle();
  await givePassword(act, account, RESET_MINUTES);
  return account;
}

async function givePassword(act: Act, account: Account, minutes: number | null): Promise<void> {
  const password = oneTimePassword();
  const hashed = await hashPassword(password);
  account.mustChangePassword = true;
  account.amendedAt = new Date(); // a new version, also where the last password was never changed
  await act.em.flush();
  await act.ask("select keep_password($1, $2, $3)", [account.id, hashed, minutes]);
  act.told["oneTimePassword"] = password;
}

function notOneself(act: Act, { id }: Account): void {
  if (id === act.viewer.accountId)
    act.note(
      because("OUT_OF_RANGE", ["id"], {
        zh: "不能对本人账号办理此项，请由另一位管理员办理。",
        en: "Nobody does this to an account of their own. Ask another administrator.",
      }),
    );
}
