import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DatabaseAddress } from "../../api/shared/database.js";
import type { Question } from "./queries.js";
import { HOME, type World } from "./world.js";

/** What a server of the bench is told by the environment. */
export interface ServerOrder {
  address: DatabaseAddress;
  pool: number;
  port: number;
}

/** A server under measurement. */
export interface Contender {
  name: string;
  port: number;
  pid: number;
  /** The HTTP request that puts a question; `at` in the server's own terms. */
  request(question: Question, at: string | number): string;
  stop(): Promise<void>;
}

const PEERS = join(HOME, "peers");
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Starts one server in a process of its own. */
export async function startServer(name: string, { address, token }: World, pool: number): Promise<Contender> {
  const port = await freePort();
  const order: ServerOrder = { address, pool, port };
  const environment = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    BENCH_SERVER: JSON.stringify(order),
  };
  if (name === "raw")
    return contender(name, port, await ready(fork(here("./rawServer.js"), { env: environment })), (question, at) =>
      get(`/${question.name}/${at}`),
    );
  if (name === "postgraphile") {
    installPeers();
    const child = fork(join(PEERS, "serve.mjs"), { cwd: PEERS, env: environment });
    return contender(name, port, await ready(child), (question, at) =>
      post({ query: question.postgraphile, variables: { at } }),
    );
  }
  const child = fork(here("../../api/main.js"), {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      PORT: String(port),
      GONGHUI_DEMO: "0",
      GONGHUI_LOG: "warn",
      DATABASE_URL: urlOf(address),
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  await new Promise<void>((resume, reject) => {
    child.stdout?.on("data", (text) => String(text).includes("ready") && resume());
    child.once("exit", (code) => reject(new Error(`gonghui ended with ${code}`)));
  });
  return contender(name, port, child, (question, at) =>
    post({ query: question.gonghui, variables: { at } }, `authorization: Bearer ${token}\r\n`),
  );
}

function contender(name: string, port: number, child: ChildProcess, request: Contender["request"]): Contender {
  const ended = new Promise<void>((resume) => child.once("exit", () => resume()));
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { name, port, pid: child.pid as number, request, stop };
}

const ready = (child: ChildProcess) =>
  new Promise<ChildProcess>((resume, reject) => {
    child.once("message", () => resume(child));
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });

/** The peers are no dependencies of the product: the bench installs them in their own folder at its first run. */
function installPeers(): void {
  if (existsSync(join(PEERS, "node_modules", "postgraphile"))) return;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: PEERS, stdio: "inherit" });
  if (status !== 0) throw new Error("the peers could not be installed (npm ci in tests/bench/peers)");
}

const HOST = "host: 127.0.0.1\r\n";
const get = (path: string) => `GET ${path} HTTP/1.1\r\n${HOST}\r\n`;
const post = (body: object, headers = "") => {
  const text = JSON.stringify(body);
  return `POST /graphql HTTP/1.1\r\n${HOST}content-type: application/json\r\naccept: application/json\r\n${headers}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

function urlOf({ host, port, user, password, database }: DatabaseAddress): string {
  const place = host.startsWith("/")
    ? `localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `${host}:${port}/${database}`;
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${place}`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resume) => probe.listen(0, "127.0.0.1", resume));
  const { port } = probe.address() as { port: number };
  await new Promise((resume) => probe.close(resume));
  return port;
}
