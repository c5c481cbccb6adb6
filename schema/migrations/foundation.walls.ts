import "../register.js";
import { APP_ROLE, ROOT_ROLE, wallSql } from "../access/policies.js";

/** Two roles belong to the whole server: several databases may make them at once, and some users may not make any. */
const roles = /* sql */ `
do $$
declare
  wanted text;
  refused constant text := 'PostgreSQL 用户 ' || current_user || ' 无权建立角色 ${APP_ROLE} 与 ${ROOT_ROLE}。请由数据库管理员执行：'
    || 'create role ${APP_ROLE} nologin; create role ${ROOT_ROLE} nologin; grant ${APP_ROLE}, ${ROOT_ROLE} to ' || quote_ident(current_user) || ';'
    || ' / The user may not make the roles; have an administrator run the statements above.';
begin
  foreach wanted in array array['${APP_ROLE}', '${ROOT_ROLE}'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then null; -- another database was first
      end;
    end if;
    if exists (select from pg_roles where rolname = wanted and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)) then
      raise exception '角色 % 权限过大，第二道墙对它无效。The role % may pass by row-level security; take these attributes from it.', wanted, wanted using errcode = '42501';
    end if;
    -- Since 16 a creator may hand a role on without being able to take it.
    if not pg_has_role(current_user, wanted, case when current_setting('server_version_num')::integer >= 160000 then 'SET' else 'MEMBER' end) then
      perform pg_advisory_xact_lock(hashtext('gonghui roles'));
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
exception when insufficient_privilege then
  if sqlerrm like '%第二道墙%' then raise; end if;
  raise exception '%', refused using errcode = '42501';
end $$;
grant usage on schema public to ${APP_ROLE}, ${ROOT_ROLE};
`;

/** The claim of a transaction: scope, role, account, end and connection, with a keyed digest over them. */
const CLAIM_PARTS = 5;
/** Signs after the claim proper: the last mark between the parts, and the digest in hex. */
const DIGEST = 1 + 64;
// It is called once for a table of a statement, not for each row: a higher cost would only mislead the planner.
const checked = (name: string, part: number, shape = "") => /* sql */ `
create function ${name}() returns text language plpgsql stable cost 1 security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  claim text := current_setting('gonghui.scope', true);
  told text := split_part(claim, '|', ${part});
begin
  if not exists (select from wall_key where encode(hmac(convert_to(left(claim, ${-DIGEST}), 'UTF8'), key, 'sha256'), 'hex') = split_part(claim, '|', ${CLAIM_PARTS + 1})) then return null; end if;
  if split_part(claim, '|', ${CLAIM_PARTS}) <> pg_backend_pid()::text or split_part(claim, '|', ${CLAIM_PARTS - 1})::bigint < extract(epoch from clock_timestamp()) then return null; end if;
  ${shape}
  return nullif(told, '');
end $$;`;

/** What a plain setting says is no wall: whoever can run SQL can change it. Only the owner can sign it, for one connection and a minute. */
const claim = /* sql */ `
create extension if not exists pgcrypto;
create table wall_key (
  only_one boolean primary key default true check (only_one),
  key bytea not null default gen_random_bytes(32)
);
insert into wall_key default values;
create function sign_scope(scope text, role text, account integer) returns text language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare claim text := concat_ws('|', scope, role, account, (extract(epoch from clock_timestamp())::bigint + 60), pg_backend_pid());
begin
  return claim || '|' || (select encode(hmac(convert_to(claim, 'UTF8'), key, 'sha256'), 'hex') from wall_key);
end $$;
revoke execute on function sign_scope(text, text, integer) from public;
${checked("app_scope", 1, "if right(told, 1) <> '.' then return null; end if; -- a scope that ends elsewhere would begin its siblings too")}
${checked("app_role", 2)}
`;

/**
 * Whoever could change settings inside a query could take another role there. Where the owner may say so, only the owner
 * changes settings; and a search in texts may use its index before the policy, which else would read whole tables.
 */
const hardening = /* sql */ `
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
    alter function pg_catalog.textlike(text, text) leakproof;
  end if;
end $$;
`;

/** A key that a policy follows is the first column of an index. */
const indexes = /* sql */ `
create index audit_entry_union on audit_entry (trade_union_id, id);
create index role_grant_union on role_grant (trade_union_id);
create index issued_document_union on issued_document (trade_union_id);
`;

/** Triggers keep projections, paths and the log for everybody, so they see what the writer may not. */
const DEFINERS = [
  "write_audit()",
  "keep_superseded()",
  "unions_changed()",
  "members_changed()",
  "members_moved()",
  "employer_years_changed()",
  "divisions_changed()",
  "check_attended_hours()",
  "project_unions(date, integer[])",
  "rebuild_paths(integer[])",
  "recount(integer[])",
  "project_divisions(date)",
  "turn_the_day()",
];
const definers = DEFINERS.map(
  (name) => `alter function ${name} security definer set search_path = pg_catalog, public, pg_temp;`,
).join("\n");
const closed = DEFINERS.map((name) => `revoke execute on function ${name} from public;`).join("\n");

/** A union is founded in steps; what is committed has a name and a place. */
const founding = /* sql */ `
create function check_union_is_whole() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from trade_union u where u.id = new.id and u.name is not null and u.path like '%' || u.id || '.')
     or not exists (select from trade_union_version v where v.trade_union_id = new.id) then
    raise exception 'union % is committed without a version or a path', new.id using errcode = 'GH012';
  end if;
  return null;
end $$;
create constraint trigger union_is_whole after insert on trade_union deferrable initially deferred for each row execute function check_union_is_whole();

-- Digits once given are never given again, wherever the unions that bear them have gone: only the next number is told.
create function next_serial(lineage integer[]) returns table (prefix text, serial integer) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  select u.code into prefix from trade_union u where u.id = any (lineage) and u.code !~ '-' order by length(u.path) desc limit 1;
  if prefix is null then select u.code into prefix from trade_union u where u.id = lineage[cardinality(lineage)]; end if;
  perform pg_advisory_xact_lock(hashtext('code of a union'), hashtext(prefix));
  select coalesce(max(right(v.code, 4)::integer), 0) + 1 into serial from trade_union_version v where v.code like prefix || '-____';
  return next;
end $$;

-- Questions that reach over a border, each answered with one word: who bears a number that may be borne once, and what stands above.
create function holder_of_uscc(kind text, wanted text, but_not integer) returns text language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.name from employer e where kind = 'employer' and e.uscc = wanted and e.id <> but_not
  union all select u.name from trade_union u where kind = 'trade_union' and u.uscc = wanted and u.id <> but_not limit 1
$$;
create function holder_of_division_code(wanted text) returns text language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.name from trade_union_version v where v.code = wanted and v.code !~ '-' and v.known_to is null and v.valid_to is null limit 1
$$;
create function superior_face(union_id integer) returns table (name text, type text) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.name, s.type from trade_union u join trade_union s on s.id = u.parent_id where u.id = union_id and u.path >= app_scope() and u.path < subtree_end(app_scope())
$$;
`;

export const walls = [roles, claim, definers, closed, founding, indexes, wallSql(), hardening].join("\n");

/** Takes back what was said about functions of PostgreSQL itself; roles stay, other databases may use them. */
export const wallsDown = /* sql */ `
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    grant execute on function pg_catalog.set_config(text, text, boolean) to public;
    alter function pg_catalog.textlike(text, text) not leakproof;
  end if;
end $$;
revoke usage on schema public from ${APP_ROLE}, ${ROOT_ROLE};
`;
