import { expect, test } from "@jest/globals";
import {
  HALF_PITCH,
  lineHeightFor,
  MARGINS,
  mm,
  PAGE,
  PITCH,
  pitchesFor,
  TYPE_AREA,
} from "../../reports/shared/page.rules.js";
import { titleLines } from "../../reports/shared/titleLines.rules.js";
import { officialDay } from "../../schema/shared/officialDay.rules.js";

const TITLES: [title: string, keep: string[], lines: string[]][] = [
  ["塔山街道总工会2025年度“六好”考核情况报告", ["塔山街道总工会"], ["塔山街道总工会2025年度", "“六好”考核情况报告"]],
  ["关于表彰先进集体的决定", [], ["关于表彰先进集体的决定"]],
  [
    "绍兴市柯桥区平水镇总工会2025年度“六好”考核情况报告",
    ["绍兴市柯桥区平水镇总工会"],
    ["绍兴市柯桥区平水镇总工会", "2025年度“六好”考核情况报告"],
  ],
];

test.each(TITLES)("a title is broken by sense: %s", (title, keep, lines) => {
  expect(titleLines(title, keep)).toEqual(lines);
});

const MANY = [
  "关于进一步加强基层工会建设的实施意见",
  "关于印发《绍兴市乡镇（街道）总工会规范化建设标准》的通知",
  "关于做好2025年度全市基层工会组织建设和会员发展工作的通知",
  "关于公布2024年度“六好”乡镇（街道）工会考核结果的通报",
  "关于调整绍兴市推进基层工会建设工作领导小组成员的通知",
  "关于同意越城区塔山街道总工会第三届委员会选举结果的批复",
  "绍兴市总工会关于开展困难职工帮扶和送温暖活动的实施方案",
  "越城区总工会关于2025年工会经费收缴和使用管理情况的报告",
];

test.each(MANY)("no line is too long, none begins or ends badly, and no name is torn: %s", (title) => {
  const lines = titleLines(title, ["越城区塔山街道总工会", "绍兴市总工会", "越城区总工会"]);
  expect(lines.join("")).toBe(title);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(22);
  for (const line of lines.slice(1)) expect(line).not.toMatch(/^[的和与及、》”〕）]/u);
  for (const line of lines) expect(line).not.toMatch(/[（《“〔]$/u);
  const widths = lines.map((line) => line.length);
  expect(widths.at(-1)).toBeGreaterThanOrEqual(Math.max(...widths) / 3);
});

test("a title without a place to break is cut at the longest line", () => {
  expect(titleLines("《".padEnd(30, "会")).every((line) => line.length <= 20)).toBe(true);
});

test("a day is written with Arabic digits and no leading zeros", () => {
  expect(officialDay("2013-09-05")).toBe("2013年9月5日");
  expect(officialDay("2025-12-31")).toBe("2025年12月31日");
  expect(() => officialDay("2025-1-1")).toThrow(RangeError);
});

test("the type area is 156 by 225 mm, inside margins of 28, 37, 26 and 35 mm", () => {
  expect(PAGE.width - MARGINS.left - MARGINS.right).toBeCloseTo(TYPE_AREA.width, 6);
  expect(PAGE.height - MARGINS.top - MARGINS.bottom).toBeCloseTo(TYPE_AREA.height, 6);
  expect(mm(25.4)).toBeCloseTo(72, 9);
  expect(22 * PITCH).toBeLessThanOrEqual(TYPE_AREA.height);
  expect(lineHeightFor(22) * 22).toBeCloseTo(PITCH, 9);
  expect([pitchesFor(PITCH), pitchesFor(PITCH + HALF_PITCH), pitchesFor(1)]).toEqual([1, 2, 1]);
});
