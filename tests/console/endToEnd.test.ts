import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { PATIENCE } from "../demonstration/city.js";
import { type ServedCity, serveCity, signIn } from "./servedCity.js";

const TASHAN = "330602001";
let served: ServedCity;
let tashan: string;

beforeAll(async () => {
  served = await serveCity();
  tashan = `tradeUnion-${await served.city.one("select id from trade_union where code = $1", [TASHAN])}`;
}, PATIENCE);
afterAll(() => served?.close(), PATIENCE);

const pageOf = (path: string) => `${served.url}${path}`;
const node = (page: Page, name: string) => page.getByRole("treeitem", { name: new RegExp(name) }).first();

test("a wrong password is told in words, the right one leads to the totals of the own scope", async () => {
  const page = await served.open();
  await page.getByLabel("用户名").fill("yuecheng");
  await page.getByLabel("密码").fill("wrong");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByRole("alert").waitFor();
  await signIn(page, "yuecheng");
  const [unions] = await served.city.list(
    "select count(*)::integer from trade_union u, trade_union y where y.code = '330602' and u.path >= y.path and u.path < subtree_end(y.path) and u.standing",
  );
  await page
    .getByRole("link", { name: Number(unions).toLocaleString("en-US"), exact: true })
    .first()
    .waitFor();
});

test("the tree opens to a village, and opening a union asks for those directly below it and nothing else", async () => {
  const page = await served.open("shaoxing");
  await page.goto(pageOf("/tree"));
  await node(page, "越城区总工会").waitFor();
  const asked: { parent: string; answered: number }[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith("/graphql")) return;
    const { variables } = response.request().postDataJSON();
    const body = await response.json();
    if (variables.filter?.parent)
      asked.push({ parent: variables.filter.parent.eq, answered: body.data.page.nodes.length });
  });
  for (const name of ["越城区总工会", "塔山街道总工会"]) {
    await node(page, name).locator(".MuiTreeItem-iconContainer").first().click();
    await expect(node(page, name).getAttribute("aria-expanded")).resolves.toBe("true");
    await node(page, name).getByRole("group").getByRole("treeitem").nth(1).waitFor();
  }
  const village = page.getByRole("treeitem", { name: /社区工会/ }).first();
  await village.waitFor();
  expect(asked).toHaveLength(2);
  expect(asked[1]?.parent).toBe(tashan);
  expect(asked[1]?.answered).toBe(
    await served.city.one("select count(*)::integer from trade_union where parent_id = $1 and standing", [
      tashan.split("-")[1],
    ]),
  );
  await village.locator(".MuiTreeItem-label").first().click();
  await page.getByText("本会及全部下级").waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowLeft");
  await page.locator("[role=tree] > [role=treeitem][aria-expanded=false]").first().waitFor();
});

test("a search by initials reveals the way to the union", async () => {
  const page = await served.open("shaoxing");
  await page.goto(pageOf("/tree"));
  await page.getByLabel("查找工会").fill("tsjdzgh");
  await page.getByRole("option", { name: /塔山街道总工会/ }).click();
  await page.locator("[role=treeitem][aria-checked=true]").waitFor();
  await expect(node(page, "越城区总工会").getAttribute("aria-expanded")).resolves.toBe("true");
});

const IN_THE_WINDOW = `(() => {
  const line = document.querySelector("[role=treeitem][aria-checked=true] > .MuiTreeItem-content");
  const pane = line?.closest("[role=tree]")?.parentElement?.getBoundingClientRect();
  const place = line?.getBoundingClientRect();
  return Boolean(place && pane && place.top >= pane.top && place.bottom <= Math.min(pane.bottom, window.innerHeight));
})()`;

/** Gives the chosen union time to come to stand inside the window of the tree. */
async function standsInTheWindow(page: Page): Promise<void> {
  await page.locator("[role=treeitem][aria-checked=true]").waitFor();
  for (let look = 0; look < 20 && !(await page.evaluate(IN_THE_WINDOW)); look++) await page.waitForTimeout(250);
  expect(await page.evaluate(IN_THE_WINDOW)).toBe(true);
}

