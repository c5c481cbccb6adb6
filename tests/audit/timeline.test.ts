import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type ServedCity, serveCity } from "../console/servedCity.js";
import { PATIENCE } from "../demonstration/city.js";

let served: ServedCity;
let tashan: string;
beforeAll(async () => {
  served = await serveCity();
  tashan = `tradeUnion-${await served.city.one("select id from trade_union where code = '330602001'")}`;
}, PATIENCE);
afterAll(() => served?.close(), PATIENCE);

test("the timeline of a record shows what changed, and restores an earlier version as a new one", async () => {
  const page = await served.open("tashan");
  for (const phone of ["0575-11110000", "0575-22220000"]) {
    await page.goto(`${served.url}/tradeUnions/${tashan}`);
    await page.getByLabel("办公电话").fill(phone);
    await page.getByRole("button", { name: "保存" }).click();
    await page.waitForURL(/show/);
  }
  await page.goto(`${served.url}/tradeUnions/${tashan}/show/audit`);
  await page.getByRole("cell", { name: "0575-22220000" }).first().waitFor();
  const earlier = page.getByRole("listitem").filter({ has: page.getByRole("cell", { name: "0575-11110000" }) });
  await earlier.getByRole("button", { name: "恢复此版本" }).first().click();
  await page.getByText("已恢复为新的版本").waitFor();
  const [row] = (
    await served.city.client.query(
      "select u.phone, e.reason, e.before ->> 'phone' as was from trade_union u join lateral (select * from audit_entry where record = 'trade_union' and record_id = u.id order by id desc limit 1) e on true where u.code = '330602001'",
    )
  ).rows;
  expect(row).toMatchObject({ phone: "0575-11110000", was: "0575-22220000", reason: expect.stringMatching(/^恢复 /) });
  expect(served.faults).toEqual([]);
});

test("an auditor reads the log by kind and is offered nothing to restore", async () => {
  const page = await served.open("auditor");
  await page.goto(`${served.url}/tradeUnions/${tashan}/show/audit`);
  await page.getByRole("cell", { name: "0575-22220000" }).first().waitFor();
  const button = page.getByRole("button", { name: "恢复此版本" }).first();
  await expect(button.getAttribute("aria-disabled")).resolves.toBe("true");
  await page.goto(
    `${served.url}/auditEntries?filter=${encodeURIComponent(JSON.stringify({ kind: { eq: "SIGN_IN" } }))}`,
  );
  await page.getByText("登录与退出").first().waitFor();
});
