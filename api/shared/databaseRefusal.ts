export type DatabaseRefusalCode =
  | "DATABASE_OWNED"
  | "DATABASE_NO_BINARIES"
  | "DATABASE_NO_ACCOUNT"
  | "DATABASE_FOLDER"
  | "DATABASE_VERSION"
  | "DATABASE_START_FAILED"
  | "DATABASE_UNREACHABLE"
  | "DATABASE_ADDRESS";

/** Why no database can be had, in words an operator can act on: Chinese first, English on the next line. */
export class DatabaseRefusal extends Error {
  override readonly name = "DatabaseRefusal";
  constructor(
    readonly code: DatabaseRefusalCode,
    chinese: string,
    english: string,
    cause?: unknown,
  ) {
    super(`${chinese}\n${english}`, cause === undefined ? undefined : { cause });
  }
}
