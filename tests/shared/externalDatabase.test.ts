import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openDatabase } from "../../api/shared/database.js";
import { parseDatabaseUrl } from "../../api/shared/databaseAddress.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { testServer } from "./freshDatabase.js";

const INSTALLED = "/usr/lib/postgresql";
const bin = (existsSync(INSTALLED) ? readdirSync(INSTALLED) : [])
  .map(Number)
  .filter((version) => version >= 15)
  .sort((a, b) => a - b)
  .map((version) => join(INSTALLED, String(version), "bin"))[0];
const account: { uid?: number; gid?: number } | undefined = process.geteuid?.() === 0 ? accountOf("postgres") : {};

const open = (databaseUrl: string) => openDatabase({ dataFolder: "/nowhere", databaseUrl, purpose: "serve" });

test("an external database is used as it is: nothing is started, and it goes on after stop", async () => {
  const server = testServer();
  const url = `postgres://${server.user}:${server.password}@ignored:${server.port}/${server.database}?host=${encodeURIComponent(server.host)}`;
  const database = await open(url);
  expect(database.external).toBe(true);
  expect(database.pid).toBeUndefined();
  await database.stop();
  await withConnection(server, (client) => client.query("select 1"));
});

test("a wrong password is told at once, without the password", async () => {
  const server = testServer();
  const refusal = await open(
    `postgres://${server.user}:guess@ignored:${server.port}/${server.database}?host=${encodeURIComponent(server.host)}`,
  ).catch((error: Error) => error);
  expect(refusal).toMatchObject({ code: "DATABASE_UNREACHABLE" });
  expect((refusal as Error).message).not.toContain("guess");
});

test("parts of the address may be escaped, and an IPv6 host stands in brackets", () => {
  expect(parseDatabaseUrl("postgresql://o%40a:p%2Fw@[::1]:6000/%E5%B7%A5%E4%BC%9A?sslmode=require")).toEqual({
    host: "::1",
    port: 6000,
    user: "o@a",
    password: "p/w",
    database: "工会",
    ssl: { rejectUnauthorized: false },
  });
});

if (bin === undefined || account === undefined) {
  console.warn(
    "SKIPPED: no PostgreSQL 15 or later of the operating system is installed; the external server was not tried",
  );
}
const withInstalled = bin === undefined || account === undefined ? test.skip : test;

withInstalled("a PostgreSQL of the operating system serves, and is waited for while it starts", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gonghui-external-"));
  const data = join(folder, "data");
  chmodSync(folder, 0o755);
  mkdirSync(data, { mode: 0o700 });
  if (account?.uid !== undefined && account.gid !== undefined) chownSync(data, account.uid, account.gid);
  const run = { ...account, cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C" } };
  execFileSync(join(bin ?? "", "initdb"), ["-D", data, "-U", "office", "--auth=trust", "--no-sync"], {
    ...run,
    stdio: "ignore",
  });
  const port = await freePort();
  const opening = open(`postgres://office@127.0.0.1:${port}/postgres`);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const words = [
    "-D",
    data,
    "-p",
    String(port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    "-c",
    "fsync=off",
  ];
  const server = spawn(join(bin ?? "", "postgres"), words, { ...run, stdio: "ignore" });
  try {
    const database = await opening;
    const version = await withConnection(database.address, (client) => client.query("show server_version_num"));
    expect(Number(version.rows[0].server_version_num)).toBeGreaterThanOrEqual(150_000);
    await database.stop();
    expect(server.exitCode).toBeNull();
  } finally {
    const ended = once(server, "exit");
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});

function accountOf(name: string): { uid: number; gid: number } | undefined {
  const fields = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find((parts) => parts[0] === name);
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
