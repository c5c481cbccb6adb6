import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from "fastify";
import { serveProviderSignIn } from "./access/providerDoor.js";
import { serveAttachments } from "./attachmentDoor.js";
import { serveConsole } from "./consoleDoor.js";
import type { House } from "./context.js";
import { createGraphqlServer } from "./graphqlServer.js";
import { type Guards, guardsOf } from "./guards.js";
import { serveHealth } from "./healthDoor.js";
import { serveReports } from "./reportDoor.js";
import { buildContract, printContract } from "./schema.js";
import { busy, DATA_ONLY, headOf, languageOf, ownFault } from "./shared/httpRefusal.js";
import { isAway } from "./shared/problems.js";
import { closeSlowReaders } from "./shared/slowReaders.js";
import { contextOf } from "./visits.js";

const SELF = ["'self'"];
/** Nothing from another host, no inline script, in nobody's frame. */
const CONTENT = {
  directives: {
    defaultSrc: SELF,
    scriptSrc: SELF,
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'", "data:"],
    workerSrc: ["'self'", "blob:"],
    connectSrc: SELF,
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: SELF,
    baseUri: SELF,
    upgradeInsecureRequests: null,
  },
};

/** Everything Gonghui serves, on one port. */
export async function createServer(house: House, given: Partial<Guards> = {}): Promise<FastifyInstance> {
  const guards = guardsOf(given);
  const app = fastify({
    logger: false,
    bodyLimit: guards.limits.bodyBytes,
    genReqId: () => randomUUID(),
    // A request has so long to come in whole, and Node looks that often whether it has.
    requestTimeout: guards.patience,
    http: { headersTimeout: guards.patience, connectionsCheckingInterval: Math.min(2_000, guards.patience / 4) },
    connectionTimeout: 60_000,
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: true },
  });
  await app.register(helmet, { contentSecurityPolicy: CONTENT, hsts: false, crossOriginEmbedderPolicy: false });
  await app.register(cookie);
  closeSlowReaders(app, guards.patience);
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => refuse(error, request, reply, house));

  const schema = buildContract();
  const graphql = await createGraphqlServer(schema, house, guards);
  // Answers of /graphql are data, never a page: they carry constant headers instead of those that helmet composes for each request.
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    helmet: false,
    handler: (request, reply) => graphql.handle(request, reply, () => contextOf(house, request, reply)),
  });
  const contract = printContract(schema);
  app.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").send(contract));
  serveHealth(app, house);
  if (house.provider) serveProviderSignIn(app, house, house.provider);
  serveReports(app, house, graphql.run, schema);
  serveAttachments(app, house, graphql.run, guards);
  await serveConsole(app, house);
  app.addHook("onClose", () => graphql.stop());
  return app;
}

const SAID: Record<number, [string, string, string]> = {
  400: [
    "BAD_USER_INPUT",
    "请求格式有误：请求体须为有效的 JSON。",
    "The request is malformed: its body must be valid JSON.",
  ],
  413: ["PAYLOAD_TOO_LARGE", "请求体超过 256 kB，请减小后重试。", "The body exceeds 256 kB; send less."],
  415: ["BAD_USER_INPUT", "请求类型须为 application/json。", "The content type must be application/json."],
};

interface Reply {
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

/** What goes wrong before GraphQL is reached answers in the same form as GraphQL. */
function refuse(error: FastifyError, request: FastifyRequest, reply: Reply, house: House) {
  for (const [name, value] of Object.entries(DATA_ONLY)) reply.header(name, value);
  const language = languageOf(request);
  if (isAway(error)) {
    const { status, headers } = headOf("UNAVAILABLE") as NonNullable<ReturnType<typeof headOf>>;
    for (const [name, value] of headers) reply.header(name, value);
    return reply.code(status).send(body("UNAVAILABLE", busy().in(language), request));
  }
  const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
  if (status === 500) house.log.error({ requestId: request.id, error }, "request failed");
  const own = ownFault(request.id);
  const [code, zh, en] = SAID[status] ?? ["INTERNAL_SERVER_ERROR", own.zh, own.en];
  return reply.code(status).send(body(code, language === "en" ? en : zh, request));
}

const body = (code: string, message: string, { id }: FastifyRequest) => ({
  errors: [{ message, extensions: { code, requestId: id } }],
});
