import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseDatabaseUrl } from "./shared/databaseAddress.js";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment asks for, checked. */
export interface Settings {
  /** 0 means any free port */
  port: number;
  host: string;
  /** external PostgreSQL; absent: the embedded one below `dataFolder` */
  databaseUrl?: string;
  /** absolute folder of the embedded database, files and keys */
  dataFolder: string;
  /** load the demonstration city into an empty database */
  demonstration: boolean;
  /** public address printed in QR codes and links, without a slash at the end */
  url: string;
  logLevel: LogLevel;
  /** sign-in by an OpenID provider; absent: off */
  oidc?: OidcSettings;
}

/** Where to sign in by OpenID Connect, and as which client. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** The environment asks for something that cannot be; the message names every fault, Chinese first. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  constructor(readonly faults: readonly string[]) {
    super(
      `环境变量有误，系统没有启动：\nThe environment is wrong, nothing was started:\n${faults.map((fault) => `- ${fault}`).join("\n")}`,
    );
  }
}

type Environment = Record<string, string | undefined>;
type Reader<Value> = (text: string) => Value;

const OIDC = ["GONGHUI_OIDC_ISSUER", "GONGHUI_OIDC_CLIENT_ID", "GONGHUI_OIDC_CLIENT_SECRET"];
const KNOWN = ["GONGHUI_DATA", "GONGHUI_DEMO", "GONGHUI_URL", "GONGHUI_LOG", ...OIDC];
// This file is compiled to dist/api.
const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Reads the environment variables of the contract. A variable that is set but empty is a fault, not a default: an empty
 * DATABASE_URL must not silently open another database.
 * @throws SettingsError
 */
export function readSettings(environment: Environment, projectFolder = PROJECT): Settings {
  const faults: string[] = [];
  const read = <Value>(name: string, reader: Reader<Value>, otherwise: Value): Value => {
    const text = environment[name];
    if (text === undefined) return otherwise;
    try {
      if (text.trim() === "") throw new Error("不能为空（不需要时请删去） / it is empty; remove it instead");
      return reader(text.trim());
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message.replaceAll("\n", " / ")}`);
      return otherwise;
    }
  };
  const [issuer, clientId, clientSecret] = [readIssuer, readWord, readWord].map((reader, at) =>
    read<string | undefined>(OIDC[at] as string, reader, undefined),
  );
  const missing = OIDC.filter((name) => environment[name] === undefined);
  if (missing.length > 0 && missing.length < OIDC.length)
    faults.push(
      `${missing.join("、")}: 使用统一身份认证须同时设置 ${OIDC.join("、")} / to sign in by OpenID Connect set all three`,
    );
  const databaseUrl = read<string | undefined>("DATABASE_URL", readDatabaseUrl, undefined);
  const settings: Settings = {
    port: read("PORT", readPort, 4000),
    host: read("HOST", readHost, "127.0.0.1"),
    ...(databaseUrl !== undefined && { databaseUrl }),
    dataFolder: read("GONGHUI_DATA", (text) => resolve(projectFolder, text), join(projectFolder, ".data")),
    demonstration: read("GONGHUI_DEMO", readSwitch, true),
    url: read("GONGHUI_URL", readPublicUrl, "http://127.0.0.1:4000"),
    logLevel: read("GONGHUI_LOG", readLogLevel, "info" as LogLevel),
    ...(issuer && clientId && clientSecret ? { oidc: { issuer, clientId, clientSecret } } : {}),
  };
  for (const name of Object.keys(environment))
    if (name.startsWith("GONGHUI_") && !KNOWN.includes(name))
      faults.push(
        `${name}: 没有这个设置，可用的有 ${KNOWN.join("、")} / unknown setting, known are ${KNOWN.join(", ")}`,
      );
  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new Error(`“${text}” 不是 0 至 65535 的端口号 / not a port from 0 to 65535`);
  return Number(text);
}

function readHost(text: string): string {
  if (!/^[A-Za-z0-9.:-]+$/.test(text))
    throw new Error(`“${text}” 不是主机名或 IP 地址 / neither a host name nor an IP address`);
  return text;
}

function readDatabaseUrl(text: string): string {
  parseDatabaseUrl(text);
  return text;
}

function readSwitch(text: string): boolean {
  if (text !== "0" && text !== "1") throw new Error(`“${text}” 应为 0 或 1 / must be 0 or 1`);
  return text === "1";
}

function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol))
    throw new Error(`“${text}” 不是 http:// 或 https:// 地址 / not an http:// or https:// address`);
  if (url.username || url.password || url.search || url.hash)
    throw new Error("不得含用户名、密码、参数或锚点 / must not hold a user, password, query or fragment");
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/** A provider is asked over TLS; over plain HTTP only on this machine. */
function readIssuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isNear = url && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (!url || (url.protocol !== "https:" && !(url.protocol === "http:" && isNear)))
    throw new Error(`“${text}” 不是 https:// 地址 / not an https:// address`);
  if (url.username || url.password || url.search || url.hash)
    throw new Error("不得含用户名、密码、参数或锚点 / must not hold a user, password, query or fragment");
  return text;
}

const readWord = (text: string): string => text;

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((one) => one === text);
  if (!level) throw new Error(`“${text}” 应为 ${LOG_LEVELS.join("、")} 之一 / must be one of ${LOG_LEVELS.join(", ")}`);
  return level;
}
