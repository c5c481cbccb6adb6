import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = join(root, "dist", "browser");
const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const ARCHIVES = ["chromium.br", "al2023.tar.br", "swiftshader.tar.br"];
/** Nothing leaves the machine, and root may run it. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
];

/**
 * Opens Chromium without a window: the one of the operating system, or else the one that came with `npm ci`.
 * Both see only the fonts of the papers, so Chinese shows on a machine that has no font at all, and pictures are alike.
 * `TEST_BROWSER=packaged` asks for the second, any other value is the path of a browser.
 */
export async function openBrowser({ args = [] }: { args?: string[] } = {}): Promise<Browser> {
  const asked = process.env.TEST_BROWSER;
  const system = asked === "packaged" ? undefined : (asked ?? SYSTEM_BROWSERS.find((path) => existsSync(path)));
  const env = { ...process.env, FONTCONFIG_FILE: fontsOfThePapers(), LANG: "C.UTF-8" } as Record<string, string>;
  if (system) return chromium.launch({ executablePath: system, args: [...FLAGS, ...args], env });
  const libraries = [join(packagedBrowser(), "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [...FLAGS, ...args],
    env: { ...env, LD_LIBRARY_PATH: libraries },
  });
}

/** Unpacks the browser beside the build, once; test files that run side by side may both try, and the first wins. */
function packagedBrowser(): string {
  if (existsSync(join(folder, "chromium"))) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const home = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
  const script = `const { inflate } = await import(${JSON.stringify(pathToFileURL(join(home, "index.js")).href)});
    for (const archive of ${JSON.stringify(ARCHIVES.map((name) => join(dirname(home), "bin", name)))}) await inflate(archive);`;
  // A process of its own, as the package unpacks into the system's folder for temporary files and nowhere else.
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    env: { ...process.env, TMPDIR: draft, TEMP: draft, TMP: draft },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The packaged browser could not be unpacked: ${stderr}`);
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(join(folder, "chromium"))) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** The fontconfig file that offers the fonts of the papers and nothing else. */
function fontsOfThePapers(): string {
  const fonts = join(root, "dist", "fonts");
  if (!existsSync(fonts)) throw new Error("dist/fonts is missing: run `npm run build` first");
  const cache = join(root, "dist", "font-cache");
  const file = join(cache, "fonts.conf");
  mkdirSync(cache, { recursive: true });
  const alias = (generic: string, family: string) =>
    `<match target="pattern"><test name="family"><string>${generic}</string></test><edit name="family" mode="append" binding="strong"><string>${family}</string></edit></match>`;
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${cache}</cachedir>
  ${alias("sans-serif", "Noto Sans SC")}
  ${alias("monospace", "Noto Sans SC")}
  ${alias("serif", "Noto Serif SC")}
  <match target="pattern"><edit name="family" mode="append_last"><string>Noto Sans SC</string></edit></match>
</fontconfig>
`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  return file;
}
