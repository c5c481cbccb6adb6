import type { MikroORM } from "@mikro-orm/core";
import type { PostgreSqlDriver } from "@mikro-orm/postgresql";
import type { ExecutionResult, GraphQLResolveInfo } from "graphql";
import type { Language } from "../schema/shared/bilingual.rules.js";
import type { Allowance } from "./access/allowance.js";
import type { Provider } from "./access/provider.js";
import type { CallerAccount } from "./access/session.js";
import type { FileStore } from "./documents/fileStore.js";
import type { Viewer } from "./reading/viewer.js";
import type { ReadPool } from "./shared/readPool.js";
import type { Sealing } from "./shared/sealing.js";

/** What the parts of a running server share. */
export interface House {
  orm: MikroORM<PostgreSqlDriver>;
  reads: ReadPool;
  /** Seals and opens personal data and the secrets of second factors. */
  sealing: Sealing;
  /** The bytes of attachments. */
  files: FileStore;
  /** Address printed in QR codes and links. */
  publicUrl: string;
  demonstration: boolean;
  /** Signs in by an OpenID provider, where one is set. */
  provider?: Provider;
  log: {
    info(facts: object, text?: string): void;
    warn(facts: object, text?: string): void;
    error(facts: object, text?: string): void;
  };
}

/** What an HTTP request brings and may be answered with, apart from GraphQL. */
export interface Visit {
  requestId: string;
  language: Language;
  /** Network address of the caller. */
  address: string;
  cookies: Record<string, string | undefined>;
  /** What the caller's program calls itself. */
  agent?: string | undefined;
  /** Sets or takes back a cookie that only the server reads: that of the session unless another is named. A lax one also comes along when another site leads here. */
  setCookie(value: string | null, secondsToLive?: number, name?: string, sameSite?: "strict" | "lax"): void;
  /** Whether the document is one that was built with the console. */
  isTrusted?: boolean;
}

/** What resolvers and actions are handed. */
export interface Context {
  house: House;
  visit: Visit;
  /** Who is signed in, by which session or token; undefined for nobody. */
  viewer: Viewer | undefined;
  account?: CallerAccount;
  /** What a known document was already answered, where the rest of the pipeline must still say it. */
  answered?: ExecutionResult;
  /** What the operation may cost; absent for our own questions. */
  allowance?: Allowance;
  /** Points that the introspection in it costs. */
  introspectionPoints?: number;
  /** The answer to a compiled root field: the first call compiles and runs the whole operation as one statement. */
  read(info: GraphQLResolveInfo): Promise<unknown>;
}