test("a union deep in the tree stands in the window when found by search or by the address, and the arrow keys go on from it", async () => {
  const [community] = await served.city.list(
    "select id from trade_union where name like '花园社区%' and standing and parent_id = $1",
    [tashan.split("-")[1]],
  );
  const page = await served.open("shaoxing");
  await page.goto(pageOf("/tree"));
  await page.getByLabel("查找工会").fill("花园社区");
  await page.getByRole("option").first().click();
  await standsInTheWindow(page);
  await expect(page.evaluate("document.activeElement.getAttribute('aria-checked')")).resolves.toBe("true");
  await page.keyboard.press("ArrowDown");
  await expect(page.evaluate("document.activeElement.getAttribute('aria-checked')")).resolves.toBe("false");
  const other = await served.open("shaoxing");
  await other.goto(pageOf(`/tree?union=tradeUnion-${community}`));
  await standsInTheWindow(other);
});

test("the tree and the list of unions show the members of a union and everything below it", async () => {
  const page = await served.open("shaoxing");
  const [members] = await served.city.list(
    "select sum(u.member_count)::integer from trade_union u, trade_union y where y.code = '330602' and u.path >= y.path and u.path < subtree_end(y.path) and u.standing",
  );
  const told = Number(members).toLocaleString("en-US");
  await page.goto(pageOf("/tree"));
  await expect(node(page, "越城区总工会").textContent()).resolves.toContain(`${told} 人`);
  await page.goto(pageOf(`/tradeUnions?filter=${encodeURIComponent(JSON.stringify({ search: "越城区总工会" }))}`));
  await page
    .getByRole("row", { name: /330602 / })
    .getByRole("cell", { name: told, exact: true })
    .waitFor();
});

test("the log does not call a superior the reader may not see the system", async () => {
  const superior = await served.open("shaoxing");
  await superior.goto(pageOf(`/tradeUnions/${tashan}`));
  await superior.getByLabel("批复文号").fill("绍总工〔1991〕10号");
  await superior.getByRole("button", { name: "保存" }).click();
  await superior.getByText("已保存").waitFor();
  const page = await served.open("tashan");
  await page.goto(pageOf(`/tradeUnions/${tashan}/show/audit`));
  const entry = page.getByRole("listitem").filter({ hasText: "绍总工〔1991〕10号" });
  await entry.getByText("上级账号（不可见）").waitFor();
  expect(await entry.getByText("系统", { exact: true }).count()).toBe(0);
});

test("Ctrl+K finds unions, people and pages from anywhere, by characters or initials", async () => {
  const page = await served.open("yuecheng");
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: "查找" });
  await box.fill("组织树");
  await page.getByRole("option", { name: "组织树" }).waitFor();
  await box.fill("tsjdzgh");
  await page.getByRole("option", { name: /塔山街道总工会/ }).click();
  await page.waitForURL(new RegExp(`${tashan}/show`));
});

test("a thousand unions below one come two hundred at a time", async () => {
  const [parent] = await served.city.list(
    "select id from trade_union where type = 'VILLAGE_UNION' and standing order by code limit 1",
  );
  await served.city.client.query(
    `with founded as (insert into trade_union (established_on, search_text) select '2020-01-01', 'many' from generate_series(1, 1000) returning id),
      named as (insert into trade_union_version (trade_union_id, code, name, type, valid_from) select id, '330602999-' || lpad((row_number() over ())::text, 4, '0'), '测试基层工会' || id, 'GRASSROOTS_INDEPENDENT', '2020-01-01' from founded)
      insert into affiliation (trade_union_id, parent_id, valid_from) select id, $1, '2020-01-01' from founded`,
    [parent],
  );
  const page = await served.open("shaoxing");
  await page.goto(pageOf(`/tree?union=tradeUnion-${parent}`));
  const village = page.locator("[role=treeitem][aria-checked=true]");
  await village.locator(".MuiTreeItem-iconContainer").first().click();
  await page.getByText(/显示更多（还有/).click();
  await village.getByRole("treeitem").nth(400).waitFor({ state: "attached" });
});

