import { Migration } from "@mikro-orm/migrations";
import { access } from "./foundation.access.js";
import { accounts } from "./foundation.accounts.js";
import { attachments } from "./foundation.attachments.js";
import { audit } from "./foundation.audit.js";
import { duties } from "./foundation.duties.js";
import { townshipFacts } from "./foundation.facts.js";
import { divisions, unions } from "./foundation.hierarchy.js";
import { limits } from "./foundation.limits.js";
import { employers, people, positions } from "./foundation.people.js";
import { assessments, awards, documents, training } from "./foundation.records.js";
import { rollups } from "./foundation.rollups.js";
import { scopeKeySql } from "./foundation.scopeKeys.js";
import { sealing } from "./foundation.sealing.js";
import { shared } from "./foundation.shared.js";
import { tree } from "./foundation.tree.js";
import { walls, wallsDown } from "./foundation.walls.js";

/** The first schema: every record, its history, and the constraints that hold for any writer. */
export class Foundation extends Migration {
  override up() {
    for (const part of [
      shared,
      audit,
      divisions,
      unions,
      access,
      accounts,
      employers,
      people,
      duties,
      sealing,
      positions,
      training,
      awards,
      assessments,
      documents,
      attachments,
      tree,
      rollups,
      limits,
      scopeKeySql(),
      walls,
      townshipFacts,
    ])
      this.addSql(part);
  }

  override down() {
    this.addSql(wallsDown);
    this.addSql(`
      do $$ declare thing record; begin
        for thing in select tablename from pg_tables where schemaname = 'public' and tablename <> 'mikro_orm_migrations' loop
          execute format('drop table if exists %I cascade', thing.tablename);
        end loop;
        for thing in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'public' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
          execute format('drop function if exists %s cascade', thing.name);
        end loop;
      end $$;
      drop collation if exists zh_pinyin;`);
  }
}
