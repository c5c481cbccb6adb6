import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { generateSync } from "otplib";
import type { Page } from "playwright-core";
import { PATIENCE } from "../demonstration/city.js";
import { PASSWORD } from "../shared/world.js";
import { type ServedCity, serveCity } from "./servedCity.js";

const NEW_PASSWORD = "seven grey herons";
let served: ServedCity;
beforeAll(async () => {
  served = await serveCity();
}, PATIENCE);
afterAll(() => served?.close(), PATIENCE);

const shots = process.env.TEST_PICTURES;
const picture = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};
const enter = async (page: Page, username: string, password: string, code?: string) => {
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码").fill(password);
  if (code) await page.getByLabel("动态验证码或恢复码").fill(code);
  await page.getByRole("button", { name: "登录", exact: true }).click();
};
const choose = async (page: Page, label: string, typed: string) => {
  await page.getByRole("dialog").getByLabel(label).fill(typed);
  await page
    .getByRole("option", { name: new RegExp(typed) })
    .first()
    .click();
};

test(
  "an administrator makes an account; its owner changes the one-time password first, is given a second role and switches",
  async () => {
    const admin = await served.open("admin");
    await admin.goto(`${served.url}/accounts`);
    await admin.getByRole("button", { name: "新建账号" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("用户名").fill("lin.yue");
    await dialog.getByLabel("显示姓名").fill("林月");
    await dialog.getByLabel("角色").click();
    await admin.getByRole("option", { name: "经办人" }).click();
    await choose(admin, "管辖范围（此工会及其下级）", "塔山街道总工会");
    await picture(admin, "account-create");
    await dialog.getByRole("button", { name: "新建账号" }).click();
    await admin.getByText("只显示这一次").waitFor();
    const once = ((await admin.getByRole("dialog").locator("code").textContent()) ?? "").trim();
    await picture(admin, "one-time-password");
    await admin.getByRole("button", { name: "已妥善保存，关闭" }).click();

    const own = await served.open();
    await enter(own, "lin.yue", once);
    await own.getByText("您使用的是一次性密码").waitFor();
    await picture(own, "change-password-first");
    await own.goto(`${served.url}/tradeUnions`); // no page stands before it
    await own.getByText("您使用的是一次性密码").waitFor();
    await own.getByLabel("现密码").fill(once);
    await own.getByLabel("新密码", { exact: false }).first().fill(NEW_PASSWORD);
    await own.getByLabel("再次输入新密码").fill(NEW_PASSWORD);
    await own.getByRole("button", { name: "修改密码" }).click();
    await own.getByText("管辖范围").first().waitFor();

    await admin.getByText("lin.yue").first().click();
    await admin.getByRole("tab", { name: "授权" }).click();
    await admin.getByRole("button", { name: "授予角色" }).click();
    await admin.getByRole("dialog").getByLabel("角色").click();
    await admin.getByRole("option", { name: "查阅人员" }).click();
    await choose(admin, "管辖范围（此工会及其下级）", "越城区总工会");
    await admin.getByRole("dialog").getByRole("button", { name: "授予角色" }).click();
    await admin.getByRole("dialog").waitFor({ state: "detached" });
    await picture(admin, "grants");

    await own.reload();
    await own.getByRole("button", { name: "切换授权" }).click();
    await picture(own, "switch");
    await own.getByRole("menuitem", { name: /越城区总工会/ }).click();
    await own.getByText("查阅人员").first().waitFor();
    await own.waitForLoadState("networkidle");
    // The switch loads the page anew, which may cut a first call short.
    await own.goto(`${served.url}/own`).catch(() => own.goto(`${served.url}/own`));
    await own.getByText("本会话").waitFor();
    await picture(own, "own-account");
  },
  PATIENCE,
);

test(
  "a token is made and shown once, and a record out of reach tells why it is not amended",
  async () => {
    const yuecheng = await served.open("yuecheng");
    await yuecheng.goto(`${served.url}/apiTokens`);
    await yuecheng.getByRole("button", { name: "新建令牌" }).click();
    const dialog = yuecheng.getByRole("dialog");
    await dialog.getByLabel("名称").fill("统计平台");
    await choose(yuecheng, "权限范围", "工会与区划：查阅");
    await picture(yuecheng, "token-create");
    await dialog.getByRole("button", { name: "新建令牌" }).click();
    await yuecheng.getByText("只显示这一次").waitFor();
    expect(((await yuecheng.getByRole("dialog").locator("code").textContent()) ?? "").trim()).toMatch(
      /^gonghui_[A-Za-z0-9]{8}_/,
    );
    await yuecheng.getByRole("button", { name: "已妥善保存，关闭" }).click();
    await yuecheng.getByText("统计平台").first().waitFor();
    await picture(yuecheng, "tokens");

    const profile = await served.city.one(
      "select p.id from township_profile p join division d on d.id = p.division_id where d.code like '330603%' limit 1",
    );
    await yuecheng.goto(`${served.url}/townshipProfiles/townshipProfile-${profile}/show`);
    const edit = yuecheng.getByRole("button", { name: "修改" });
    await edit.waitFor();
    expect(await edit.getAttribute("aria-disabled")).toBe("true");
    await edit.hover();
    await yuecheng.getByRole("tooltip", { name: /在该工会范围内没有此项权限：amend:township-profile/ }).waitFor();
    await picture(yuecheng, "why-not");
  },
  PATIENCE,
);

test(
  "a second factor is set up on one's own page and asked for at the next sign-in",
  async () => {
    const page = await served.open("tashan");
    await page.goto(`${served.url}/own`);
    const part = page.getByRole("region", { name: "两步验证" });
    await part.getByLabel("现密码").fill(PASSWORD);
    await part.getByRole("button", { name: "开始绑定" }).click();
    const secret = ((await part.locator("code").textContent()) ?? "").replaceAll(/\s/g, "");
    await picture(page, "factor");
    await part
      .getByLabel("验证器显示的 6 位数字")
      .fill(generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) - 30 }));
    await part.getByRole("button", { name: "完成绑定" }).click();
    await part.getByText("恢复码").waitFor();
    expect(((await part.locator("pre").textContent()) ?? "").trim().split("\n")).toHaveLength(10);
    await picture(page, "recovery-codes");
    const again = await served.open();
    await enter(again, "tashan", PASSWORD);
    await again.getByText("请输入动态验证码").waitFor();
    await again.getByLabel("动态验证码或恢复码").fill(generateSync({ secret }));
    await again.getByRole("button", { name: "登录", exact: true }).click();
    await again.getByText("管辖范围").first().waitFor();
  },
  PATIENCE,
);

test("no page did what it must not", () => {
  expect(served.faults).toEqual([]);
});
