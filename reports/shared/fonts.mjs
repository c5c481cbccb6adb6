/**
 * Puts the five fonts of the paper into dist/fonts, each checked against its SHA-256. Run by the build;
 * a folder that is already right is left alone.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const shelf = path.join(home, "dist", "fonts");
const stamp = path.join(shelf, "shelf.json");

const copy = async (source) => await readFile(source);
const decompress = async (source) => Buffer.from(await require("wawoff2").decompress(await readFile(source)));

const FONTS = [
  {
    file: "FandolFang-Regular.otf",
    source: path.join(home, "reports/fonts/FandolFang-Regular.otf"),
    read: copy,
    sha256: "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
  },
  {
    file: "NotoSerifSC-Regular.ttf",
    source: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    read: copy,
    sha256: "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
  },
  {
    file: "NotoSerifSC-Bold.ttf",
    source: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
    read: copy,
    sha256: "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
  },
  {
    file: "NotoSansSC-Regular.ttf",
    source: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    read: copy,
    sha256: "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
  },
  {
    // The file called "latin" holds the whole font.
    file: "LXGWWenKai-Medium.ttf",
    source: "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2",
    read: decompress,
    sha256: "0b61bfb5d7a5021e57085c6d868d93f0a82d35b4484e6e887392729b6794bccd",
  },
];

/** The shelf as it is: file, digest, size and time of change; equal text means nothing was touched since it was checked. */
async function describeShelf() {
  const rows = await Promise.all(
    FONTS.map(async ({ file, sha256 }) => {
      const { size, mtimeMs } = await stat(path.join(shelf, file));
      return { file, sha256, size, changed: Math.round(mtimeMs) };
    }),
  );
  return `${JSON.stringify(rows, undefined, 1)}\n`;
}

async function isRight() {
  try {
    return (await readFile(stamp, "utf8")) === (await describeShelf());
  } catch {
    return false;
  }
}

async function shelve({ file, source, read, sha256 }) {
  const bytes = await read(path.isAbsolute(source) ? source : require.resolve(source));
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== sha256) throw new Error(`${file} is not the font that was checked in: SHA-256 ${found}`);
  const target = path.join(shelf, file);
  await writeFile(`${target}.new`, bytes);
  await rename(`${target}.new`, target);
}

if (!(await isRight())) {
  await mkdir(shelf, { recursive: true });
  for (const font of FONTS) await shelve(font);
  await writeFile(stamp, await describeShelf());
}
