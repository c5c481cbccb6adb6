import { HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import type { FastifyRequest } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import { inOurWords } from "../shared/formatErrors.js";
import { languageOf } from "../shared/httpRefusal.js";
import { bearerOf, bringsSession } from "../visits.js";
import type { Sender, Sent } from "./admission.js";

/** Who sends a request, as far as its headers tell: a token goes before a cookie. */
export function senderOf(request: FastifyRequest): Sender {
  if (bearerOf(request)) return "token";
  return bringsSession(request) ? "console" : "nobody";
}

const record = (value: unknown): Record<string, unknown> | undefined =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

const searchOf = ({ url }: FastifyRequest) => (url.includes("?") ? url.slice(url.indexOf("?")) : "");

/** What a request asks to be run: the body of a POST, the address of a GET. */
export function sentBy(request: FastifyRequest): Sent {
  if (request.method !== "GET") return record(request.body) ?? {};
  const search = new URLSearchParams(searchOf(request));
  const json = (name: string) => {
    try {
      return JSON.parse(search.get(name) ?? "null") as unknown;
    } catch {
      return undefined; // refused later, in words
    }
  };
  return {
    query: search.get("query") ?? undefined,
    documentId: search.get("documentId") ?? undefined,
    variables: json("variables"),
    extensions: json("extensions"),
  };
}

/** The request as Apollo gets it: a document that was named by its hash stands there in full. */
export function asApolloWants(request: FastifyRequest, sent: Sent, query: string | undefined): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  const { method } = request;
  const isNamed = sent.documentId !== undefined || record(sent.extensions)?.["persistedQuery"] !== undefined;
  if (!isNamed || query === undefined) return { method, headers, search: searchOf(request), body: request.body };
  if (method !== "GET") {
    const { documentId: _, extensions, ...rest } = record(request.body) ?? {};
    return { method, headers, search: "", body: { ...rest, query, ...withoutHash(extensions) } };
  }
  const search = new URLSearchParams(searchOf(request));
  search.set("query", query);
  for (const name of ["documentId", "extensions"]) search.delete(name);
  return { method, headers, search: `?${search}`, body: request.body };
}

function withoutHash(extensions: unknown): { extensions?: object } {
  const { persistedQuery: _, ...rest } = record(extensions) ?? {};
  return Object.keys(rest).length > 0 ? { extensions: rest } : {};
}

/** Requests that Apollo refuses before it knows who asks: in the same form as all others. */
export function inHouseWords(text: string, request: FastifyRequest): string {
  if (!text.startsWith('{"errors"') || text.length > 5_000 || !text.includes('"BAD_REQUEST"')) return text;
  const { errors } = JSON.parse(text) as { errors: GraphQLFormattedError[] };
  return JSON.stringify({
    errors: errors.map((error) => {
      const { message, extensions } = inOurWords("BAD_REQUEST", error, languageOf(request));
      return { message, extensions: { ...extensions, requestId: request.id } };
    }),
  });
}
