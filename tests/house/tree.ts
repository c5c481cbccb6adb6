import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json; the tests run from `dist/tests/`. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const FLOORS = ["schema", "api", "admin", "reports", "tests"] as const;
const NOT_OURS = new Set(["node_modules", "dist", ".data", ".git", "peers"]);

/** Paths of all files below a folder of the project, with slashes, sorted; nothing installed, built or kept as data. */
export function filesBelow(folder: string, root = ROOT): string[] {
  const found: string[] = [];
  const visit = (directory: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (NOT_OURS.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else found.push(relative(root, path).split(sep).join("/"));
    }
  };
  visit(join(root, folder));
  return found.sort();
}

export const sources = (): string[] => FLOORS.flatMap((floor) => filesBelow(floor));
export const code = (): string[] => sources().filter((path) => /\.(ts|tsx|mts|mjs|cjs)$/.test(path));
export const textOf = (path: string, root = ROOT): string => readFileSync(join(root, path), "utf8");

/** Runs one of the installed tools and answers what it printed, whatever its exit code. */
export function runTool(
  script: string,
  args: string[],
  cwd = ROOT,
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(ROOT, "node_modules", script), ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}
