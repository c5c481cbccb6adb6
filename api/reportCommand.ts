import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closePrinters } from "../reports/print.js";
import { verifyBytes } from "./documents/archive.js";
import { createExecutor } from "./executor.js";
import { type OpenHouse, openHouse } from "./house.js";
import type { Viewer } from "./reading/viewer.js";
import { createReportDoor } from "./reportDoor.js";
import { buildContract } from "./schema.js";
import { readSettings } from "./settings.js";

type Asked = { year: number; out: string; union?: string; under?: string };

async function inHouse(work: (house: OpenHouse) => Promise<number>): Promise<number> {
  const house = await openHouse({ ...readSettings(process.env), logLevel: "error" }, "command");
  try {
    return await work(house);
  } finally {
    closePrinters();
    await house.close();
  }
}

/** Whoever may run commands here owns the installation, and reads all of it. */
async function operator({ reads }: OpenHouse): Promise<Viewer> {
  const { rows } = await reads.pool.query("select today_in_shaoxing()::text as today");
  return { accountId: 0, role: "SYSTEM_ADMINISTRATOR", today: rows[0].today };
}

/** Prints the paper of one union, or of every assessed union below one; a unit that fails is named and the rest goes on. */
export function printReports({ year, out, union, under }: Asked): Promise<number> {
  return inHouse(async (house) => {
    const schema = buildContract();
    const annualPaper = createReportDoor(house, createExecutor(schema), schema);
    const codes = union ? [union] : await codesUnder(house, under as string, year);
    if (codes.length === 0) {
      console.error(`${under} 之下没有 ${year} 年度考核。No assessment of ${year} below ${under}.`);
      return 1;
    }
    mkdirSync(out, { recursive: true });
    const viewer = await operator(house);
    const failures: string[] = [];
    for (const [index, code] of codes.entries()) {
      try {
        const paper = await annualPaper(viewer, year, code, "command line");
        if (!paper) throw new Error("没有这份考核。There is no such assessment.");
        const file = join(out, `${year}-${code}.pdf`);
        writeFileSync(file, paper.bytes);
        if (union) console.log(file);
      } catch (error) {
        failures.push(`${code}: ${(error as Error).message}`);
      }
      if (!union) showProgress(index + 1, codes.length, failures.length);
    }
    for (const failure of failures) console.error(failure);
    return failures.length ? 1 : 0;
  });
}

function showProgress(done: number, all: number, failed: number): void {
  const width = 30;
  const filled = Math.round((done / all) * width);
  const line = `[${"█".repeat(filled)}${"·".repeat(width - filled)}] ${done}/${all}${failed ? `  失败 failed ${failed}` : ""}`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === all ? "\n" : ""}`);
  else if (done === all || done % 10 === 0) console.error(line);
}

async function codesUnder({ reads }: OpenHouse, under: string, year: number): Promise<string[]> {
  const { rows } = await reads.pool.query(
    `select u.code from trade_union top join trade_union u on u.path >= top.path and u.path < subtree_end(top.path)
     join assessment a on a.trade_union_id = u.id and a.year = $2 where top.code = $1 and top.standing order by u.code`,
    [under, year],
  );
  return rows.map(({ code }) => code as string);
}

/** Whether a file is, byte for byte, one that was issued here. */
export function verifyFile(file: string): Promise<number> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    console.error(`无法读取文件 ${file}。The file ${file} cannot be read.`);
    return Promise.resolve(1);
  }
  return inHouse(async ({ reads }) => {
    const paper = await verifyBytes(reads.pool, bytes);
    if (!paper) {
      console.error("不是本系统签发的文件，或内容已被改动。Not genuine: not issued here, or changed since.");
      return 1;
    }
    const state = paper.withdrawnOn
      ? `已于 ${paper.withdrawnOn} 撤回 · withdrawn`
      : paper.supersededBy
        ? `已被 ${paper.supersededBy} 替代 · superseded`
        : "有效 · valid";
    console.log(
      `${paper.title}\n签发 · issued by: ${paper.issuerName}, ${paper.issuedOn}\n状态 · state: ${state}\nSHA-256: ${paper.pdfDigest}`,
    );
    return paper.withdrawnOn || paper.supersededBy ? 1 : 0;
  });
}
