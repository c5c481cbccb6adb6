import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type ServedCity, serveCity } from "../console/servedCity.js";
import { PATIENCE } from "../demonstration/city.js";
import { HOSTILE, pdf } from "./fileSamples.js";

let served: ServedCity;
let tashan: string;
beforeAll(async () => {
  served = await serveCity();
  tashan = `tradeUnion-${await served.city.one("select id from trade_union where code = '330602001'")}`;
}, PATIENCE);
afterAll(() => served?.close(), PATIENCE);

test(
  "a clerk sends an approval paper on the union's page, fetches it, and takes it back with a reason; a hostile one is refused in words",
  async () => {
    const page = await served.open("clerk");
    await page.goto(`${served.url}/tradeUnions/${tashan}/show/attachments`);
    const input = page.locator('input[type="file"]');
    const [name, bytes] = HOSTILE["a PDF with a script"] as [string, Buffer];
    await input.setInputFiles({ name, mimeType: "application/pdf", buffer: bytes });
    await page.getByText("PDF 含脚本、启动动作或内嵌文件").waitFor();
    await input.setInputFiles({ name: "建会批复.pdf", mimeType: "application/pdf", buffer: pdf() });
    const row = page.getByRole("row").filter({ hasText: "建会批复.pdf" });
    await row.waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      row.getByRole("link", { name: "下载" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("建会批复.pdf");
    const hash = (content: Buffer) => createHash("sha256").update(content).digest("hex");
    expect(hash(readFileSync(await download.path()))).toBe(hash(pdf()));
    await row.getByRole("button", { name: "撤回附件" }).click();
    await page.getByLabel("修改事由").fill("误传");
    await page.getByRole("dialog").getByRole("button", { name: "撤回附件" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" }); // while it is open the row cannot be reached
    await row.waitFor();
    await row.getByRole("link", { name: "下载" }).waitFor({ state: "detached" });
    const { rows } = await served.city.client.query("select file_name, withdrawal_reason from attachment");
    expect(rows).toEqual([{ file_name: "建会批复.pdf", withdrawal_reason: "误传" }]);
    expect(served.faults.filter((fault) => !/422/.test(fault))).toEqual([]);
  },
  PATIENCE,
);

test(
  "the clerk finds the files of workers in hardship in the menu; an official does not",
  async () => {
    const page = await served.open("clerk");
    await page.goto(`${served.url}/hardshipCases`);
    await page.getByRole("columnheader", { name: "困难类别" }).waitFor();
    const official = await served.open("official");
    expect(await official.getByRole("link", { name: "困难职工档案" }).count()).toBe(0);
  },
  PATIENCE,
);
