// Builds what is missing or older than its sources: the server, the fonts, the console. `--all` builds everything anew, `--server` leaves the console out.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const flags = new Set(process.argv.slice(2));
const at = (...parts) => join(root, ...parts);

function* filesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === "dist") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path);
    else yield path;
  }
}

function isFresh(stamp, sources) {
  if (flags.has("--all") || !existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((source) =>
    [...(statSync(at(source)).isDirectory() ? filesOf(at(source)) : [at(source)])].every(
      (file) => statSync(file).mtimeMs <= built,
    ),
  );
}

function run(what, script, args) {
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: flags.has("--quiet") ? ["ignore", "ignore", "inherit"] : "inherit",
  });
  if (status !== 0) {
    console.error(`构建失败 · Build failed: ${what}${error ? ` (${error.message})` : ""}`);
    process.exit(1);
  }
}

function build(name, sources, steps) {
  const stamp = at("dist", `.${name}.built`);
  if (isFresh(stamp, sources)) return;
  const begun = new Date();
  if (!flags.has("--quiet")) console.error(`构建 · Building: ${name}`);
  mkdirSync(at("dist"), { recursive: true });
  steps();
  writeFileSync(stamp, begun.toISOString());
}

/** Files that are read at run time beside the compiled code. */
function copyBeside(folder, ending) {
  for (const file of filesOf(at(folder)))
    if (file.endsWith(ending)) cpSync(file, at("dist", relative(root, file)), { recursive: true });
}

build("server", ["schema", "api", "reports", "tests", "package.json", "tsconfig.json"], () => {
  // Emptied first, or a file whose source is gone would live on, and its test with it.
  for (const folder of ["schema", "api", "reports", "tests", "admin", ".tsbuildinfo"])
    rmSync(at("dist", folder), { recursive: true, force: true });
  run("server", at("node_modules", "typescript", "bin", "tsc"), ["-p", root]);
  copyBeside("api", ".csv");
  copyBeside("reports", ".graphql");
  copyBeside("reports", ".mjs");
  copyBeside("schema", ".graphql");
});
build("fonts", ["reports/shared/fonts.mjs", "reports/fonts", "package-lock.json"], () =>
  run("fonts", at("reports", "shared", "fonts.mjs"), []),
);
if (!flags.has("--server") && existsSync(at("admin", "vite.config.ts")))
  build("console", ["admin", "schema", "package-lock.json"], () =>
    run("console", at("node_modules", "vite", "bin", "vite.js"), [
      "build",
      "--config",
      at("admin", "vite.config.ts"),
      "--logLevel",
      "warn",
    ]),
  );
