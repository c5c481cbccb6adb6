import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LoadErrand } from "./loader.js";

/** Loads the demonstration city in a process of its own. @throws Error in words, when it could not be loaded */
export function loadApart(errand: LoadErrand): Promise<void> {
  const loader = fork(fileURLToPath(new URL("./loader.js", import.meta.url)), {
    execArgv: ["--enable-source-maps"],
    serialization: "advanced",
  });
  return new Promise((resolve, reject) => {
    loader.once("error", reject);
    loader.once("message", (answer: { done?: boolean; failed?: string }) =>
      answer.done ? resolve() : reject(new Error(answer.failed)),
    );
    loader.once("exit", (code, signal) =>
      reject(
        new Error(
          `载入演示数据的进程中断（${signal ?? code}）。The process that loads the demonstration city ended (${signal ?? code}).`,
        ),
      ),
    );
    loader.send(errand);
  });
}
