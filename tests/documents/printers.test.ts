import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "@jest/globals";
import { canonicalModel, modelDigest } from "../../reports/shared/canonical.js";
import { PrinterPool } from "../../reports/shared/printerPool.js";
import { printerWalls } from "../../reports/shared/printerWalls.js";
import { sampleFacts, sampleModel } from "../assessments/paperSample.js";

const SETTINGS = { printers: 1, deadline: 60_000, idle: 60_000, papers: 2_000 };
const pools: PrinterPool[] = [];

function poolOf(changes: Partial<typeof SETTINGS> = {}): PrinterPool {
  const pool = new PrinterPool({ ...SETTINGS, ...changes });
  pools.push(pool);
  return pool;
}

afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function until(claim: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !claim(); turn += 1) await pause(50);
  expect(claim()).toBe(true);
}

test("one printer serves all orders in turn, and one bad unit fails alone", async () => {
  const pool = poolOf();
  const orders = ["塔山街道总工会", "\u{2FFFE}街道总工会", "府山街道总工会"].map((name) =>
    pool.print(canonicalModel(sampleModel({ facts: sampleFacts(name) }))),
  );
  expect(pool.processes).toHaveLength(1);
  const [first, bad, third] = await Promise.allSettled(orders);
  expect([first?.status, bad?.status, third?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect((bad as PromiseRejectedResult).reason).toMatchObject({ code: "GLYPH_MISSING", name: "PaperRefusal" });
});

test("an idle printer is ended, and the next order starts another", async () => {
  const pool = poolOf({ idle: 100 });
  await pool.print(canonicalModel(sampleModel()));
  const [pid] = pool.processes as [number];
  await until(() => pool.processes.length === 0 && !isAlive(pid));
  expect((await pool.print(canonicalModel(sampleModel()))).pages).toBeGreaterThan(5);
});

test("a printer is replaced after its share of papers", async () => {
  const pool = poolOf({ papers: 1 });
  const seen = new Set<number>();
  for (let paper = 0; paper < 2; paper += 1) {
    const order = pool.print(canonicalModel(sampleModel()));
    seen.add(pool.processes[0] as number);
    await order;
  }
  expect(seen.size).toBe(2);
});

test("a paper that takes too long is refused and its printer killed", async () => {
  const pool = poolOf({ deadline: 20 });
  const order = pool.print(canonicalModel(sampleModel()));
  const [pid] = pool.processes as [number];
  await expect(order).rejects.toMatchObject({ code: "RENDER_TIMEOUT" });
  await until(() => !isAlive(pid));
});

test("a printer that is killed fails its paper only", async () => {
  const pool = poolOf();
  const order = pool.print(canonicalModel(sampleModel()));
  process.kill(pool.processes[0] as number, "SIGKILL");
  await expect(order).rejects.toMatchObject({ code: "RENDER_FAILED" });
  expect((await pool.print(canonicalModel(sampleModel()))).pages).toBeGreaterThan(5);
});

test("a digest covers what is said, in any order of keys, and not the code drawn later", () => {
  const model = sampleModel();
  const turned = Object.fromEntries(Object.entries(model).reverse()) as unknown as typeof model;
  expect(modelDigest(turned)).toBe(modelDigest(model));
  const { verification: _later, ...bare } = model;
  expect(modelDigest(bare)).toBe(modelDigest(model));
  expect(modelDigest(sampleModel({ facts: sampleFacts("府山街道总工会") }))).not.toBe(modelDigest(model));
  expect(() =>
    canonicalModel(sampleModel({ frozenAt: (() => 1) as unknown as string, facts: { x: Number.NaN } as never })),
  ).toThrow(/plain JSON/);
});

test("a printer can neither read a file outside its program and fonts, nor write, nor start another program", () => {
  const folder = mkdtempSync(join(tmpdir(), "printer-"));
  const secret = join(folder, "secret");
  writeFileSync(secret, "key");
  const deeds = [
    `require("fs").readFileSync(${JSON.stringify(secret)})`,
    `require("fs").writeFileSync(${JSON.stringify(`${secret}.new`)}, "x")`,
    `require("child_process").execFileSync(process.execPath, ["--version"])`,
  ];
  const outcome = (walls: string[], deed: string) =>
    execFileSync(
      process.execPath,
      [...walls, "-e", `try { ${deed}; console.log("done") } catch ({ code }) { console.log(code) }`],
      {
        stdio: ["ignore", "pipe", "ignore"],
      },
    )
      .toString()
      .trim();
  try {
    expect(printerWalls().length).toBeGreaterThan(1);
    for (const deed of deeds)
      expect([outcome([], deed), outcome(printerWalls(), deed)]).toEqual(["done", "ERR_ACCESS_DENIED"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
