import { execFileSync, type SpawnOptions } from "node:child_process";
import { chmodSync, chownSync, readFileSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { bareEnvironment, type DatabaseBinaries } from "./databaseBinaries.js";
import { DatabaseRefusal } from "./databaseRefusal.js";

/** How PostgreSQL's programs are started so that they do not run as root, and stop when we are gone. */
export interface DatabaseAccount {
  /** words put before the program */
  prefix: string[];
  identity: Pick<SpawnOptions, "uid" | "gid">;
  /** true when the kernel interrupts the server as soon as this process dies */
  tied: boolean;
  /** gives a file or folder to the account that runs the server */
  own(path: string): void;
}

const TIE = ["setpriv", "--pdeathsig", "INT"];

/**
 * PostgreSQL refuses root. A plain user runs it directly; root runs it in a user namespace (no account, no change of owner),
 * or, where namespaces are refused, as the system's `postgres` or `nobody`. An existing cluster keeps the owner it has.
 * @throws DatabaseRefusal `DATABASE_NO_ACCOUNT`
 */
export function chooseAccount(binaries: DatabaseBinaries, dataFolder: string, cluster: string): DatabaseAccount {
  for (const { prefix, identity } of ways(ownerOf(cluster))) {
    if (!runs(binaries, dataFolder, prefix, identity)) continue;
    const tied = process.platform === "linux" && runs(binaries, dataFolder, [...prefix, ...TIE], identity);
    const own = (path: string) => {
      if (identity.uid !== undefined) chownSync(path, identity.uid, identity.gid ?? -1);
    };
    // Another account must pass through the folder to its cluster; what else lies there stays closed by its own mode.
    if (identity.uid !== undefined) chmodSync(dataFolder, statSync(dataFolder).mode | 0o011);
    return { prefix: tied ? [...prefix, ...TIE] : prefix, identity, tied, own };
  }
  throw new DatabaseRefusal(
    "DATABASE_NO_ACCOUNT",
    `PostgreSQL 不能以 root 身份运行，而此处既不能建立用户命名空间，也不能以 postgres 或 nobody 身份使用 ${dataFolder}。请换普通用户运行，或把 GONGHUI_DATA 设为该用户可进入的目录，或用 DATABASE_URL 指定已有的数据库。`,
    `PostgreSQL refuses to run as root, and here neither a user namespace nor the accounts postgres and nobody can use ${dataFolder}. Run as an ordinary user, set GONGHUI_DATA to a folder that account may enter, or name a database by DATABASE_URL.`,
  );
}

interface Way {
  prefix: string[];
  identity: DatabaseAccount["identity"];
}

function ways(owner: number | undefined): Way[] {
  const here: Way = { prefix: [], identity: {} };
  if (process.geteuid?.() !== 0) return isNamed() ? [here] : [namespace(), here];
  const accounts = readAccounts();
  if (owner !== undefined && owner !== 0) {
    const gid = accounts.find((account) => account.uid === owner)?.gid ?? owner;
    return [{ prefix: [], identity: { uid: owner, gid } }];
  }
  const named = ["postgres", "nobody"].flatMap((name) => accounts.filter((account) => account.name === name));
  return [namespace(), ...named.map(({ uid, gid }) => ({ prefix: [], identity: { uid, gid } }))];
}

// initdb looks its own user up by number and gives up on one without a name, so the namespace shows a number that has one.
function namespace(): Way {
  const named = readAccounts().filter((account) => account.uid > 0);
  const uid = (named.find((account) => account.uid === 1000) ?? named[0])?.uid ?? 1000;
  return { prefix: ["unshare", "--user", `--map-user=${uid}`, `--map-group=${uid}`, "--"], identity: {} };
}

function isNamed(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

function readAccounts(): { name: string; uid: number; gid: number }[] {
  try {
    const lines = readFileSync("/etc/passwd", "utf8").split("\n");
    return lines
      .map((line) => line.split(":"))
      .filter((fields) => fields.length >= 4)
      .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}

function ownerOf(cluster: string): number | undefined {
  return statSync(cluster, { throwIfNoEntry: false })?.uid;
}

function runs(binaries: DatabaseBinaries, dataFolder: string, prefix: string[], identity: Way["identity"]): boolean {
  const trial = (...words: string[]) => {
    const [program = "", ...rest] = [...prefix, ...words];
    execFileSync(program, rest, { ...identity, env: bareEnvironment(), stdio: "ignore", timeout: 10_000, cwd: "/" });
  };
  try {
    trial(join(binaries.folder, "postgres"), "--version");
    trial("test", "-x", identity.uid === undefined ? dataFolder : dirname(dataFolder));
    return true;
  } catch {
    return false;
  }
}
