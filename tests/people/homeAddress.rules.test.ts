import { expect, test } from "@jest/globals";
import { maskHomeAddress, normaliseHomeAddress, whyNotHomeAddress } from "../../schema/people/homeAddress.rules.js";

test.each([
  ["绍兴市越城区塔山街道解放路12号", "绍兴市越城区塔山街道****"],
  ["浙江省绍兴市柯桥区安昌镇某某路3号2室", "浙江省绍兴市柯桥区安昌镇****"],
  ["上虞区道墟街道某村5号", "上虞区道墟街道****"],
  ["新昌县某某新村1幢", "新昌县****"],
  ["绍兴市 越城区 塔山街道 解放路12号", "绍兴市越城区塔山街道****"],
  ["解放路12号幸福市场楼上", "****"],
  ["某村三组", "****"],
  ["12 Unknown Road", "****"],
  ["", "****"],
])("%s is shown as %s: no street, village or house", (address, shown) => {
  expect(maskHomeAddress(normaliseHomeAddress(address))).toBe(shown);
  expect(shown).not.toMatch(/[路街巷弄号村室幢]\*|\d/);
});

test("an address has 5 to 120 characters, blanks not counted twice", () => {
  expect(whyNotHomeAddress("越城区某路1号")).toBeUndefined();
  for (const bad of ["", "  某  ", "越城区", "长".repeat(121)])
    expect(whyNotHomeAddress(bad, ["homeAddress"])).toMatchObject({ code: "INVALID_FORMAT", path: ["homeAddress"] });
});

test("a long hostile address is masked at once", () => {
  const begun = performance.now();
  for (const text of ["省".repeat(100_000), "a".repeat(100_000), "市区县镇".repeat(25_000)]) maskHomeAddress(text);
  expect(performance.now() - begun).toBeLessThan(50);
});
