import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { FactorSeal } from "../../api/access/factorSeal.js";
import type { House } from "../../api/context.js";
import { FileStore } from "../../api/documents/fileStore.js";
import { createOrm } from "../../api/orm.js";
import { createServer } from "../../api/server.js";
import { ReadPool } from "../../api/shared/readPool.js";
import { openCity } from "../demonstration/city.js";
import { openBrowser } from "../shared/browser.js";
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

const quiet = () => {};

/** Serves a copy of the demonstration city on a free port. */
export async function serveCity({ demonstration = true } = {}): Promise<ServedCity> {
  const city = await openCity();
  const address = { ...testServer(), database: city.client.database ?? "" };
  const orm = await createOrm(address);
  const reads = new ReadPool(address, 6);
  const log = { info: quiet, warn: quiet, error: (facts: object) => console.error(facts) };
  const factorSeal = new FactorSeal(() => Buffer.alloc(32, 7));
  const folder = mkdtempSync(join(tmpdir(), "gonghui-files-"));
  const house = {
    orm,
    reads,
    sealing: testSealing,
    factorSeal,
    files: new FileStore(folder),
    publicUrl: "http://127.0.0.1:4000",
    demonstration,
    log,
  } as unknown as House;
  const app = await createServer(house);
  await app.listen({ port: 0, host: "127.0.0.1" });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
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
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const elsewhere = !request.url().startsWith(url) && !/^(data|blob):/.test(request.url());
    if (elsewhere) faults.push(`asked another host: ${request.url()}`);
  });
}

/** Fills in the sign-in form and waits for the dashboard. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByText("管辖范围").waitFor();
}
