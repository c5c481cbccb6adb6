import { GraphQLError } from "graphql";
import type { Bilingual, Language } from "../../schema/shared/bilingual.rules.js";

/** Codes that the caller's program must handle; what a user can put right is a `userErrors` entry instead. */
export type TopLevelCode =
  | "PAYLOAD_TOO_LARGE"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "BAD_USER_INPUT"
  | "CURSOR_MISMATCH"
  | "OFFSET_TOO_DEEP"
  | "QUERY_TOO_EXPENSIVE"
  | "UNTRUSTED_DOCUMENT"
  | "RATE_LIMITED"
  | "UNAVAILABLE"
  | "INTERNAL_SERVER_ERROR";

/** A top-level error of the contract, said in the language of the request. */
export class TopLevel extends GraphQLError {
  readonly said: Bilingual;

  constructor(code: TopLevelCode, said: Bilingual | string, facts: Record<string, unknown> = {}) {
    const both = typeof said === "string" ? { zh: said, en: said } : said;
    super(both.zh, { extensions: { code, ...facts } });
    this.said = both;
  }

  in(language: Language): string {
    return this.said[language];
  }
}
