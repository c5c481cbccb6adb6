import { ROLES } from "../access/permissions.rules.js";
import { id, kept, oneOf, versioned } from "./foundation.shared.js";

export const access = /* sql */ `
create table account (
  ${id},
  username text not null,
  username_key text not null unique,
  display_name text not null,
  must_change_password boolean not null default false,
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null default transaction_timestamp(),
  ${versioned}
);
create table role_grant (
  ${id},
  account_id integer not null references account,
  ${oneOf("role", ROLES)} not null,
  trade_union_id integer references trade_union,
  valid_from date not null,
  valid_through date,
  ${versioned},
  check (trade_union_id is not null or role in ('SYSTEM_ADMINISTRATOR', 'AUDITOR'))
);
create index role_grant_account on role_grant (account_id);
create table session (
  ${id},
  account_id integer not null references account,
  role_grant_id integer not null references role_grant,
  token_hash bytea not null unique,
  created_at timestamptz(3) not null default transaction_timestamp(),
  last_seen_at timestamptz(3) not null default transaction_timestamp(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index session_account on session (account_id);
create table login_attempt (
  key text primary key,
  failures integer not null,
  last_failed_at timestamptz(3) not null
);
${kept("account")}
${kept("role_grant")}
`;
