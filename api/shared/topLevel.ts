import { GraphQLError } from "graphql";

/** Codes that the caller's program must handle; what a user can put right is a `userErrors` entry instead. */
export type TopLevelCode =
  | "PAYLOAD_TOO_LARGE" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "BAD_USER_INPUT" | "CURSOR_MISMATCH" | "OFFSET_TOO_DEEP" | "QUERY_TOO_EXPENSIVE" | "UNTRUSTED_DOCUMENT"
  | "RATE_LIMITED" | "UNAVAILABLE" | "INTERNAL_SERVER_ERROR";

/** A top-level error of the contract. */
export class TopLevel extends GraphQLError {
  constructor(code: TopLevelCode, message: string, facts: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...facts } });
  }
}
