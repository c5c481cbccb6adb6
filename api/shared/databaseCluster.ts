import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { DatabaseAccount } from "./databaseAccount.js";
import { bareEnvironment, type DatabaseBinaries } from "./databaseBinaries.js";
import { DatabaseRefusal } from "./databaseRefusal.js";

/** Owner of the embedded cluster and of our database in it. */
export const CLUSTER_USER = "gonghui";
export const CLUSTER_DATABASE = "gonghui";

export function clusterFolder(dataFolder: string): string {
  return join(dataFolder, "postgres");
}

/** Major version of the PostgreSQL that made the cluster; undefined when there is none yet. */
export function clusterVersion(cluster: string): number | undefined {
  const path = join(cluster, "PG_VERSION");
  return existsSync(path) ? Number.parseInt(readFileSync(path, "utf8"), 10) : undefined;
}

/**
 * Makes the cluster if there is none. It is made aside and renamed when complete, so that an interrupted first start
 * leaves nothing half-made behind.
 * @throws DatabaseRefusal `DATABASE_START_FAILED`
 */
export function createCluster(
  binaries: DatabaseBinaries,
  account: DatabaseAccount,
  dataFolder: string,
  durable: boolean,
): void {
  const cluster = clusterFolder(dataFolder);
  for (const name of readdirSync(dataFolder))
    if (name.startsWith("postgres-new-")) rmSync(join(dataFolder, name), { recursive: true, force: true });
  if (clusterVersion(cluster) !== undefined) {
    // A copied or unpacked folder often comes back open to others, and PostgreSQL refuses it then.
    if (statSync(cluster).mode & 0o077) chmodSync(cluster, 0o700);
    return;
  }
  if (existsSync(cluster) && readdirSync(cluster).length > 0)
    throw new DatabaseRefusal(
      "DATABASE_FOLDER",
      `${cluster} 不是完整的数据库目录（缺少 PG_VERSION），也不是空目录。为免损坏数据，没有改动它；请检查后移走或从备份恢复。`,
      `${cluster} is neither a complete database folder (PG_VERSION is missing) nor empty. It was left untouched; look at it, then move it away or restore a backup.`,
    );
  const fresh = join(dataFolder, `postgres-new-${process.pid}`);
  const passwordFile = `${fresh}-password`;
  writeFileSync(passwordFile, newPassword(dataFolder), { mode: 0o600 });
  account.own(passwordFile);
  try {
    // Older systems lack the locale C.UTF-8; texts are sorted by our own collations, so plain C serves as well.
    let failure = initialise(binaries, account, fresh, passwordFile, "C.UTF-8", durable);
    if (failure !== undefined) failure = initialise(binaries, account, fresh, passwordFile, "C", durable);
    if (failure !== undefined)
      throw new DatabaseRefusal("DATABASE_START_FAILED", `建立数据库失败：${failure}`, `initdb failed: ${failure}`);
    renameSync(fresh, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

function initialise(
  binaries: DatabaseBinaries,
  account: DatabaseAccount,
  folder: string,
  passwordFile: string,
  locale: string,
  durable: boolean,
): string | undefined {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  account.own(folder);
  const [program = "", ...words] = [
    ...account.prefix,
    join(binaries.folder, "initdb"),
    `--pgdata=${folder}`,
    `--username=${CLUSTER_USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    `--locale=${locale}`,
    "--data-checksums",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  try {
    execFileSync(program, words, {
      ...account.identity,
      env: bareEnvironment(),
      cwd: "/",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return undefined;
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? "").trim() || (error as Error).message;
  }
}

/** Password of the embedded cluster. @throws DatabaseRefusal `DATABASE_FOLDER` when the file is missing or closed to us */
export function readPassword(dataFolder: string): string {
  try {
    return readFileSync(passwordPath(dataFolder), "utf8").trim();
  } catch (error) {
    throw new DatabaseRefusal(
      "DATABASE_FOLDER",
      `读不到数据库密码文件 ${passwordPath(dataFolder)}。请用建立数据的同一用户运行，或从备份恢复该文件。`,
      `Cannot read the database password in ${passwordPath(dataFolder)}. Run as the user who made the data, or restore the file from a backup.`,
      error,
    );
  }
}

function newPassword(dataFolder: string): string {
  const path = passwordPath(dataFolder);
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString("base64url"), { mode: 0o600, flush: true });
  return readPassword(dataFolder);
}

function passwordPath(dataFolder: string): string {
  return join(dataFolder, "postgres-password");
}
