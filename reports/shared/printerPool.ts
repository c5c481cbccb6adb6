import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PaperRefusal } from "./paperRefusal.js";
import { PRINTER_MEMORY, printerWalls } from "./printerWalls.js";
import type { PrintedPaper, PrinterReply } from "./workerMessages.js";

export interface PoolSettings {
  /** Printers at most; each takes some 300 MB while it lives. */
  printers: number;
  /** Milliseconds one paper may take. */
  deadline: number;
  /** Milliseconds after which an idle printer is ended. */
  idle: number;
  /** Papers after which a printer is replaced. */
  papers: number;
}

interface Order {
  canonical: string;
  resolve(paper: PrintedPaper): void;
  reject(reason: Error): void;
}

interface Printer {
  process: ChildProcess;
  printed: number;
  order?: Order;
  timer?: NodeJS.Timeout;
}

const PROGRAM = fileURLToPath(new URL("./worker.js", import.meta.url));

/** Printers started when there is work and ended when there is none, so that the server stays small. */
export class PrinterPool {
  readonly #settings: PoolSettings;
  readonly #printers = new Set<Printer>();
  readonly #waiting: Order[] = [];

  constructor(settings: PoolSettings) {
    this.#settings = settings;
  }

  /** Prints one canonical model; rejects with `PaperRefusal`. */
  print(canonical: string): Promise<PrintedPaper> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ canonical, resolve, reject });
      this.#dispatch();
    });
  }

  /** Ends all printers; papers under way are rejected. */
  close(): void {
    for (const order of this.#waiting.splice(0))
      order.reject(new PaperRefusal("RENDER_FAILED", "the printer was closed"));
    for (const printer of this.#printers) printer.process.kill("SIGKILL");
  }

  /** Ids of the living printers. */
  get processes(): number[] {
    return [...this.#printers].flatMap(({ process: { pid } }) => (pid === undefined ? [] : [pid]));
  }

  #dispatch(): void {
    if (this.#waiting.length === 0) return;
    const idle = [...this.#printers].find((printer) => !printer.order);
    const printer = idle ?? (this.#printers.size < this.#settings.printers ? this.#start() : undefined);
    const order = printer && this.#waiting.shift();
    if (!printer || !order) return;
    printer.order = order;
    clearTimeout(printer.timer);
    printer.process.ref();
    printer.timer = setTimeout(() => this.#expire(printer), this.#settings.deadline);
    printer.process.send(order.canonical);
    this.#dispatch();
  }

  #start(): Printer {
    // No environment goes along: neither the address of the database nor a key has any business in a printer.
    const child = fork(PROGRAM, [], {
      serialization: "advanced",
      env: {},
      execArgv: [...printerWalls(), ...PRINTER_MEMORY],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const printer: Printer = { process: child, printed: 0 };
    this.#printers.add(printer);
    child.on("message", (reply: PrinterReply) => this.#finish(printer, reply));
    child.on("error", (error) => this.#lose(printer, error.message));
    child.on("exit", (code, signal) => this.#lose(printer, `the printer ended (${signal ?? code})`));
    return printer;
  }

  #finish(printer: Printer, reply: PrinterReply): void {
    const { order } = printer;
    printer.order = undefined;
    printer.printed += 1;
    clearTimeout(printer.timer);
    if (printer.printed >= this.#settings.papers) this.#dismiss(printer);
    else this.#rest(printer);
    if (order && "bytes" in reply) order.resolve(reply);
    else if (order && "code" in reply) order.reject(new PaperRefusal(reply.code, reply.message, reply.missing));
    this.#dispatch();
  }

  /** An idle printer keeps no process alive that waits for nothing else. */
  #rest(printer: Printer): void {
    printer.process.unref();
    printer.process.channel?.unref();
    printer.timer = setTimeout(() => this.#dismiss(printer), this.#settings.idle).unref();
  }

  #dismiss(printer: Printer): void {
    this.#printers.delete(printer);
    if (printer.process.connected) printer.process.disconnect();
  }

  #expire(printer: Printer): void {
    const { order } = printer;
    printer.order = undefined;
    this.#printers.delete(printer);
    printer.process.kill("SIGKILL");
    order?.reject(new PaperRefusal("RENDER_TIMEOUT", `出件超过${this.#settings.deadline / 1000}秒，已中止。`));
    this.#dispatch();
  }

  #lose(printer: Printer, reason: string): void {
    const { order } = printer;
    printer.order = undefined;
    clearTimeout(printer.timer);
    this.#printers.delete(printer);
    order?.reject(new PaperRefusal("RENDER_FAILED", reason));
    this.#dispatch();
  }
}
