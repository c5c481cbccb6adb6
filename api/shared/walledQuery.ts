import type pg from "pg";
import { READ_BEHIND_WALL } from "./wall.js";

const WALL = "behind the wall";
/** Prepares a new connection before anybody uses it. A database that is not migrated yet has no wall, and no readers. */
export const prepareWall = async (client: pg.ClientBase): Promise<void> => {
  await client.query({ name: WALL, text: READ_BEHIND_WALL, values: ["", "", "0", "none"] }).catch(() => undefined);
};

/** A value as PostgreSQL reads it; lists are written in braces. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value);
  return `{${value.map((each) => (each === null || each === undefined ? "NULL" : `"${String(each).replace(/["\\\\]/g, "\\$&")}"`)).join(",")}}`;
}

interface Wire {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string | undefined>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: unknown[]; valueMapper: (value: unknown) => unknown }): void;
  execute(message: object): void;
  sync(): void;
}

/**
 * A compiled statement and the wall before it as one transaction in one round trip: up to the sync, all messages are one
 * transaction, which ends with it. Nothing is left on the connection, and if the wall fails the statement is never run.
 * The answer is the text of the only column of the only row.
 */
export class WalledQuery implements pg.Submittable {
  readonly answer: Promise<string>;
  private resolve!: (answer: string) => void;
  private reject!: (error: unknown) => void;
  private isBehindWall = false;
  private found = "";

  constructor(
    readonly name: string,
    readonly text: string,
    private readonly values: unknown[],
    private readonly behind: readonly string[],
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(connection: unknown): void {
    const wire = connection as Wire;
    wire.stream.cork();
    try {
      wire.bind({ statement: WALL, values: [...this.behind], valueMapper: asText });
      wire.execute({});
      if (this.name === "" || wire.parsedStatements[this.name] === undefined)
        wire.parse({ name: this.name, text: this.text });
      wire.bind({ statement: this.name, values: this.values, valueMapper: asText });
      wire.execute({});
    } finally {
      wire.sync();
      wire.stream.uncork();
    }
  }

  handleDataRow({ fields }: { fields: string[] }): void {
    if (this.isBehindWall) this.found = fields[0] as string;
  }

  handleCommandComplete(): void {
    this.isBehindWall = true;
  }

  handleError(error: unknown): void {
    this.reject(error);
  }

  handleReadyForQuery(): void {
    this.resolve(this.found);
  }

  handleRowDescription(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}
}
