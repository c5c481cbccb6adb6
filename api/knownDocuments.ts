import { type DocumentNode, getOperationAST } from "graphql";

/** A document that has been parsed and found valid, and the name of its plans. */
export interface KnownDocument {
  document: DocumentNode;
  hash: string;
}
/** A query that needs no second look: neither parsing nor validation. */
export interface KnownQuery extends KnownDocument {
  operationName: string | null;
  variables: Record<string, unknown>;
}

interface Request {
  method: string;
  headers: { "content-type"?: string | undefined; accept?: string | undefined };
  body: unknown;
}

const MOST = 500;
const LONGEST = 20_000;
const KEYS = ["query", "variables", "operationName"];

/** Documents that the whole pipeline has once let through, by their text. What is asked again goes the short way. */
export class KnownDocuments {
  private readonly documents = new Map<string, KnownDocument>();

  remember(text: string | undefined, document: DocumentNode, hash: string): void {
    if (!text || text.length > LONGEST || this.documents.has(text)) return;
    if (this.documents.size >= MOST) this.documents.delete(this.documents.keys().next().value as string);
    this.documents.set(text, { document, hash });
  }

  /** The query of a plain JSON request over a known document; everything unusual is left to the whole pipeline. */
  find({ method, headers, body }: Request): KnownQuery | undefined {
    if (method !== "POST" || !headers["content-type"]?.startsWith("application/json")) return undefined;
    if (!isPlainJson(headers.accept) || body === null || typeof body !== "object") return undefined;
    const { query, variables, operationName } = body as Record<string, unknown>;
    const known = typeof query === "string" ? this.documents.get(query) : undefined;
    if (!known || !Object.keys(body).every((key) => KEYS.includes(key))) return undefined;
    if (operationName != null && typeof operationName !== "string") return undefined;
    if (variables != null && (typeof variables !== "object" || Array.isArray(variables))) return undefined;
    if (getOperationAST(known.document, operationName)?.operation !== "query") return undefined;
    return {
      ...known,
      operationName: operationName ?? null,
      variables: (variables ?? {}) as Record<string, unknown>,
    };
  }
}

/** Whether the classic media type is what the client gets; the newer one has other rules. */
const isPlainJson = (accept: string | undefined) =>
  accept === undefined ||
  accept === "application/json" ||
  accept === "*/*" ||
  (/application\/json|\*\/\*/.test(accept) && !accept.includes("application/graphql-response+json"));
