import { chmodSync, chownSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openDatabase } from "../../api/shared/database.js";
import { livingProcess, serverProcesses, waitUntil } from "../../api/shared/databaseProcess.js";
import { without } from "./ownerProcess.js";
import { addressOf, recall, remember, settingOf, supervisedFolder } from "./supervisedFolder.js";

const place = supervisedFolder();

test("the first start makes a cluster, the second finds its data", async () => {
  const first = await place.start();
  await remember(first.address, "工会");
  expect(await settingOf(first.address, "jit")).toBe("off");
  expect(await settingOf(first.address, "data_checksums")).toBe("on");
  expect(await settingOf(first.address, "TimeZone")).toBe("UTC");
  expect(await settingOf(first.address, "server_encoding")).toBe("UTF8");
  expect(statSync(place.dataFolder).mode & 0o777).toBe(0o700);
  expect(statSync(join(place.dataFolder, "postgres-password")).mode & 0o777).toBe(0o600);
  await first.stop();
  expect(serverProcesses(place.cluster())).toEqual([]);
  const second = await place.start();
  expect(await recall(second.address)).toEqual(["工会"]);
});

test("real data are written through to the disk", async () => {
  const database = await openDatabase({ dataFolder: place.dataFolder, purpose: "serve" });
  try {
    for (const name of ["fsync", "full_page_writes", "synchronous_commit"])
      expect(await settingOf(database.address, name)).toBe("on");
  } finally {
    await database.stop();
  }
});

test("a wrong password does not open the database", async () => {
  place.copyPrepared();
  const { address } = await place.start();
  await expect(recall({ ...address, password: "wrong" })).rejects.toMatchObject({ code: "28P01" });
});

test("a path too long for a socket is served on the loopback address, by password", async () => {
  place.dataFolder = join(place.folder, "x".repeat(100));
  const { address } = await place.start();
  expect(address.host).toBe("127.0.0.1");
  await remember(address, "a");
  await expect(recall({ ...address, password: "wrong" })).rejects.toMatchObject({ code: "28P01" });
});

test("a killed owner leaves no server behind, and the next start has the data", async () => {
  place.copyPrepared();
  const owner = await place.startElsewhere(["serve"]);
  await remember(addressOf(owner), "kept");
  await owner.end("SIGKILL");
  expect(await place.isGone()).toBe(true);
  const next = await place.start();
  expect(await recall(next.address)).toEqual(["kept"]);
});

test("a killed owner leaves no server behind where the kernel cannot tie it", async () => {
  place.copyPrepared();
  const owner = await place.startElsewhere(["serve"], { env: without(["setpriv"], join(place.folder, "bin")) });
  await remember(addressOf(owner), "kept");
  await owner.end("SIGKILL");
  expect(await place.isGone()).toBe(true);
  expect(await recall((await place.start()).address)).toEqual(["kept"]);
});

test("a start right after the kill waits for the server that is still ending", async () => {
  place.copyPrepared();
  const owner = await place.startElsewhere(["serve"]);
  await remember(addressOf(owner), "kept");
  await owner.end("SIGKILL");
  expect(await recall((await place.start()).address)).toEqual(["kept"]);
});

test("owner and server killed at one blow: the next start recovers", async () => {
  place.copyPrepared();
  const owner = await place.startElsewhere(["serve"]);
  await remember(addressOf(owner), "kept");
  process.kill(owner.answer.pid ?? 0, "SIGKILL");
  await owner.end("SIGKILL");
  expect(await recall((await place.start()).address)).toEqual(["kept"]);
});

test("a folder nobody else may enter serves as well", async () => {
  mkdirSync(join(place.folder, "closed"), { mode: 0o700 });
  place.dataFolder = join(place.folder, "closed", "data");
  await remember((await place.start()).address, "a");
});

test("only the leaf folder is created", async () => {
  place.dataFolder = join(place.folder, "missing", "data");
  await expect(place.start()).rejects.toMatchObject({ code: "DATABASE_FOLDER" });
});

test("a folder with something else in the place of the cluster is left untouched", async () => {
  mkdirSync(place.cluster(), { recursive: true });
  writeFileSync(join(place.dataFolder, "postgres", "precious"), "");
  await expect(place.start()).rejects.toMatchObject({ code: "DATABASE_FOLDER" });
  expect(statSync(join(place.dataFolder, "postgres", "precious")).isFile()).toBe(true);
});

test("a stale lock that names a stranger's process does not stop the start", async () => {
  place.copyPrepared();
  const first = await place.start();
  await remember(first.address, "kept");
  await first.stop();
  writeFileSync(join(place.dataFolder, "postgres", "postmaster.pid"), `${process.pid}\n${place.cluster()}\n`);
  expect(await recall((await place.start()).address)).toEqual(["kept"]);
  expect(livingProcess(process.pid)).toBeDefined();
});

test("a dying server is restarted at the same address, every time", async () => {
  place.copyPrepared();
  const database = await place.start();
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
  const bin = join(place.folder, "bin");
  const env = without(["unshare"], bin);
  const { mode } = statSync(place.folder);
  chmodSync(place.folder, mode | 0o011);
  const owner = await place.startElsewhere(["serve"], { env });
  await remember(addressOf(owner), "kept");
  expect(statSync(place.cluster()).uid).not.toBe(0);
  await owner.end("SIGKILL");
  expect(await place.isGone()).toBe(true);
  expect(await recall((await place.start()).address)).toEqual(["kept"]);
});

asRoot("a plain user runs the server directly", async () => {
  chmodSync(place.folder, 0o755);
  mkdirSync(place.dataFolder, { mode: 0o700 });
  chownSync(place.dataFolder, 65534, 65534);
  const owner = await place.startElsewhere(["serve"], { uid: 65534, gid: 65534 });
  await remember(addressOf(owner), "kept");
  await owner.end("SIGKILL");
  expect(await place.isGone()).toBe(true);
});
