import { passwords } from "./foundation.passwords.js";
import { id, kept, versioned } from "./foundation.shared.js";

/** Grants, tokens and what proves who somebody is. */
export const accounts = /* sql */ `
-- A grant ends by its last day, or at once when it is revoked.
alter table role_grant add column revoked_at timestamptz(3);
alter table role_grant add constraint one_grant_at_a_time exclude using gist (
  account_id with =, role with =, (coalesce(trade_union_id, 0)) with =, daterange(valid_from, valid_through, '[]') with &&) where (revoked_at is null);
create function is_in_force(g role_grant) returns boolean language sql stable as
$$ select g.revoked_at is null and g.valid_from <= today_in_shaoxing() and (g.valid_through is null or g.valid_through >= today_in_shaoxing()) $$;


-- Whoever disables an account ends its sessions.
create function end_sessions_of(for_account integer) returns void language sql set search_path = pg_catalog, public, pg_temp as
$$ update session set revoked_at = clock_timestamp() where account_id = for_account and revoked_at is null $$;
revoke execute on function end_sessions_of(integer) from public;
create function end_sessions_of_account() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform end_sessions_of(new.id);
  return null;
end $$;
revoke execute on function end_sessions_of_account() from public;
create trigger end_sessions after update of disabled_at on account for each row
  when (old.disabled_at is distinct from new.disabled_at) execute function end_sessions_of_account();
${passwords}
-- The union that answers for a division: that of the division itself, or of the nearest one above that has one. It is looked for
-- past every wall: were it hidden from the asker, a farther one would answer in its place.
create function leading_union_path(division_id integer) returns text language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with recursive up(id, parent_id, steps) as (
    select d.id, d.parent_id, 0 from division d where d.id = division_id union all select d.id, d.parent_id, steps + 1 from division d join up on d.id = up.parent_id where steps < 6)
  select u.path from up join trade_union u on u.territory_id = up.id and u.standing and u.code !~ '-' order by up.steps, length(u.path) limit 1
$$;

-- The union at the top, which keeps the award rounds of its own and higher levels; looked for past every wall for the same reason.
create function municipal_path() returns text language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select path from trade_union where type = 'MUNICIPAL_FEDERATION' and standing order by id limit 1 $$;

-- Who a person of an OpenID provider is here: made by an administrator, dated, never changed, and never made by itself.
create table sign_in_link (
  ${id},
  account_id integer not null references account,
  issuer text not null,
  subject text not null,
  valid_from date not null,
  valid_through date,
  revoked_at timestamptz(3),
  ${versioned},
  check (valid_through >= valid_from),
  constraint one_account_of_a_subject exclude using gist (issuer with =, subject with =, daterange(valid_from, valid_through, '[]') with &&) where (revoked_at is null)
);
create index sign_in_link_account on sign_in_link (account_id);
create function link_in_force(link integer) returns boolean language sql stable as
$$ select exists (select from sign_in_link l where l.id = link and l.revoked_at is null and l.valid_from <= today_in_shaoxing() and (l.valid_through is null or l.valid_through >= today_in_shaoxing())) $$;
create function keep_link_as_it_is() returns trigger language plpgsql as $$
begin
  if (old.account_id, old.issuer, old.subject, old.valid_from) is distinct from (new.account_id, new.issuer, new.subject, new.valid_from) or old.revoked_at is not null then
    raise exception 'a link is ended, never changed' using errcode = 'GH001';
  end if;
  return new;
end $$;
create trigger keep_as_it_is before update on sign_in_link for each row execute function keep_link_as_it_is();
${kept("sign_in_link", { secret: ["subject"] })}
-- A session that a provider opened ends with the link, and with the session there.
alter table session add column address text, add column agent text, add column sign_in_link_id integer references sign_in_link, add column provider_session text;

create table api_token (
  ${id},
  name text not null,
  prefix text not null unique,
  token_hash bytea not null unique,
  role_grant_id integer not null references role_grant,
  trade_union_id integer references trade_union,
  scopes text[] not null check (cardinality(scopes) > 0),
  addresses text[] not null default '{}',
  created_at timestamptz(3) not null default transaction_timestamp(),
  expires_at timestamptz(3) not null check (expires_at <= created_at + interval '366 days'),
  revoked_at timestamptz(3),
  ${versioned}
);
create index api_token_role_grant on api_token (role_grant_id);
create index api_token_trade_union on api_token (trade_union_id);
${kept("api_token", { secret: ["token_hash"] })}
-- How often a token was used on a day; counted beside the token, which would else have a new version with each call.
create table api_token_use (
  api_token_id integer not null references api_token,
  used_on date not null,
  calls bigint not null,
  last_used_at timestamptz(3) not null,
  primary key (api_token_id, used_on)
);

-- A browser that somebody has signed in from: attempts from it are counted apart from those of strangers.
create table known_device (
  ${id},
  account_id integer not null references account,
  token_hash bytea not null unique,
  created_at timestamptz(3) not null default transaction_timestamp(),
  last_seen_at timestamptz(3) not null default transaction_timestamp()
);
create index known_device_account on known_device (account_id);

-- The second factor of an account: its secret is sealed, a step is used once. Not confirmed, it proves nothing yet.
create table second_factor (
  ${id},
  account_id integer not null references account,
  secret_sealed bytea not null,
  secret_key text not null check (secret_key ~ '^[0-9a-f]{8}$'),
  confirmed_at timestamptz(3),
  last_step bigint not null default 0,
  created_at timestamptz(3) not null default transaction_timestamp()
);
-- As with personal data: what a key seals that is not in use here would be lost to everybody else.
create function check_key_of_factor() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not (select sealing_probes ? new.secret_key from installation) then
    raise exception 'sealed by a key that is not in use' using errcode = '40001';
  end if;
  return null;
end $$;
revoke execute on function check_key_of_factor() from public;
create trigger check_key_of_factor after insert or update of secret_key on second_factor for each row execute function check_key_of_factor();
create unique index second_factor_confirmed on second_factor (account_id) where confirmed_at is not null;
create unique index second_factor_pending on second_factor (account_id) where confirmed_at is null;
create table recovery_code (
  ${id},
  account_id integer not null references account,
  code_hash bytea not null,
  used_at timestamptz(3)
);
create index recovery_code_account on recovery_code (account_id);
`;
