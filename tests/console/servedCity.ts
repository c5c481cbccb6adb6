import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSync } from "otplib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Provider } from "../../api/access/provider.js";
import type { House } from "../../api/context.js";
import { FileStore } from "../../api/documents/fileStore.js";
import { createOrm } from "../../api/orm.js";
import { createServer } from "../../api/server.js";
import { registerKey } from "../../api/shared/openSealing.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { openCity } from "../demonstration/city.js";
import { openBrowser } from "../shared/browser.js";
import { freePort } from "../shared/freePort.js";
import { testServer } from "../shared/freshDatabase.js";
import { testSealing } from "../shared/testSealing.js";
import { PASSWORD } from "../shared/world.js";

/** The demonstration city served as to a user, and a browser before it. */
export interface ServedCity {
  url: string;
  browser: Browser;
  city: Awaited<ReturnType<typeof openCity>>;
  /** What a page did that it must not: errors in its console, requests to other hosts. */
  faults: string[];
  /** A page of its own browser profile, signed in by the form when an account is named. */
  open(username?: string, profile?: Parameters<Browser["newContext"]>[0]): Promise<Page>;
  close(): Promise<void>;
}

interface Served {
  demonstration?: boolean;
  /** Makes the identity provider of the console at this address. */
  provider?: (url: string) => Promise<Provider>;
}

const quiet = () => {};

/** Serves a copy of the demonstration city on a free port. */
export async function serveCity({ demonstration = true, provider }: Served = {}): Promise<ServedCity> {
  const city = await openCity();
  await registerKey(city.client, testSealing);
  const address = { ...testServer(), database: city.client.database ?? "" };
  const orm = await createOrm(address);
  const reads = new ReadPool(address, 6);
  const log = { info: quiet, warn: quiet, error: (facts: object) => console.error(facts) };
  const folder = mkdtempSync(join(tmpdir(), "gonghui-files-"));
  const house = {
    orm,
    reads,
    sealing: testSealing,
    files: new FileStore(folder),
    publicUrl: "http://127.0.0.1:4000",
    demonstration,
    log,
  } as unknown as House;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  if (provider) Object.assign(house, { publicUrl: url, provider: await provider(url) });
  const app = await createServer(house);
  await app.listen({ port, host: "127.0.0.1" });
  const browser = await openBrowser();
  const faults: string[] = [];
  const profiles: BrowserContext[] = [];
  return {
    url,
    browser,
    city,
    faults,
    open: async (username, profile = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", ...profile });
      context.setDefaultTimeout(15_000);
      profiles.push(context);
      const page = await context.newPage();
      watch(page, url, faults);
      await page.goto(url);
      if (username) await signIn(page, username);
      return page;
    },
    close: async () => {
      for (const context of profiles) await context.close();
      await browser.close();
      await app.close();
      await reads.end();
      await orm.close(true);
      await city.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function watch(page: Page, url: string, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("request", (request) => {
    const elsewhere = !request.url().startsWith(url) && !/^(data|blob):/.test(request.url());
    if (elsewhere) faults.push(`asked another host: ${request.url()}`);
  });
}

/** Fills in the sign-in form. */
export async function fillSignIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

/** Signs in, with the digits of the second factor where they are asked for, and waits for the dashboard. */
export async function signIn(page: Page, username: string, factor?: string): Promise<void> {
  await fillSignIn(page, username);
  if (factor) {
    await page.getByLabel("动态验证码或恢复码").fill(generateSync({ secret: factor }));
    await page.getByRole("button", { name: "登录", exact: true }).click();
  }
  await page.getByText("管辖范围").first().waitFor();
}

/** Sets the second factor up on the page that stands before all others until it is done. Its secret; the step before now is used. */
export async function setUpFactor(page: Page): Promise<string> {
  await page.getByText("您的角色须使用两步验证").waitFor();
  await page.getByLabel("现密码").fill(PASSWORD);
  await page.getByRole("button", { name: "开始绑定" }).click();
  const secret = ((await page.locator("form code").textContent()) ?? "").replaceAll(/\s/g, "");
  const epoch = Math.floor(Date.now() / 1_000) - 30;
  await page.getByLabel("验证器显示的 6 位数字").fill(generateSync({ secret, epoch }));
  await page.getByRole("button", { name: "完成绑定" }).click();
  await page.getByText("恢复码").first().waitFor();
  await page.getByRole("button", { name: "已妥善保存，关闭" }).click();
  await page.getByText("管辖范围").first().waitFor();
  return secret;
}
