import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { PATIENCE } from "../demonstration/city.js";
import { type ServedCity, serveCity } from "./servedCity.js";

/** Pages that between them use every colour of the theme. */
const IN_THE_DARK = ["dashboard", "tree", "unions", "union", "form of a union", "score sheet"];

let served: ServedCity;
let paths: [string, string][];

beforeAll(async () => {
  served = await serveCity();
  const first = async (table: string, where = "true") => served.city.one(`select min(id) from ${table} where ${where}`);
  const union = `tradeUnion-${await first("trade_union", "code = '330602001'")}`;
  paths = [
    ["dashboard", "/"],
    ["tree", `/tree?union=${union}`],
    ["unions", "/tradeUnions"],
    ["union", `/tradeUnions/${union}/show`],
    ["history of a union", `/tradeUnions/${union}/show/history`],
    ["form of a union", `/tradeUnions/${union}`],
    ["new position", "/positions/create"],
    ["employers", "/employers"],
    ["person", `/persons/person-${await first("person")}/show`],
    ["score sheet", `/assessments/assessment-${await first("assessment")}/show/sheet`],
    ["courses", "/courses"],
    ["awards", "/awards"],
  ];
}, PATIENCE);
afterAll(() => served?.close(), PATIENCE);

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(`${served.url}${path}`);
  await page.waitForLoadState("networkidle");
  await page.locator("#main-content :is(a, table, form, h2, [role=tree])").first().waitFor();
}

describe.each(["light", "dark"])("in the %s theme", (theme) => {
  test("every kind of page meets WCAG 2.1 AA as far as axe can tell", async () => {
    const page = await served.open("shaoxing", theme === "dark" ? { colorScheme: "dark" } : {});
    await page.evaluate(`localStorage.setItem("RaStoregonghui.theme", '"${theme}"')`);
    for (const [name, path] of theme === "dark" ? paths.filter(([one]) => IN_THE_DARK.includes(one)) : paths) {
      await goTo(page, path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
        .analyze();
      expect([name, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)]).toEqual([name, []]);
    }
  }, 400_000);
});

test("on a telephone no page is wider than the screen, and lists are cards with links", async () => {
  const page = await served.open("clerk", { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  for (const [name, path] of paths) {
    await goTo(page, path);
    expect([name, await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")]).toEqual([name, 0]);
  }
  await goTo(page, "/tradeUnions");
  expect(await page.getByRole("listitem").getByRole("link", { name: "塔山街道总工会" }).count()).toBeGreaterThan(0);
}, 240_000);

/** Whether the title is cut, how far a form begins below the bar, and what is too small for a fingertip. */
const MEASURED = `(() => {
  const title = document.querySelector("h1");
  const bar = document.querySelector("header").getBoundingClientRect();
  const form = document.querySelector("#main-content form")?.getBoundingClientRect();
  const small = [...document.querySelectorAll("button, a.MuiButton-root, [role=tab]")].filter((one) => {
    const { height } = one.getBoundingClientRect();
    return height > 0 && height < 44 && !one.closest(".MuiAutocomplete-endAdornment");
  });
  return {
    cut: title.scrollHeight > title.clientHeight + 1 || title.scrollWidth > title.clientWidth + 1,
    band: form ? Math.max(0, form.top - bar.bottom - 40) : 0,
    small: small.map((one) => one.outerHTML.slice(0, 80)),
  };
})()`;

test("on a telephone the title is whole, a form begins below it, and what is touched is 44 pixels high", async () => {
  const page = await served.open("clerk", { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  for (const [name, path] of paths.filter(([one]) =>
    ["union", "form of a union", "new position", "score sheet"].includes(one),
  )) {
    await goTo(page, path);
    const measured = await page.evaluate(MEASURED);
    expect([name, measured]).toEqual([name, { cut: false, band: 0, small: [] }]);
  }
}, 120_000);

test("English is complete: no page keeps a Chinese label", async () => {
  const page = await served.open("shaoxing");
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await page.getByRole("heading", { name: "Dashboard" }).waitFor();
  expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  for (const [name, path] of paths) {
    await goTo(page, path);
    const labels = await page
      .locator(
        "nav, th, dt, label, legend, [role=tab], .RaTopToolbar, .MuiToolbar-root button:not(.RaUserMenu-userButton)",
      )
      .allInnerTexts();
    expect([name, labels.filter((label) => /\p{Script=Han}/u.test(label) && !/绍兴|塔山/.test(label))]).toEqual([
      name,
      [],
    ]);
  }
}, 240_000);

test("the explorer runs its first example without another host", async () => {
  const page = await served.open("shaoxing");
  await page.goto(`${served.url}/graphiql`);
  await page
    .getByRole("button", { name: /Execute/ })
    .first()
    .click();
  await page.getByText("越城区总工会").last().waitFor();
  expect(served.faults.filter((fault) => /another host|Security Policy|^error/.test(fault))).toEqual([]);
});
