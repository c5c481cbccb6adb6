import { DatabaseRefusal } from "./databaseRefusal.js";

/** Where a PostgreSQL database is reached; in the form both `pg` and MikroORM take. */
export interface DatabaseAddress {
  /** a host name, an IP address, or the folder of a Unix socket */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** encryption on the way; absent means none (embedded database) */
  ssl?: boolean | { rejectUnauthorized: boolean };
}

const ENCRYPTION: Record<string, DatabaseAddress["ssl"]> = {
  disable: false,
  require: { rejectUnauthorized: false },
  "verify-ca": true,
  "verify-full": true,
};

/**
 * Reads `postgres://user:password@host:5432/database?sslmode=verify-full`; a socket folder is given as `?host=/run/postgresql`.
 * @throws DatabaseRefusal `DATABASE_ADDRESS`; the text is never echoed, since it holds a password.
 */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw malformed("不是合法的地址", "it is not a URL");
  }
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:")
    throw malformed("应以 postgres:// 开头", "it must start with postgres://");
  const asked = url.searchParams;
  for (const name of asked.keys())
    if (!["host", "sslmode"].includes(name)) throw malformed(`含有不认识的参数 ${name}`, `unknown parameter ${name}`);
  const encryption = asked.get("sslmode") ?? "disable";
  if (!(encryption in ENCRYPTION))
    throw malformed(
      `sslmode 只能是 ${Object.keys(ENCRYPTION).join("、")}`,
      `sslmode must be one of ${Object.keys(ENCRYPTION).join(", ")}`,
    );
  const database = decode(url.pathname.slice(1));
  const user = decode(url.username);
  if (!database || database.includes("/")) throw malformed("缺少数据库名", "the name of the database is missing");
  if (!user) throw malformed("缺少用户名", "the user is missing");
  return {
    host: asked.get("host") ?? (decode(url.hostname).replace(/^\[(.*)\]$/, "$1") || "127.0.0.1"),
    port: url.port ? Number(url.port) : 5432,
    user,
    password: decode(url.password),
    database,
    ssl: ENCRYPTION[encryption],
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed("含有错误的 % 转义", "a % escape is wrong");
  }
}

function malformed(chinese: string, english: string): DatabaseRefusal {
  return new DatabaseRefusal(
    "DATABASE_ADDRESS",
    `DATABASE_URL 有误：${chinese}。正确形式：postgres://用户:密码@主机:5432/数据库`,
    `DATABASE_URL is malformed: ${english}. Expected: postgres://user:password@host:5432/database`,
  );
}
