import { type DocumentNode, GraphQLError, type GraphQLSchema, parse } from "graphql";
import type { Limits } from "../../schema/access/limits.rules.js";
import { TopLevel } from "../shared/topLevel.js";
import { brokenLimit, measure, measureVariables } from "./documentLimits.js";
import { introspectionPrice } from "./introspection.js";
import { limitBroken, tooManyTokens } from "./limitWords.js";
import { documentHash, type TrustedDocuments } from "./trustedDocuments.js";

/** What decides about a document before it is validated. */
export interface AdmissionRules {
  limits: Limits;
  documents: TrustedDocuments;
  /** Whether only what was built with the console may come from it. */
  onlyTrusted: boolean;
}

/** A request to run a document, out of a body or an address. */
export interface Sent {
  query?: unknown;
  variables?: unknown;
  documentId?: unknown;
  extensions?: unknown;
}

/** Who sends it, as far as the headers tell. */
export type Sender = "console" | "token" | "nobody";

export interface Admitted {
  /** The text to run; undefined where the request names none and is left to the server of GraphQL to refuse. */
  query: string | undefined;
  isTrusted: boolean;
  /** Points its introspection may cost. */
  introspection: number;
}

interface Verdict {
  refusal?: TopLevel;
  introspection?: number | undefined;
}

const REMEMBERED = 1_000;
const LONGEST_REMEMBERED = 8_192;

/** The doorkeeper of /graphql: looks at a document before it is parsed into a plan, and remembers what it has seen. */
export class Admission {
  private readonly verdicts = new Map<string, Verdict>();
  private readonly texts: ReadonlySet<string>;
  private readonly priceOf: (document: DocumentNode) => number | undefined;

  constructor(
    private readonly rules: AdmissionRules,
    schema: GraphQLSchema,
  ) {
    this.texts = new Set(rules.documents.values());
    this.priceOf = introspectionPrice(schema);
  }

  /** @throws TopLevel UNTRUSTED_DOCUMENT, QUERY_TOO_EXPENSIVE, BAD_USER_INPUT, FORBIDDEN or UNAUTHENTICATED */
  admit(sent: Sent, sender: Sender): Admitted {
    const { limits, onlyTrusted } = this.rules;
    const { query, isTrusted } = this.resolve(sent);
    const broken = brokenLimit(measureVariables(sent.variables), limits);
    if (broken) throw limitBroken(broken);
    if (onlyTrusted && sender === "console" && !isTrusted && query !== undefined) throw untrusted();
    if (query === undefined || isTrusted) return { query, isTrusted, introspection: 0 };
    const { refusal, introspection } = this.verdict(query);
    if (refusal) throw refusal;
    if (introspection !== undefined && onlyTrusted && sender !== "token") throw noIntrospection(sender);
    return { query, isTrusted, introspection: introspection ?? 0 };
  }

  /** The text behind a hash, or the text as sent. An unknown hash is never an excuse for a text that is not its own. */
  private resolve({ query, documentId, extensions }: Sent): { query: string | undefined; isTrusted: boolean } {
    const { documents } = this.rules;
    const named =
      documentId ?? (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null)?.persistedQuery?.sha256Hash;
    const text = typeof query === "string" && query !== "" ? query : undefined;
    if (named === undefined || named === null)
      return { query: text, isTrusted: text !== undefined && this.texts.has(text) };
    if (typeof named !== "string")
      throw new TopLevel("BAD_USER_INPUT", {
        zh: "文档哈希须为字符串。",
        en: "The hash of a document is a string.",
      });
    const hash = named.replace(/^sha256:/, "").toLowerCase();
    const known = documents.get(hash);
    if (known !== undefined) return { query: known, isTrusted: true };
    if (text === undefined) throw untrusted();
    if (documentHash(text) !== hash)
      throw new TopLevel("BAD_USER_INPUT", {
        zh: "所给哈希与查询文本不符。",
        en: "The hash is not that of the document sent with it.",
      });
    return { query: text, isTrusted: false };
  }

  private verdict(query: string): Verdict {
    const known = this.verdicts.get(query);
    if (known) return known;
    const made = this.judge(query);
    if (query.length > LONGEST_REMEMBERED) return made;
    this.verdicts.set(query, made);
    if (this.verdicts.size > REMEMBERED) this.verdicts.delete(this.verdicts.keys().next().value as string);
    return made;
  }

  private judge(query: string): Verdict {
    const { limits } = this.rules;
    try {
      const document = parse(query, { maxTokens: limits.tokens, noLocation: true });
      const broken = brokenLimit(measure(document), limits);
      return broken ? { refusal: limitBroken(broken) } : this.priced(document);
    } catch (error) {
      if (error instanceof GraphQLError && / tokens\. Parsing aborted/.test(error.message))
        return { refusal: tooManyTokens(limits.tokens) };
      return {}; // what cannot be read is refused with the place of the fault, later
    }
  }

  private priced(document: DocumentNode): Verdict {
    const introspection = this.priceOf(document);
    const limit = this.rules.limits.points.free;
    if (introspection === undefined || introspection <= limit) return { introspection };
    return { refusal: limitBroken({ rule: "introspection", found: introspection, limit }) };
  }
}

const untrusted = () =>
  new TopLevel("UNTRUSTED_DOCUMENT", {
    zh: "控制台会话只能发送随控制台发布的查询；其他查询请使用访问令牌。",
    en: "A console session may send only the documents built with the console; use a token for others.",
  });

const noIntrospection = (sender: Sender) =>
  new TopLevel(sender === "nobody" ? "UNAUTHENTICATED" : "FORBIDDEN", {
    zh: "查询接口定义须使用访问令牌；接口定义亦见 /schema.graphql。",
    en: "Introspection takes a token; the schema is also at /schema.graphql.",
  });
