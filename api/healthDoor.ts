import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { migrationsList } from "../schema/migrations/index.js";
import type { House } from "./context.js";

/** Alive, ready, and in figures. The figures answer loopback addresses only. */
export function serveHealth(app: FastifyInstance, house: House): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: "gonghui_http_requests_total",
    help: "HTTP requests by status",
    labelNames: ["status"],
    registers: [register],
  });
  new Gauge({
    name: "gonghui_read_statements_total",
    help: "Compiled statements run",
    registers: [register],
    collect() {
      this.set(house.reads.statements);
    },
  });
  app.addHook("onResponse", async (_request, reply) => {
    requests.inc({ status: String(reply.statusCode) });
  });
  app.get("/livez", (_request, reply) => reply.send({ alive: true }));
  app.get("/readyz", async (_request, reply) => {
    const checks = {
      database: await isReachable(house),
      migrations: await isMigrated(house),
      fonts: existsSync(fileURLToPath(new URL("../fonts", import.meta.url))),
    };
    return reply.code(Object.values(checks).every(Boolean) ? 200 : 503).send(checks);
  });
  app.get("/metrics", async (request, reply) => {
    if (!/^(127\.|::1$|::ffff:127\.)/.test(request.ip)) return reply.code(404).send();
    return reply.type(register.contentType).send(await register.metrics());
  });
}

async function isReachable({ reads }: House): Promise<boolean> {
  return reads.gate.query("select 1").then(
    () => true,
    () => false,
  );
}

async function isMigrated({ reads }: House): Promise<boolean> {
  return reads.gate.query("select count(*)::integer as applied from mikro_orm_migrations").then(
    ({ rows }) => rows[0].applied === migrationsList.length,
    () => false,
  );
}
