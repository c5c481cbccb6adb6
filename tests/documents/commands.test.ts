import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openCity, PATIENCE } from "../demonstration/city.js";
import { commandOn } from "../shared/command.js";
import { testServer } from "../shared/freshDatabase.js";

let city: Awaited<ReturnType<typeof openCity>>;
let folder: string;
let gonghui: ReturnType<typeof commandOn>;

beforeAll(async () => {
  city = await openCity();
  folder = mkdtempSync(join(tmpdir(), "papers-"));
  gonghui = commandOn({ ...testServer(), database: city.client.database ?? "" }, folder);
}, PATIENCE);

afterAll(async () => {
  await city.end();
  rmSync(folder, { recursive: true, force: true });
});

test("a township's paper of a year that is over is issued once: the second print has the same bytes", async () => {
  const first = await gonghui("report", "--year", "2025", "--union", "330602001", "--out", join(folder, "one"));
  const second = await gonghui("report", "--year", "2025", "--union", "330602001", "--out", join(folder, "two"));
  expect([first, second].map(({ code, err }) => ({ code, err }))).toEqual([
    { code: 0, err: "" },
    { code: 0, err: "" },
  ]);
  const [one, two] = ["one", "two"].map((name) => readFileSync(join(folder, name, "2025-330602001.pdf")));
  expect(one?.subarray(0, 5).toString()).toBe("%PDF-");
  expect(one && two && one.equals(two)).toBe(true);
  const digest = createHash("sha256")
    .update(one as Buffer)
    .digest("hex");
  expect(await city.one("select pdf_digest from issued_document where year = 2025")).toBe(digest);
}, 120_000);

test("a file that was issued is genuine, one with a changed byte is not", async () => {
  const file = join(folder, "one", "2025-330602001.pdf");
  const genuine = await gonghui("verify", file);
  expect(genuine.code).toBe(0);
  expect(genuine.out).toContain("越城区总工会");
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(join(folder, "forged.pdf"), bytes);
  const forged = await gonghui("verify", join(folder, "forged.pdf"));
  expect({ code: forged.code, said: /不是本系统签发/.test(forged.err) }).toEqual({ code: 1, said: true });
}, 120_000);

test("a batch prints every assessed union below one, and one that fails does not stop the rest", async () => {
  await city.client.query(
    `update trade_union_version set name = name || chr(1114109) where known_to is null and trade_union_id = (
      select min(u.id) from trade_union u join assessment a on a.trade_union_id = u.id where a.year = 2024 and u.code like '330624%')`,
  );
  const { code, err } = await gonghui("report", "--year", "2024", "--under", "330624", "--out", join(folder, "batch"));
  const assessed = await city.one(
    "select count(*)::integer from assessment a join trade_union u on u.id = a.trade_union_id where a.year = 2024 and u.code like '330624%'",
  );
  const printed = readdirSync(join(folder, "batch")).length;
  const failed = err.split("\n").filter((line) => /^\d{9}: /.test(line)).length;
  expect(printed + failed).toBe(assessed);
  expect({ failed, why: err.includes("U+10FFFD") }).toEqual({ failed: 1, why: true });
  expect(code).toBe(1);
}, 240_000);

test("a command called in a way it cannot be says how it is called", async () => {
  for (const words of [
    [],
    ["print"],
    ["report", "--year", "2025"],
    ["report", "--year", "x", "--union", "1", "--out", "."],
    ["--strange"],
  ]) {
    const { code, err } = await gonghui(...words);
    expect({ words, code, usage: err.includes("Usage") }).toEqual({ words, code: 2, usage: true });
  }
}, 60_000);

test("a union that is not there is refused in words", async () => {
  const { code, err } = await gonghui("report", "--year", "2025", "--union", "330699999", "--out", folder);
  expect({ code, said: /没有这份考核/.test(err) }).toEqual({ code: 1, said: true });
}, 60_000);
