import { Account, RoleGrant } from "../../schema/access/account.entity.js";
import {
  CreateAccountInput,
  CreateTokenInput,
  DisableAccountInput,
  GrantRoleInput,
  RevokeGrantInput,
  RevokeTokenInput,
  SetPasswordInput,
} from "../../schema/access/account.input.js";
import { ApiToken } from "../../schema/access/apiToken.entity.js";
import { NewTokenPayload, OneTimePasswordPayload } from "../../schema/access/secretPayloads.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { createAccountByDeed, disableAccountByDeed, setPasswordByDeed } from "./accountDeeds.actions.js";
import { grantRole, revokeGrant } from "./grants.actions.js";
import { createTokenByDeed, revokeTokenByDeed } from "./tokenDeeds.actions.js";

/** A secret is told to a person only, never handed on by a token. */
const ONE_TIME = { payload: OneTimePasswordPayload, inPerson: true };
const SECRET = { payload: NewTokenPayload, inPerson: true };

export const AccountsDesk = deeds({
  createAccount: deed(
    Account,
    CreateAccountInput,
    "create:account",
    createAccountByDeed,
    "建立账号。Makes an account.",
    ONE_TIME,
  ),
  disableAccount: deed(
    Account,
    DisableAccountInput,
    "disable:account",
    disableAccountByDeed,
    "停用账号。Disables an account.",
  ),
  setPassword: deed(
    Account,
    SetPasswordInput,
    "amend:account",
    setPasswordByDeed,
    "重置他人密码，一次性密码 30 分钟内有效。Sets a one-time password for somebody, good for 30 minutes.",
    ONE_TIME,
  ),
  grantRole: deed(RoleGrant, GrantRoleInput, "grant:role-grant", grantRole, "授予角色。Grants a role."),
  revokeGrant: deed(RoleGrant, RevokeGrantInput, "revoke:role-grant", revokeGrant, "撤销授权。Revokes a grant."),
  createToken: deed(
    ApiToken,
    CreateTokenInput,
    "create:api-token",
    createTokenByDeed,
    "新建访问令牌。Makes an access token.",
    SECRET,
  ),
  revokeToken: deed(
    ApiToken,
    RevokeTokenInput,
    "revoke:api-token",
    revokeTokenByDeed,
    "撤销访问令牌。Revokes a token.",
  ),
});
