/** A printer: a child process that opens its own fonts, prints one model at a time, and knows neither database nor secret. */
import { PaperRefusal } from "./paperRefusal.js";
import { openPress } from "./press.js";
import { type Printed, printModel } from "./printing.js";
import type { PrinterReply } from "./workerMessages.js";

const press = openPress({ stock: process.argv.includes("--stock") });

process.on("message", (canonical: string) => {
  printModel(press, JSON.parse(canonical)).then(
    (printed) => reply(delivered(printed)),
    (error: unknown) => reply(failed(error)),
  );
});
process.on("disconnect", () => process.exit(0));

function delivered({ bytes, sha256, pages, substitutions }: Printed): PrinterReply {
  return { bytes, sha256, pages: pages.length, substitutions, fast: press.fast };
}

function failed(error: unknown): PrinterReply {
  if (error instanceof PaperRefusal) return { code: error.code, message: error.message, missing: [...error.missing] };
  return {
    code: "RENDER_FAILED",
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    missing: [],
  };
}

function reply(answer: PrinterReply): void {
  process.send?.(answer);
}
