import type pg from "pg";
import { usccOf } from "../../api/demonstration/unionSheets.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import type { RecordName } from "../../schema/records.js";
import { sealInto } from "../shared/testSealing.js";
import { openWorld, type World } from "../shared/world.js";
import {
  addUnions,
  DISSOLVED_AT,
  DIVISION_AT,
  FEDERATION_AT,
  LEAF_AT,
  NUMBER,
  PLACES,
  type Place,
  UNION_AT,
} from "./matrixPlaces.js";
import { insertFilled } from "./matrixRows.js";

/** Rows of each record in a place; the first is the one that is changed, others hold what the first cannot. Empty where no such row can be. */
export type Rows = Record<RecordName, number[]>;
export interface MatrixWorld {
  world: World;
  at: Record<Place, Rows>;
}

/** The world of the tests with a row of every record in every place, no value of it empty. */
export async function openMatrixWorld(): Promise<MatrixWorld> {
  const world = await openWorld();
  const at = {} as MatrixWorld["at"];
  await withConnection(world.address, async (client) => {
    await acting(client, async () => {
      const shared = await everyones(client);
      await addUnions(client);
      for (const place of PLACES) at[place] = await rowsAt(client, place, shared);
    });
    for (const place of PLACES) at[place].AuditEntry = [await amended(client, place)];
    await client.query("analyze");
  });
  return { world, at };
}

/** One transaction by an account, with a reason and a request, so that its entries in the log are whole. */
async function acting(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  await client.query(
    "select set_config('gonghui.account', '1', true), set_config('gonghui.reason', '示例', true), set_config('gonghui.request', 'example', true)",
  );
  await work();
  await client.query("commit");
}

/** The account of the world whose grant is over the union of a place. */
const FEDERATION_ACCOUNT: Record<Place, number> = { inside: 5, parent: 2, sibling: 4 };

/** An entry of the log about many rows of one union, which has every value an entry can have. */
async function amended(client: pg.Client, place: Place): Promise<number> {
  await acting(client, async () => {
    await client.query("select set_config('gonghui.many', 'on', true), set_config('gonghui.account', $1, true)", [
      String(FEDERATION_ACCOUNT[place]),
    ]);
    await client.query("update trade_union set address = address || '1', version = version + 1 where id = $1", [
      UNION_AT[place],
    ]);
  });
  const { rows } = await client.query("select max(id)::integer as id from audit_entry where record_ids is not null");
  return rows[0].id;
}

type Shared = Pick<Rows, "Scheme" | "AwardRound" | "TrainingRequirement">;
const everyones = async (client: pg.Client): Promise<Shared> => ({
  Scheme: [
    await insertFilled(client, "Scheme", {
      key: "MATRIX",
      edition: 1,
      valid_from_year: 2020,
      valid_through_year: 2099,
    }),
  ],
  AwardRound: [await insertFilled(client, "AwardRound", { level: "COUNTY", year: 2024 })],
  TrainingRequirement: [await insertFilled(client, "TrainingRequirement", {})],
});

const textOf = (place: Place, length: number) => String(NUMBER[place]).repeat(length);

