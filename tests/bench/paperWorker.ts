/** A press of the bench: prints documents of its own on one path and tells the CPU time of each. */
import { openPress } from "../../reports/shared/press.js";
import { printModel } from "../../reports/shared/printing.js";
import { COMPUTABLE, sampleFacts, sampleModel } from "../assessments/paperSample.js";

/** A round asked for: so many papers, numbered from `first`. */
export interface PaperRound {
  first: number;
  papers: number;
}

/** CPU milliseconds a paper, and what was printed. */
export interface PaperRoundResult {
  cpu: number;
  pages: number;
  bytes: number;
  rss: number;
}

const press = openPress({ stock: process.argv.includes("--stock") });

/** No two papers alike: another name, other figures. */
function modelOf(number: number): ReturnType<typeof sampleModel> {
  const name = `${[..."塔府迪荡蕺灵稽东皋马陶斗孙"].filter((_, place) => (number >> (place % 8)) & 1).join("") || "城"}山街道总工会`;
  const B2 = { kind: "rate", numerator: 120 + (number % 70), denominator: 190, capped: false } as const;
  const B3 = { kind: "rate", numerator: 9_000 + number, denominator: 13_500, capped: false } as const;
  return sampleModel({ facts: sampleFacts(name, { ...COMPUTABLE, B2, B3 }) });
}

process.on("message", async ({ first, papers }: PaperRound) => {
  const before = process.cpuUsage();
  let [pages, bytes] = [0, 0];
  for (let number = first; number < first + papers; number += 1) {
    const printed = await printModel(press, modelOf(number));
    pages += printed.pages.length;
    bytes += printed.bytes.length;
  }
  const { user, system } = process.cpuUsage(before);
  const result: PaperRoundResult = {
    cpu: (user + system) / 1_000 / papers,
    pages: pages / papers,
    bytes: Math.round(bytes / papers),
    rss: process.memoryUsage().rss,
  };
  process.send?.(result);
});
process.on("disconnect", () => process.exit(0));
