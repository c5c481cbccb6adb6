import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { linkAccount } from "../../api/access/linkedAccounts.js";
import { Provider } from "../../api/access/provider.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { CLIENT, type RunningProvider, runProvider } from "../access/provider.js";
import { PATIENCE } from "../demonstration/city.js";
import { testServer } from "../shared/freshDatabase.js";
import { type ServedCity, serveCity } from "./servedCity.js";

let served: ServedCity;
let provider: RunningProvider;
beforeAll(async () => {
  served = await serveCity({
    provider: async (url) => {
      provider = await runProvider(url, "localhost"); // another site for a browser, as providers are
      return new Provider({ issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret }, url);
    },
  });
  const reads = new ReadPool({ ...testServer(), database: served.city.client.database ?? "" }, 1);
  await linkAccount(reads.gate, { username: "tashan", issuer: provider.issuer, subject: "u-100" });
  await reads.end();
}, PATIENCE);
afterAll(async () => {
  await served?.close();
  await provider?.end();
}, PATIENCE);

test(
  "somebody signs in over the provider's own page and lands on the dashboard, signed in",
  async () => {
    const page = await served.open();
    await page.getByRole("link", { name: "统一身份认证登录" }).click();
    await page.getByPlaceholder("Enter any login").fill("u-100");
    await page.getByPlaceholder("and password").fill("x");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("管辖范围").first().waitFor();
    expect(new URL(page.url()).origin).toBe(served.url);
    const cookies = await page.context().cookies(served.url);
    expect(cookies).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ name: "gonghui_session", httpOnly: true, sameSite: "Strict" }),
      ]),
    );
    expect(cookies.map(({ name }) => name)).not.toContain("gonghui_oidc");
  },
  PATIENCE,
);

test(
  "whom nobody has linked is told so on a page in both languages",
  async () => {
    const page = await served.open();
    await page.getByRole("link", { name: "统一身份认证登录" }).click();
    await page.getByPlaceholder("Enter any login").fill("u-999");
    await page.getByPlaceholder("and password").fill("x");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("该身份没有可用的账号").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("no account in use");
    await page.getByRole("link", { name: /返回登录页/ }).click();
    await page.getByLabel("用户名").waitFor();
  },
  PATIENCE,
);
