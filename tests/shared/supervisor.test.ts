import { chmodSync, chownSync, constants, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type DatabaseAddress, openDatabase, type RunningDatabase } from "../../api/shared/database.js";
import { withConnection } from "../../api/shared/databaseConnection.js";
import { livingProcess, serverProcesses, waitUntil } from "../../api/shared/databaseProcess.js";
import { type OwnerProcess, ownerProcess, without } from "./ownerProcess.js";

let prepared: string;
let folder: string;
let dataFolder: string;
let open: (RunningDatabase | OwnerProcess)[];

// Making a cluster takes a second: most tests start from a copy of this one.
beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), "gonghui-prepared-"));
  await (await openDatabase({ dataFolder: prepared, purpose: "serve", durable: false })).stop();
});

afterAll(() => rmSync(prepared, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gonghui-supervisor-"));
  dataFolder = join(folder, "data");
  open = [];
});

afterEach(async () => {
  for (const one of open.reverse()) await ("stop" in one ? one.stop() : one.end("SIGTERM"));
  rmSync(folder, { recursive: true, force: true });
});

const copyPrepared = () => cpSync(prepared, dataFolder, { recursive: true, mode: constants.COPYFILE_FICLONE });

async function start(purpose: "serve" | "command" = "serve", address = "http://127.0.0.1:4101"): Promise<RunningDatabase> {
  const database = await openDatabase({ dataFolder, purpose, address, durable: false });
  open.push(database);
  return database;
}

async function startElsewhere(...[words, options]: Parameters<typeof ownerProcess>): Promise<OwnerProcess> {
  const owner = await ownerProcess([dataFolder, ...words], options);
  open.push(owner);
  return owner;
}

function addressOf(owner: OwnerProcess): DatabaseAddress {
  if (!owner.answer.address) throw new Error(owner.answer.message);
  return owner.answer.address;
}

const remember = (address: DatabaseAddress, word: string) =>
  withConnection(address, async (client) => {
    await client.query("create table if not exists memory (word text)");
    await client.query("insert into memory values ($1)", [word]);
  });

const recall = (address: DatabaseAddress) =>
  withConnection(address, async (client) => (await client.query<{ word: string }>("select word from memory order by 1")).rows.map((row) => row.word));

const setting = (address: DatabaseAddress, name: string) =>
  withConnection(address, async (client) => (await client.query("select current_setting($1) as value", [name])).rows[0].value as string);

const isGone = () => waitUntil(() => serverProcesses(join(dataFolder, "postgres")).length === 0, 3_000);

test("the first start makes a cluster, the second finds its data", async () => {
  const first = await start();
  await remember(first.address, "工会");
  expect(await setting(first.address, "jit")).toBe("off");
  expect(await setting(first.address, "data_checksums")).toBe("on");
  expect(await setting(first.address, "TimeZone")).toBe("UTC");
  expect(await setting(first.address, "server_encoding")).toBe("UTF8");
  expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataFolder, "postgres-password")).mode & 0o777).toBe(0o600);
  await first.stop();
  expect(serverProcesses(join(dataFolder, "postgres"))).toEqual([]);
  const second = await start();
  expect(await recall(second.address)).toEqual(["工会"]);
});

test("real data are written through to the disk", async () => {
  const database = await openDatabase({ dataFolder, purpose: "serve" });
  open.push(database);
  expect(await setting(database.address, "fsync")).toBe("on");
  expect(await setting(database.address, "full_page_writes")).toBe("on");
});

test("a wrong password does not open the database", async () => {
  copyPrepared();
  const { address } = await start();
  await expect(recall({ ...address, password: "wrong" })).rejects.toMatchObject({ code: "28P01" });
});

test("a path too long for a socket is served on the loopback address, by password", async () => {
  dataFolder = join(folder, "x".repeat(100));
  const { address } = await start();
  expect(address.host).toBe("127.0.0.1");
  await remember(address, "a");
  await expect(recall({ ...address, password: "wrong" })).rejects.toMatchObject({ code: "28P01" });
});

test("a killed owner leaves no server behind, and the next start has the data", async () => {
  copyPrepared();
  const owner = await startElsewhere(["serve"]);
  await remember(addressOf(owner), "kept");
  await owner.end("SIGKILL");
  expect(await isGone()).toBe(true);
  const next = await start();
  expect(await recall(next.address)).toEqual(["kept"]);
});

test("a killed owner leaves no server behind where the kernel cannot tie it", async () => {
  copyPrepared();
  const owner = await startElsewhere(["serve"], { env: without(["setpriv"], join(folder, "bin")) });
  await remember(addressOf(owner), "kept");
  await owner.end("SIGKILL");
  expect(await isGone()).toBe(true);
  expect(await recall((await start()).address)).toEqual(["kept"]);
});

test("a start right after the kill waits for the server that is still ending", async () => {
  copyPrepared();
  const owner = await startElsewhere(["serve"]);
  await remember(addressOf(owner), "kept");
  await owner.end("SIGKILL");
  expect(await recall((await start()).address)).toEqual(["kept"]);
});

test("owner and server killed at one blow: the next start recovers", async () => {
  copyPrepared();
  const owner = await startElsewhere(["serve"]);
  await remember(addressOf(owner), "kept");
  process.kill(owner.answer.pid ?? 0, "SIGKILL");
  await owner.end("SIGKILL");
  expect(await recall((await start()).address)).toEqual(["kept"]);
});

