import type pg from "pg";
import { placesOf } from "../../schema/people/personalFields.rules.js";
import type { Sealing } from "../shared/sealing.js";
import { accountSheets } from "./accounts.js";
import { assessmentSheets } from "./assessments.js";
import { Honours } from "./awards.js";
import { foundBranchesAndGroups } from "./branches.js";
import { City, type Union } from "./city.js";
import { divisionSheets, planDivisions } from "./divisions.js";
import { employerSheets, profileSheet } from "./employerSheets.js";
import { openEmployers } from "./employers.js";
import { federationSheet, foundFederations } from "./federations.js";
import { fillGrassroots } from "./grassrootsOffices.js";
import { foundGrassrootsUnions } from "./grassrootsUnions.js";
import { hardshipSheet } from "./hardship.js";
import { OfficeRoll } from "./officeRoll.js";
import { enrolMembers } from "./people.js";
import { regroup } from "./regrouping.js";
import { sealSheet } from "./sealedSheets.js";
import type { Sheet } from "./sheet.js";
import { foundTerritorialUnions } from "./territorialUnions.js";
import { fillTownship } from "./townshipOffices.js";
import { Training } from "./training.js";
import { unburdened } from "./unburden.js";
import { unionSheets } from "./unionSheets.js";
import { fillUpper } from "./upperOffices.js";
import { foundUpperUnions } from "./upperUnions.js";

const FILLED_ALREADY =
  "select exists (select from division) or exists (select from trade_union) or exists (select from account) as filled";

/**
 * Fills an empty database with the demonstration city of Shaoxing: real divisions with their history, everything else made
 * up, and the same on every machine. One transaction; a database that holds anything already is left as it is.
 */
export async function loadDemonstration(client: pg.ClientBase, sealing: Sealing): Promise<void> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock(20130905)");
    const { rows } = await client.query<{ filled: boolean }>(FILLED_ALREADY);
    if (!rows[0]?.filled) await fill(client, sealing);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function fill(client: pg.ClientBase, sealing: Sealing): Promise<void> {
  await client.query("set local gonghui.loading = 'on'; set local maintenance_work_mem = '192MB'; set local jit = off");
  const sheets = await thinkUp();
  await unburdened(client, async () => {
    const sealed = sealAll(sheets, sealing);
    for (const sheet of sheets) {
      if (placesOf(sheet.table).length > 0) await sealed;
      await sheet.write(client);
    }
  });
  await client.query("analyze");
  await client.query("select project_divisions(today_in_shaoxing())");
  await client.query("select rebuild_paths(array[1])");
  await client.query("select rebuild_rollups()");
  await client.query("update installation set demonstration = true, projected_on = today_in_shaoxing()");
  for (const { table, count } of sheets)
    await client.query(
      "insert into audit_entry (action, record, record_id, after, reason) values ('load', $1, 0, $2, '载入演示数据')",
      [table, JSON.stringify({ rows: count })],
    );
}

/** While the database is busy with other tables, what is personal is sealed. */
async function sealAll(sheets: Sheet[], sealing: Sealing): Promise<void> {
  for (const sheet of sheets) await sealSheet(sheet, sealing);
}

/** The whole city, as the rows to be written, links after what they point at. */
async function thinkUp(): Promise<Sheet[]> {
  const divisions = planDivisions();
  const city = new City(divisions);
  foundTerritorialUnions(city);
  openEmployers(city);
  const parks = foundUpperUnions(city);
  const federations = foundFederations(city);
  const coverages = foundGrassrootsUnions(city, parks, federations.regional);
  foundBranchesAndGroups(city);
  regroup(city, parks);
  const roll = enrolMembers(city);
  const offices = fillOffices(city);
  const training = new Training(city, offices.offices);
  training.fill();
  const honours = new Honours(city, roll);
  honours.fill();
  const { sheets, committees } = divisionSheets(divisions);
  return [
    ...sheets,
    profileSheet(city),
    ...unionSheets(city, committees),
    federationSheet(city, federations),
    ...(await accountSheets(city)),
    ...employerSheets(city, coverages),
    roll.persons,
    roll.memberships,
    hardshipSheet(city),
    offices.terms,
    offices.positions,
    training.courses,
    training.enrolments,
    training.requirements,
    honours.rounds,
    honours.awards,
    ...assessmentSheets(city),
  ];
}

function fillOffices(city: City): OfficeRoll {
  const offices = new OfficeRoll();
  const children = new Map<Union, Union[]>();
  for (const union of city.unions)
    if (union.parent) children.set(union.parent, [...(children.get(union.parent) ?? []), union]);
  const townshipUnions = new Set(city.townships.map(({ union }) => union));
  for (const union of city.unions) {
    if (union.members.length > 0) fillGrassroots(offices, union);
    else if (!townshipUnions.has(union) && union.type !== "BRANCH" && union.type !== "GROUP")
      fillUpper(offices, city, union, children);
  }
  for (const township of city.townships) fillTownship(offices, city, township);
  return offices;
}
