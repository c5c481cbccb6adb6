import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from "fastify";
import { serveConsole } from "./consoleDoor.js";
import { contextOf } from "./visits.js";
import type { House } from "./context.js";
import { createGraphqlServer } from "./graphqlServer.js";
import { serveHealth } from "./healthDoor.js";
import { serveReports } from "./reportDoor.js";
import { buildContract, printContract } from "./schema.js";

const GRAPHQL_BODY = 256 * 1024;
const CONTENT = { directives: { defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", "data:"], fontSrc: ["'self'", "data:"], workerSrc: ["'self'", "blob:"], connectSrc: ["'self'"], objectSrc: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"], baseUri: ["'self'"], upgradeInsecureRequests: null } };

/** Everything Gonghui serves, on one port. */
export async function createServer(house: House): Promise<FastifyInstance> {
  const app = fastify({ logger: false, bodyLimit: GRAPHQL_BODY, genReqId: () => randomUUID(), requestTimeout: 30_000, connectionTimeout: 60_000, forceCloseConnections: "idle", routerOptions: { ignoreTrailingSlash: true } });
  await app.register(helmet, { contentSecurityPolicy: CONTENT, hsts: false, crossOriginEmbedderPolicy: false });
  await app.register(cookie);
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => refuse(error, request, reply, house));

  const schema = buildContract();
  const graphql = await createGraphqlServer(schema, house);
  // Answers of /graphql are data, never a page: they carry constant headers instead of those that helmet composes for each request.
  app.route({ method: ["GET", "POST"], url: "/graphql", helmet: false, handler: (request, reply) => graphql.handle(request, reply, () => contextOf(house, request, reply)) });
  const contract = printContract(schema);
  app.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").send(contract));
  serveHealth(app, house);
  serveReports(app, house, graphql.run, schema);
  await serveConsole(app, house);
  app.addHook("onClose", () => graphql.server.stop());
  return app;
}

const SAID: Record<number, [string, string, string]> = {
  400: ["BAD_USER_INPUT", "请求格式有误：请求体须为有效的 JSON。", "The request is malformed: its body must be valid JSON."],
  413: ["PAYLOAD_TOO_LARGE", "请求体超过 256 kB，请减小后重试。", "The body exceeds 256 kB; send less."],
  415: ["BAD_USER_INPUT", "请求类型须为 application/json。", "The content type must be application/json."],
};

/** What goes wrong before GraphQL is reached answers in the same form as GraphQL. */
function refuse(error: FastifyError, request: FastifyRequest, reply: { code(status: number): { send(body: unknown): unknown } }, house: House) {
  const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
  const [code, zh, en] = SAID[status] ?? ["INTERNAL_SERVER_ERROR", `系统内部错误，请凭请求号 ${request.id} 联系管理员。`, `Internal error; quote request ${request.id} to the administrator.`];
  if (status === 500) house.log.error({ requestId: request.id, error: { message: error.message, stack: error.stack } }, "request failed");
  const english = String(request.headers["accept-language"] ?? "").toLowerCase().startsWith("en");
  return reply.code(status).send({ errors: [{ message: english ? en : zh, extensions: { code, requestId: request.id } }] });
}
