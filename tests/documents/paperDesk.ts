import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { Compositor } from "../../reports/shared/compositor.js";
import type { Block, Definition } from "../../reports/shared/definition.js";
import { fontCoverage } from "../../reports/shared/fontShelf.js";
import { lineText } from "../../reports/shared/gridCheck.js";
import { pageNumber } from "../../reports/shared/pageNumber.js";
import type { LaidLine, LaidPage } from "../../reports/shared/pdfmakeEngine.js";
import { openPress, type Press, type Pressed } from "../../reports/shared/press.js";
import type { ReportModel } from "../../reports/shared/reportModel.js";
import type { PrintedPaper, PrinterReply } from "../../reports/shared/workerMessages.js";

let press: Press | undefined;

/** Prints blocks as a document of their own, in this process. */
export async function printBlocks(make: (pen: Compositor) => Block[]): Promise<Pressed> {
  press ??= openPress();
  const pen = new Compositor(fontCoverage(), "示例镇总工会");
  return await press.print(documentOf(pen, make(pen)), pen);
}

export function documentOf(pen: Compositor, content: Block[]): Definition {
  return {
    title: "试件",
    author: "示例",
    subject: "试件",
    keywords: "试件",
    createdAt: "2026-01-20T01:30:00.000Z",
    content,
    footer: (page) => pageNumber(pen, page, false),
  };
}

/** Lines of text of a page from top to bottom, page numbers left out. */
export function linesOf(page: LaidPage): LaidLine[] {
  const lines = page.items.filter(({ type }) => type === "line").map(({ item }) => item);
  return lines.filter((line) => !/^— \d+ —$/.test(lineText(line)));
}

const PRINTER = fileURLToPath(new URL("../../reports/shared/worker.js", import.meta.url));

/** Prints a model in a process of its own, in any time zone, on the fast or the engine's own path. */
export function printApart(model: ReportModel, { zone = "UTC", stock = false } = {}): Promise<PrintedPaper> {
  return new Promise((resolve, reject) => {
    const printer = fork(PRINTER, stock ? ["--stock"] : [], {
      serialization: "advanced",
      env: { TZ: zone },
      execArgv: [],
    });
    printer.on("message", (reply: PrinterReply) => {
      printer.disconnect();
      if ("bytes" in reply) resolve(reply);
      else reject(new Error(`${reply.code}: ${reply.message}`));
    });
    printer.on("error", reject);
    printer.send(JSON.stringify(model));
  });
}

/** A program of the machine, or undefined with a loud word about the check that is left out. */
export function programOrSkip(name: string, check: string): string | undefined {
  const found = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => `${folder}/${name}`)
    .find(existsSync);
  if (!found) process.stderr.write(`\nSKIPPED, ${name} is not installed: ${check}\n`);
  return found;
}
