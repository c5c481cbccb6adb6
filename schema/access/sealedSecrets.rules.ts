/** Where a secret of an account stands: in columns that end with _sealed and _key. Nobody searches by it and nobody is shown a part of it. */
export interface SealedSecret {
  table: string;
  column: string;
  /** The column whose number it is sealed for: that of the owner, so that it opens in nobody else's row. */
  owner: string;
}

/** What an authenticator makes its digits from. */
export const SECOND_FACTOR_SECRET: SealedSecret = { table: "second_factor", column: "secret", owner: "account_id" };

export const SEALED_SECRETS: readonly SealedSecret[] = [SECOND_FACTOR_SECRET];

/** Names that nobody has, as the log tells them apart. */
export const UNKNOWN_NAME = { table: "audit_entry", column: "name" };
