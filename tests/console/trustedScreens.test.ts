import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { PATIENCE } from "../demonstration/city.js";
import { fillSignIn, type ServedCity, serveCity, setUpFactor, signIn } from "./servedCity.js";

let served: ServedCity;
let union: string;
/** Secret of the second factor, which an administrator needs outside demonstration mode. */
let factor: string;
beforeAll(async () => {
  served = await serveCity({ demonstration: false });
  union = `tradeUnion-${await served.city.one("select id from trade_union where code = $1", ["330602001"])}`;
}, PATIENCE);
afterAll(() => served?.close(), PATIENCE);

/** Notes every request to /graphql: how many there were, texts that were sent, refusals that came back. */
function listen(page: Page) {
  const heard = { asked: 0, texts: [] as string[], refused: [] as string[] };
  page.on("response", async (response) => {
    if (!response.url().endsWith("/graphql")) return;
    heard.asked++;
    const { query } = response.request().postDataJSON();
    if (query) heard.texts.push(String(query).slice(0, 80));
    const { errors } = await response.json().catch(() => ({ errors: undefined }));
    for (const { extensions, message } of errors ?? []) heard.refused.push(`${extensions?.code} ${message}`);
  });
  return heard;
}

test("an administrator sets up the second factor before anything else, by hash too", async () => {
  const page = await served.open();
  expect(await page.getByRole("link", { name: "统一身份认证登录" }).count()).toBe(0); // there is no provider here
  const heard = listen(page);
  await fillSignIn(page, "shaoxing");
  factor = await setUpFactor(page);
  expect(heard.texts).toEqual([]);
  expect(heard.refused.filter((each) => !each.startsWith("FORBIDDEN"))).toEqual([]);
}, 120_000);

test("outside demonstration mode every screen asks by hash, and none is refused", async () => {
  const page = await served.open();
  const heard = listen(page);
  await signIn(page, "shaoxing", factor);
  const first = (table: string) => served.city.one(`select min(id) from ${table}`);
  const paths = [
    `/tree?union=${union}`,
    "/tradeUnions",
    `/tradeUnions/${union}/show`,
    `/tradeUnions/${union}/show/history`,
    `/tradeUnions/${union}`,
    "/positions/create",
    `/employers/employer-${await first("employer")}/show`,
    `/persons/person-${await first("person")}/show`,
    `/assessments/assessment-${await first("assessment")}/show/sheet`,
    ...["divisions", "courses", "awards", "issuedDocuments", "memberships", "accounts", "partyCommittees"].map(
      (list) => `/${list}`,
    ),
  ];
  for (const path of paths) {
    await page.goto(`${served.url}${path}`);
    await page.waitForLoadState("networkidle");
  }
  expect(heard.asked).toBeGreaterThan(paths.length);
  expect(heard.texts).toEqual([]);
  expect(heard.refused).toEqual([]);
}, 300_000);

test("the explorer's free text is refused there, in words", async () => {
  const page = await served.open("official");
  const said = await page.evaluate(
    `fetch("/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query: "{ tradeUnions { totalCount } }" }) }).then((answer) => answer.json())`,
  );
  expect(said).toMatchObject({ errors: [{ extensions: { code: "UNTRUSTED_DOCUMENT" } }] });
}, 120_000);