test("a stale version opens theirs and mine, and what was chosen is saved and audited", async () => {
  const [one, other] = [await served.open("tashan"), await served.open("clerk")];
  for (const page of [one, other]) {
    await page.goto(pageOf(`/tradeUnions/${tashan}`));
    await page.getByLabel("办公电话").waitFor();
  }
  await one.getByLabel("办公电话").fill("0575-11112222");
  await one.getByLabel("地址").fill("塔山街道甲路 1 号");
  await one.getByRole("button", { name: "保存" }).click();
  await one.getByText("已保存").waitFor();
  await other.getByLabel("办公电话").fill("0575-33334444");
  await other.getByLabel("地址").fill("塔山街道乙路 2 号");
  await other.getByLabel("修改事由").fill("核实后更正");
  await other.getByRole("button", { name: "保存" }).click();
  const dialog = other.getByRole("dialog", { name: "他人已修改此记录" });
  await dialog.getByRole("radio", { name: "塔山街道甲路 1 号" }).check();
  await dialog.getByRole("button", { name: "按所选内容保存" }).click();
  await other.waitForURL(/show/);
  const { rows } = await served.city.client.query("select phone, address from trade_union where code = $1", [TASHAN]);
  expect(rows).toEqual([{ phone: "0575-33334444", address: "塔山街道甲路 1 号" }]);
  const auditor = await served.open("auditor");
  await auditor.goto(pageOf(`/tradeUnions/${tashan}/show/audit`));
  await auditor.getByText("核实后更正").waitFor();
  await auditor.getByRole("cell", { name: "0575-33334444" }).first().waitFor();
});

test("a refusal stands at its field and above the form, and nothing is changed", async () => {
  const page = await served.open("tashan");
  await page.goto(pageOf(`/tradeUnions/${tashan}`));
  const field = page.getByLabel("统一社会信用代码");
  await field.fill("81330602MC0000012G");
  await page.getByRole("button", { name: "保存" }).click();
  await page
    .getByText(/未能保存，有 1 处需要更正/)
    .first()
    .waitFor();
  await expect(field.getAttribute("aria-invalid")).resolves.toBe("true");
  await expect(
    served.city.one("select count(*)::integer from trade_union where uscc = '81330602MC0000012G'"),
  ).resolves.toBe(0);
});

test("a session that ended is mended over the form, which keeps what was filled in", async () => {
  const page = await served.open("tashan");
  await page.goto(pageOf(`/tradeUnions/${tashan}`));
  await page.getByLabel("办公电话").fill("0575-55556666");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "保存" }).click();
  const dialog = page.getByRole("dialog", { name: "登录已失效" });
  await dialog.getByLabel("密码").fill("gonghui-demo");
  await dialog.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByText("已保存").waitFor();
  await expect(served.city.one("select phone from trade_union where code = $1", [TASHAN])).resolves.toBe(
    "0575-55556666",
  );
});

test("the annual assessment is downloaded as a PDF", async () => {
  const page = await served.open("official");
  await page.goto(pageOf(`/tradeUnions/${tashan}/show/assessments`));
  const link = page.getByRole("link", { name: /下载 2025 年度考核报告/ });
  const answer = await page.request.get(pageOf((await link.getAttribute("href")) ?? ""));
  expect(answer.headers()["content-type"]).toContain("application/pdf");
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("what may not be done stays in reach and says why; another day than today is for reading only", async () => {
  const page = await served.open("official");
  await page.goto(pageOf(`/tradeUnions/${tashan}/show`));
  const edit = page.getByRole("button", { name: "修改", exact: true });
  await expect(edit.getAttribute("aria-disabled")).resolves.toBe("true");
  await edit.focus();
  await page.getByRole("tooltip", { name: /查阅人员.*无权修改工会/ }).waitFor();
  await page.getByRole("button", { name: /数据日期/ }).click();
  await page.getByLabel("数据日期").last().fill("2013-09-05");
  await page.getByRole("button", { name: "查看指定日期的数据" }).last().click();
  await page.getByText("正在查看 2013年9月5日 的数据").waitFor();
  const filter = encodeURIComponent(JSON.stringify({ level: { eq: "COUNTY" } }));
  await page.goto(pageOf(`/divisions?filter=${filter}`));
  await page.getByRole("link", { name: "绍兴县" }).waitFor();
  expect(await page.getByRole("link", { name: "柯桥区" }).count()).toBe(0);
});

test("no page asked another host, broke the content security policy or threw", () => {
  const expected = /401|Failed to load resource/;
  expect(served.faults.filter((fault) => !expected.test(fault))).toEqual([]);
});
