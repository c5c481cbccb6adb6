import { APP_ROLE, ROOT_ROLE } from "../../schema/access/policies.js";
import { catalogueFaults } from "../access/wallProbes.js";
import type { Mutant, Promised } from "./promise.js";
import { withWalls } from "./wallBench.js";

const PLANTED: Record<string, string> = {
  "a new table": "create table secret (id integer primary key, trade_union_id integer)",
  "a new table open to the app": `create table secret (id integer primary key); alter table secret enable row level security, force row level security; grant select on secret to ${APP_ROLE}`,
  "FORCE off": "alter table person no force row level security",
  "row-level security off": "alter table award disable row level security",
  "a policy dropped": "drop policy app_select on membership",
  "WITH CHECK missing": `drop policy app_update on term; create policy app_update on term for update to ${APP_ROLE} using (true)`,
  "a second policy": `create policy more on person for select to ${APP_ROLE} using (true)`,
  "a policy for all": "create policy more on person for select using (true)",
  "TRUNCATE granted": `grant truncate on person to ${APP_ROLE}`,
  "DELETE granted": `grant delete on person to ${ROOT_ROLE}`,
  "owned by the app": `alter table course owner to ${APP_ROLE}`,
  "a column of the passwords readable": `grant select (hash) on account_password to ${ROOT_ROLE}`,
  "sessions readable": `grant select on session to ${APP_ROLE}`,
  "a definer without a fixed path": "alter function app_scope() reset search_path",
  "the signer open to all":
    "grant execute on function sign_scope(text, text, integer) to public; alter function sign_scope(text, text, integer) security definer",
  "an index lost": "drop index person_keeper",
};

export const catalogue: Promised = {
  words:
    "every table with a union or a person stands behind a forced wall with policies for reading and writing and an index on its key; the app roles own nothing and pass by nothing",
  check: (trial) => withWalls(trial, ({ client }) => catalogueFaults(client)),
  mutants: Object.fromEntries(Object.entries(PLANTED).map(([name, sql]): [string, Mutant] => [name, { sql }])),
};
