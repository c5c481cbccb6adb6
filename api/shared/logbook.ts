import type { Pool, PoolClient } from "pg";
import { type AuditKind, allowedFacts } from "../../schema/audit/auditKinds.rules.js";
import type { Viewer } from "../reading/viewer.js";

/** Something worth recording that changes no record; changes are recorded by the database itself. */
export interface Occurrence {
  kind: Exclude<AuditKind, "CHANGE">;
  /** What was done or tried: the name of the operation. */
  action: string;
  accountId?: number | undefined;
  /** Table and number of the record it is about; 0 when it is about none that exists. */
  record: string;
  recordId?: number;
  /** Numbers of the records, when they are many. */
  recordIds?: readonly number[];
  /** The union that may read of it: the one that keeps the record, or that of the grant in use. */
  tradeUnionId?: number | undefined;
  roleGrantId?: number | null | undefined;
  /** Only what the allow-list of the log names is kept of this. */
  facts?: Readonly<Record<string, unknown>>;
  reason?: string | undefined;
  requestId?: string | undefined;
}

const ENTER = /* sql */ `
  insert into audit_entry (kind, account_id, action, record, record_id, record_ids, trade_union_id, after, reason, request_id)
  values ($1, $2, $3, $4, $5, $6::integer[], coalesce($7::integer, (select trade_union_id from role_grant where id = $8)), $9, $10, $11)`;

/** Records an occurrence; it is in the chain when this returns. */
export async function enterInLog(client: Pool | PoolClient, occurrence: Occurrence): Promise<void> {
  const { kind, action, accountId, record, recordId = 0, recordIds, tradeUnionId, roleGrantId, facts = {}, reason, requestId } = occurrence;
  await client.query(ENTER, [
    kind,
    accountId && accountId > 0 ? accountId : null,
    action,
    record,
    recordId,
    recordIds ?? null,
    tradeUnionId ?? null,
    roleGrantId ?? null,
    JSON.stringify(allowedFacts(facts)),
    reason || null,
    requestId ?? null,
  ]);
}

/** Whose data somebody is about to see. */
export interface Access {
  viewer: Pick<Viewer, "accountId" | "path">;
  /** Name of the operation: `revealResidentId`, `exportPersons`. */
  action: string;
  /** Table of the records, `person` unless said otherwise. */
  record?: string;
  ids: readonly number[];
  /** Names of the fields seen; never their values. */
  fields: readonly string[];
  /** The union that keeps the record, when there is one. */
  tradeUnionId?: number | undefined;
  reason?: string | undefined;
  requestId?: string | undefined;
}

const ROWS_OF_AN_ENTRY = 500;

/**
 * Records that somebody reads personal data. To be awaited before the data are handed out: what cannot be recorded is not shown.
 * At most 500 records share an entry.
 */
export async function recordAccess(client: Pool | PoolClient, { viewer, ids, fields, record = "person", tradeUnionId, ...rest }: Access): Promise<void> {
  for (let from = 0; from < ids.length; from += ROWS_OF_AN_ENTRY) {
    const part = ids.slice(from, from + ROWS_OF_AN_ENTRY);
    const about = part.length === 1 ? { recordId: part[0] as number } : { recordIds: part };
    await enterInLog(client, {
      kind: "ACCESS",
      record,
      accountId: viewer.accountId,
      tradeUnionId: tradeUnionId ?? ownUnion(viewer),
      facts: { fields, rows: part.length },
      ...about,
      ...rest,
    });
  }
}

/** Number of the union at the top of a scope; undefined for a grant over the whole installation. */
export const ownUnion = ({ path }: Pick<Viewer, "path">): number | undefined => Number(path?.split(".").at(-2)) || undefined;
