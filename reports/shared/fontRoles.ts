import { fileURLToPath } from "node:url";

/** Roles of type in an official paper: 仿宋, 宋体, 小标宋, 黑体, 楷体. */
export const FONT_ROLES = ["Fang", "Song", "XBS", "Hei", "Kai"] as const;
export type FontRole = (typeof FONT_ROLES)[number];

export const FONT_FILES: Record<FontRole, string> = {
  Fang: "FandolFang-Regular.otf",
  Song: "NotoSerifSC-Regular.ttf",
  XBS: "NotoSerifSC-Bold.ttf",
  Hei: "NotoSansSC-Regular.ttf",
  Kai: "LXGWWenKai-Medium.ttf",
};

/** Where a character is looked for that its own font lacks, nearest in look first. */
export const STAND_INS: Record<FontRole, readonly FontRole[]> = {
  Fang: ["Song", "Kai", "Hei"],
  Kai: ["Song", "Hei"],
  Hei: ["Song", "Kai"],
  Song: ["Hei", "Kai"],
  XBS: ["Song", "Hei", "Kai"],
};

/** Folder the build fills (`fonts.mjs`). */
export const FONT_FOLDER = fileURLToPath(new URL("../../fonts/", import.meta.url));

export function fontFile(role: FontRole): string {
  return `${FONT_FOLDER}${FONT_FILES[role]}`;
}
