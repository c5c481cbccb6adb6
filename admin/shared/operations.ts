import { RECORDS, type RecordName } from "../../schema/records.js";

/** The documents the console sends. Their text depends on the record and the screen only, so that they can be listed and checked. */

const AS_OF = "$asOf: Date";

/** A page of a record, with the count of all. */
export function listOperation(record: RecordName, fields: string): string {
  const { many } = RECORDS[record];
  return `query ${many}($filter: ${record}Filter, $orderBy: [${record}Order!], $first: Int, $offset: Int, $history: Boolean, ${AS_OF}) {
  page: ${many}(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset, history: $history, asOf: $asOf) { nodes { ${fields} } totalCount }
}`;
}

/** One record by its id. */
export function oneOperation(record: RecordName, fields: string): string {
  const { one } = RECORDS[record];
  return `query ${one}($id: ID!, ${AS_OF}) { one: ${one}(id: $id, asOf: $asOf) { ${fields} } }`;
}

/** Several records of one kind by their ids; hidden and absent ones come back as null. */
export function nodesOperation(record: RecordName, fields: string): string {
  return `query nodesOf${record}($ids: [ID!]!, ${AS_OF}) { nodes(ids: $ids, asOf: $asOf) { ... on ${record} { ${fields} } } }`;
}

const USER_ERRORS = "userErrors { path code message clause quote }";

/** Create or update: the changed record as the show page reads it, and what was refused. */
export function changeOperation(verb: "create" | "update", record: RecordName, fields: string): string {
  const { one } = RECORDS[record];
  const field = `${verb}${record}`;
  return `mutation ${field}($input: ${verb === "create" ? "Create" : "Update"}${record}Input!) {
  payload: ${field}(input: $input) { record: ${one} { ${fields} } ${USER_ERRORS} }
}`;
}

/** A change with a name of its own, such as dissolving; answers what a second one needs to know. */
export function deedOperation(mutation: string, record: RecordName, secret = ""): string {
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ${mutation}($input: ${input}!) { payload: ${mutation}(input: $input) { record: ${RECORDS[record].one} { id version } ${secret ? `secret: ${secret} ` : ""}${USER_ERRORS} } }`;
}

export const LOGIN = `mutation login($input: LoginInput!) { login(input: $input) { account { username displayName role } ${USER_ERRORS} } }`;
export const LOGOUT = "mutation logout { logout { userErrors { code } } }";
export const VIEWER =
  "query viewer { viewer { account { username displayName role hasSecondFactor } scope { id code name } grants { id role scope { code name } validThrough inUse } stepFirst today permissions } }";
export const SWITCH_GRANT = `mutation switchGrant($input: SwitchGrantInput!) { switchGrant(input: $input) { account { role } ${USER_ERRORS} } }`;
export const CHANGE_PASSWORD = `mutation changePassword($input: ChangePasswordInput!) { changePassword(input: $input) { account { username } ${USER_ERRORS} } }`;
export const ENROL_FACTOR = `mutation enrolSecondFactor($input: EnrolSecondFactorInput!) { payload: enrolSecondFactor(input: $input) { secret uri ${USER_ERRORS} } }`;
export const CONFIRM_FACTOR = `mutation confirmSecondFactor($input: ConfirmSecondFactorInput!) { payload: confirmSecondFactor(input: $input) { recoveryCodes ${USER_ERRORS} } }`;
export const SESSIONS = "query sessions { sessions { id createdAt lastSeenAt expiresAt address agent current } }";
export const REVOKE_SESSION = `mutation revokeSession($input: RevokeSessionInput!) { revokeSession(input: $input) { sessions { id } ${USER_ERRORS} } }`;
export const EXPLAIN =
  "query explainAccess($record: String!, $id: ID, $action: String!) { explainAccess(record: $record, id: $id, action: $action) { allowed reason } }";
