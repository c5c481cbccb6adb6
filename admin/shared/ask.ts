import type { Language } from "../../schema/shared/bilingual.rules.js";

/** One refusal of a change, as the contract words it. */
export interface UserError {
  path?: string[] | null;
  code: string;
  message: string;
  clause?: string | null;
  quote?: string | null;
}

/** A request that was answered with a top-level error, or not at all. */
export class AskError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly status: number,
    readonly requestId: string | undefined,
  ) {
    super(message);
  }
}

export type Ask = <Answer>(query: string, variables?: Record<string, unknown>) => Promise<Answer>;

interface Surroundings {
  fetch: typeof fetch;
  language(): Language;
  /** Words for "no answer from the server" in the language of the moment. */
  unreachable(): string;
  /** The hash to send in place of a document; without one the text is sent. */
  documentId?(document: string): Promise<string | undefined>;
  /** Called when the session has ended; resolves once somebody has signed in again, rejects when nobody will. */
  signInAgain?(): Promise<void>;
}

const STATUS: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };
// biome-ignore lint/suspicious/noExplicitAny: the envelope of any GraphQL answer
type Envelope = { data?: any; errors?: { message: string; extensions?: { code?: string; requestId?: string } }[] };

/** The way every screen asks the server: POST, JSON, same origin, in the console's language. */
export function asker(surroundings: Surroundings): Ask {
  const { language, unreachable } = surroundings;
  async function once(query: string, variables: Record<string, unknown>) {
    const hash = await surroundings.documentId?.(query);
    const document = hash ? { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } } : { query };
    const response = await surroundings
      .fetch("/graphql", {
        method: "POST",
        credentials: "same-origin",
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          "accept-language": language() === "en" ? "en" : "zh-CN",
        },
        body: JSON.stringify({ ...document, variables }),
      })
      .catch(() => {
        throw new AskError(unreachable(), "UNAVAILABLE", 0, undefined);
      });
    const requestId = response.headers.get("x-request-id") ?? undefined;
    const body = (await response.json().catch(() => undefined)) as Envelope | undefined;
    if (!body) throw new AskError(unreachable(), "UNAVAILABLE", response.status, requestId);
    const error = body.errors?.[0];
    if (!error) return body.data;
    const code = error.extensions?.code ?? "INTERNAL_SERVER_ERROR";
    throw new AskError(error.message, code, STATUS[code] ?? response.status, error.extensions?.requestId ?? requestId);
  }
  return async (query, variables = {}) => {
    try {
      return await once(query, variables);
    } catch (error) {
      const lost = error instanceof AskError && error.code === "UNAUTHENTICATED" && surroundings.signInAgain;
      if (!lost) throw error;
      await surroundings.signInAgain?.();
      return once(query, variables);
    }
  };
}
