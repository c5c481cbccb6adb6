import { type DocumentNode, type ExecutionResult, type GraphQLSchema, parse, validate } from "graphql";
import type { House } from "../../api/context.js";
import { createExecutor, RAW } from "../../api/executor.js";
import type { PlainReader } from "../reading/plain.js";
import { type Reader, requestOf } from "./matrixReaders.js";

/** An answer with its refusals reduced to one letter each. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors: { letter: string; path?: readonly (string | number)[] | undefined }[];
}
export type Ask = (reader: Reader, text: string, variables?: Record<string, unknown>) => Promise<Answer>;

const STEPS = ["changePassword", "enrolSecondFactor"];

/**
 * f: forbidden, naming what is missing; p: done in person only; s: a step comes first; u: sign in first; x: not found.
 * Anything else that is refused is no matter of permission and stands as an exclamation mark.
 */
function letterOf(extensions: Record<string, unknown> | undefined): string {
  const { code, permission } = extensions ?? {};
  if (code === "UNAUTHENTICATED") return "u";
  if (code === "NOT_FOUND") return "x";
  if (code !== "FORBIDDEN") return "!";
  return permission === undefined ? "p" : STEPS.includes(String(permission)) ? "s" : "f";
}

/** Counts what was asked, and asks through the executor of the server. */
export class Asking {
  calls = 0;
  private readonly run;
  private readonly documents = new Map<string, DocumentNode>();

  constructor(
    readonly schema: GraphQLSchema,
    /** Set apart from plans that were made before something was changed in memory. */
    private readonly salt = "",
  ) {
    this.run = createExecutor(schema);
  }

  /** Many readers are asked the same, so each document is parsed and validated once. */
  private document(text: string): DocumentNode {
    const known = this.documents.get(text);
    if (known) return known;
    const document = parse(text);
    const [fault] = validate(this.schema, document);
    if (fault) throw new Error(`${fault.message}\n${text}`);
    this.documents.set(text, document);
    return document;
  }

  compiled(house: House): Ask {
    return async (reader, text, variables = {}) => {
      this.calls += 1;
      const operation = {
        document: this.document(text),
        variables,
        hash: `${this.salt}${text}`,
        context: requestOf(house, reader),
      };
      const result = await this.run(operation, { lane: true });
      const raw = (result.data as { [RAW]?: string } | null | undefined)?.[RAW];
      return answerOf(raw === undefined ? result : { data: JSON.parse(raw) });
    };
  }

  /** Plain execution knows readers only once they are let in. */
  plain(reader: PlainReader): Ask {
    return async ({ viewer }, text) => {
      this.calls += 1;
      if (!viewer) throw new Error("nobody is asked for by plain execution");
      const { data, errors = [] } = await reader.answer(this.document(text), {}, viewer);
      return {
        data: data as Answer["data"] & object,
        errors: errors.map(({ code, path }) => ({ letter: letterOf({ code, permission: "" }), path })),
      };
    };
  }
}

const answerOf = ({ data, errors = [] }: ExecutionResult): Answer => ({
  data: data ?? null,
  errors: errors.map(({ extensions, path }) => ({ letter: letterOf(extensions), path })),
});
