import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import files from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { House } from "./context.js";

const { version: VERSION } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** The console and GraphiQL, built by Vite and served by us: nothing comes from another host. */
export async function serveConsole(app: FastifyInstance, house: House): Promise<void> {
  const folder = fileURLToPath(new URL("../console", import.meta.url));
  app.get("/config.json", (_request, reply) =>
    reply.header("cache-control", "no-store").send({
      version: VERSION,
      demonstration: house.demonstration,
      publicUrl: house.publicUrl,
      trustedDocuments: !house.demonstration,
      ...(house.provider ? { oidc: true } : {}),
    }),
  );
  if (!existsSync(join(folder, "index.html"))) {
    app.get("/", (_request, reply) =>
      reply
        .type("text/plain; charset=utf-8")
        .send("控制台尚未构建，请运行 npm run build。The console is not built; run npm run build.\n"),
    );
    return;
  }
  await app.register(files, {
    root: folder,
    prefix: "/",
    wildcard: false,
    immutable: false,
    setHeaders: (reply, path) =>
      void reply.header(
        "cache-control",
        path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      ),
  });
  app.get("/graphiql", (_request, reply) => reply.sendFile("graphiql.html"));
  // Pages of the console are its own affair; a missing script must not answer as a page.
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" &&
      (request.headers.accept ?? "").includes("text/html") &&
      !/\.[a-z0-9]+$/i.test(request.url.split("?")[0] ?? "");
    if (isPage) return reply.sendFile("index.html");
    return reply.code(404).type("text/plain; charset=utf-8").send("未找到。Not found.\n");
  });
}