test("a second server is refused with the address of the first", async () => {
  copyPrepared();
  const owner = await startElsewhere(["serve", "http://127.0.0.1:4102"]);
  addressOf(owner);
  const refusal = await start().catch((error: Error) => error);
  expect(refusal).toMatchObject({ code: "DATABASE_OWNED" });
  expect((refusal as Error).message).toMatch(/http:\/\/127\.0\.0\.1:4102[\s\S]*in use by another Gonghui.*http:\/\/127\.0\.0\.1:4102/);
  expect(await setting(addressOf(owner), "port")).toBe("5432");
});

test("two servers starting at once: one runs, one is refused", async () => {
  const both = await Promise.all([startElsewhere(["serve"]), startElsewhere(["serve"])]);
  expect(both.map((one) => one.answer.code ?? "runs").sort()).toEqual(["DATABASE_OWNED", "runs"]);
});

test("a command joins the running server and leaves it running", async () => {
  copyPrepared();
  const owner = await startElsewhere(["serve"]);
  await remember(addressOf(owner), "shared");
  const command = await start("command");
  expect(command.pid).toBeUndefined();
  expect(await recall(command.address)).toEqual(["shared"]);
  await command.stop();
  expect(await recall(addressOf(owner))).toEqual(["shared"]);
});

test("a command alone starts the database and stops it", async () => {
  copyPrepared();
  const command = await start("command");
  await remember(command.address, "alone");
  await command.stop();
  expect(serverProcesses(join(dataFolder, "postgres"))).toEqual([]);
});

test("a command whose database another command has joined waits for it before stopping", async () => {
  copyPrepared();
  const first = await startElsewhere(["command"]);
  const second = await start("command");
  const ending = first.end("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await remember(second.address, "still here");
  await second.stop();
  await ending;
  expect(await isGone()).toBe(true);
});

test("a server starts once the command that holds the folder has ended", async () => {
  copyPrepared();
  const command = await startElsewhere(["command"]);
  await remember(addressOf(command), "before");
  const starting = start();
  await command.end("SIGTERM");
  expect(await recall((await starting).address)).toEqual(["before"]);
});

test("a folder nobody else may enter serves as well", async () => {
  mkdirSync(join(folder, "closed"), { mode: 0o700 });
  dataFolder = join(folder, "closed", "data");
  await remember((await start()).address, "a");
});

test("only the leaf folder is created", async () => {
  dataFolder = join(folder, "missing", "data");
  await expect(start()).rejects.toMatchObject({ code: "DATABASE_FOLDER" });
});

test("a folder with something else in the place of the cluster is left untouched", async () => {
  mkdirSync(join(dataFolder, "postgres"), { recursive: true });
  writeFileSync(join(dataFolder, "postgres", "precious"), "");
  await expect(start()).rejects.toMatchObject({ code: "DATABASE_FOLDER" });
  expect(statSync(join(dataFolder, "postgres", "precious")).isFile()).toBe(true);
});

test("a stale lock that names a stranger's process does not stop the start", async () => {
  copyPrepared();
  const first = await start();
  await remember(first.address, "kept");
  await first.stop();
  writeFileSync(join(dataFolder, "postgres", "postmaster.pid"), `${process.pid}\n${join(dataFolder, "postgres")}\n`);
  expect(await recall((await start()).address)).toEqual(["kept"]);
  expect(livingProcess(process.pid)).toBeDefined();
});

test("a dying server is restarted at the same address, every time", async () => {
  copyPrepared();
  const database = await start();
  await remember(database.address, "kept");
  const rounds = 5;
  const told: string[] = [];
  let back: Promise<boolean> = Promise.resolve(false);
  database.onExit((exit) => {
    told.push(String(exit.signal));
    back = exit.restarted;
  });
  for (let round = 1; round <= rounds; round++) {
    process.kill(database.pid ?? 0, "SIGKILL");
    await waitUntil(() => told.length === round, 5_000);
    expect(await back).toBe(true);
    expect(await recall(database.address)).toEqual(["kept"]);
  }
  expect(told).toEqual(Array(rounds).fill("SIGKILL"));
});

const asRoot = process.geteuid?.() === 0 ? test : test.skip;

asRoot("where namespaces are refused, another account runs the server, and goes on running it", async () => {
  // The other account must pass through every folder above its data.
  const bin = join(folder, "bin");
  const env = without(["unshare"], bin);
  const { mode } = statSync(folder);
  chmodSync(folder, mode | 0o011);
  const owner = await startElsewhere(["serve"], { env });
  await remember(addressOf(owner), "kept");
  expect(statSync(join(dataFolder, "postgres")).uid).not.toBe(0);
  await owner.end("SIGKILL");
  expect(await isGone()).toBe(true);
  expect(await recall((await start()).address)).toEqual(["kept"]);
});

asRoot("a plain user runs the server directly", async () => {
  chmodSync(folder, 0o755);
  mkdirSync(dataFolder, { mode: 0o700 });
  chownSync(dataFolder, 65534, 65534);
  const owner = await startElsewhere(["serve"], { uid: 65534, gid: 65534 });
  await remember(addressOf(owner), "kept");
  await owner.end("SIGKILL");
  expect(await isGone()).toBe(true);
});