async function rowsAt(client: pg.Client, place: Place, shared: Shared): Promise<Rows> {
  const [here, division] = [UNION_AT[place], DIVISION_AT[place]];
  const add = async (record: RecordName, given: Record<string, unknown>) => [await insertFilled(client, record, given)];
  const ofUnion = { trade_union_id: here };
  await client.query(
    `update trade_union set approved_on = established_on, approval_doc_no = '示例', uscc = $2, legal_person_status = 'VALID', legal_person_valid_from = '2020-01-01', legal_person_valid_through = '2099-01-01',
       regional_base = 'ECONOMIC_ZONE', industry_base = 'INDUSTRY_ASSOCIATION', address = '示例', phone = '0575-85000000', version = version + 1 where id = $1`,
    [here, usccOf("81", "330600", textOf(place, 8))],
  );
  // What lies below must be led on every day, so only the union without anything below it has a last day.
  const leaf = DISSOLVED_AT[place];
  for (const table of ["trade_union_version", "affiliation"]) {
    await client.query(`update ${table} set document_no = '示例', reason = '示例' where trade_union_id = $1`, [here]);
    await client.query(`update ${table} set valid_to = '2099-12-31' where trade_union_id = $1`, [leaf]);
  }
  const one = async (table: string) => {
    const { rows } = await client.query<{ id: number }>(
      `select id from ${table} where trade_union_id = any ($1) and known_to is null order by trade_union_id = $2 desc`,
      [[here, leaf], here],
    );
    return rows.map(({ id }) => id);
  };
  const person = await add("Person", { keeper_id: here, birth_on: "1990-01-01" });
  for (const [field, value] of [
    ["RESIDENT_ID", `33060219900101${textOf(place, 3)}X`],
    ["PHONE", `138${textOf(place, 8)}`],
  ] as const)
    await sealInto(client, field, person[0] as number, value);
  const committee = await add("PartyCommittee", { division_id: division });
  const employer = await add("Employer", {
    keeper_id: here,
    territory_id: division,
    uscc: usccOf("91", "330600", textOf(place, 8)),
    opened_on: "2015-01-01",
    closed_on: "2099-01-01",
  });
  const course = await add("Course", {
    organiser_id: here,
    code: `MATRIX-${place}`,
    hours: 8,
    start_on: "2024-03-01",
    end_on: "2024-03-08",
  });
  const award = { award_round_id: shared.AwardRound[0], recommended_by_id: here, level: "COUNTY", state: "REVOKED" };
  const honour = { ...award, title: "COUNTY_MODEL_WORKER", conferred_on: "2024-05-01", revoked_on: "2025-05-01" };
  const assessment =
    place === "parent"
      ? []
      : await add("Assessment", {
          ...ofUnion,
          scheme_id: shared.Scheme[0],
          year: 2024,
          cutoff_on: "2024-12-31",
          state: "OPEN",
        });
  const account = await add("Account", { ...accountOf(place), disabled_at: null });
  const grant = { ...ofUnion, role: "OFFICIAL" };
  const roleGrant = await add("RoleGrant", { ...grant, account_id: account[0], revoked_at: null });
  const gone = await add("Account", accountOf(`${place}-gone`));
  const revoked = await add("RoleGrant", { ...grant, account_id: gone[0] });
  const token = (name: string, more: object = {}) =>
    add("ApiToken", {
      ...ofUnion,
      role_grant_id: roleGrant[0],
      name,
      prefix: name,
      token_hash: Buffer.from(name),
      scopes: ["unions:read"],
      addresses: ["127.0.0.1"],
      expires_at: new Date(Date.now() + 8e9),
      ...more,
    });
  const apiToken = await token(`matrix-${place}`, { revoked_at: null });
  await client.query(
    "insert into api_token_use (api_token_id, used_on, calls, last_used_at) values ($1, today_in_shaoxing(), 3, now())",
    [apiToken[0]],
  );
  await add("FederationMembership", {
    trade_union_id: LEAF_AT[place] === here ? leaf : LEAF_AT[place],
    federation_id: here,
  });
  return {
    ...shared,
    TradeUnion: [here, leaf],
    Division: [division],
    TradeUnionVersion: await one("trade_union_version"),
    Affiliation: await one("affiliation"),
    PartyCommittee: committee,
    PartyLeadership: await add("PartyLeadership", { ...ofUnion, party_committee_id: committee[0] }),
    TownshipProfile: await add("TownshipProfile", { division_id: division, year: 2020 + NUMBER[place] }),
    FederationMembership: await add("FederationMembership", { ...ofUnion, federation_id: FEDERATION_AT[place] }),
    Employer: employer,
    EmployerYear: await add("EmployerYear", { employer_id: employer[0], year: 2024, employee_count: 9 }),
    Coverage: await add("Coverage", { ...ofUnion, employer_id: employer[0] }),
    Person: person,
    Membership: await add("Membership", { ...ofUnion, person_id: person[0] }),
    Term: await add("Term", { ...ofUnion, elected_on: "2020-01-01", term_number: 90 }),
    Position: await add("Position", {
      ...ofUnion,
      person_id: person[0],
      role: "VICE_CHAIR",
      acting_chair: true,
      end_reason: "RETIRED",
    }),
    Course: course,
    Enrolment: await add("Enrolment", { person_id: person[0], course_id: course[0] }),
    Award: [
      ...(await add("Award", { ...honour, person_id: person[0] })),
      ...(await add("Award", { ...honour, collective_id: here })),
    ],
    Assessment: assessment,
    IssuedDocument: await add("IssuedDocument", {
      ...ofUnion,
      assessment_id: assessment[0] ?? null,
      issuer_id: here,
      kind: "MATRIX",
      verification_code: textOf(place, 16),
      facts: "{}",
      audit_head: 0,
      audit_head_hash: Buffer.alloc(32),
    }),
    Account: [...account, ...gone],
    RoleGrant: [...roleGrant, ...revoked],
    HardshipCase: await add("HardshipCase", { ...ofUnion, person_id: person[0], opened_on: "2024-01-01" }),
    Attachment: await add("Attachment", {
      ...ofUnion,
      award_id: null,
      assessment_id: null,
      file_name: "示例.txt",
      media_type: "text/plain",
      size: 1,
      digest: "0".repeat(64),
      stored_name: textOf(place, 32),
      uploaded_by_id: account[0],
      withdrawn_on: null,
      withdrawal_reason: null,
    }),
    ApiToken: [...apiToken, ...(await token(`matrix-${place}-gone`))],
    AuditEntry: [],
  };
}

const accountOf = (name: string) => ({
  username: `matrix-${name}`,
  username_key: `matrix-${name}`,
});
