import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { auditServer } from "graphql-http";
import { type Guards, guardsOf } from "../../api/guards.js";
import { ROOT } from "../house/tree.js";
import { asConsole, asPartner, type Served, serve } from "../shared/served.js";
import { openWorld, PASSWORD, type World } from "../shared/world.js";

let world: World;
let served: Served;
let address: string;
beforeAll(async () => {
  world = await openWorld();
  served = await serve(world);
  address = await served.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await served.end();
  await world.end();
});

/** Audits that do not pass, and why that is well. */
const EXPLAINED: Record<string, string> = {
  "5A70":
    "A bare GET, without a content type or a header that needs leave, is refused: a page of another site can send one with our cookie (CSRF). MAY.",
  D6D5: "The same bare GET with variables, for the newer media type. MAY.",
  "6A70": "The same bare GET with variables, for classic JSON. MAY.",
};

test("GraphQL over HTTP: no error, every warning explained", async () => {
  const results = await auditServer({ url: `${address}/graphql` });
  expect(results.length).toBeGreaterThan(55);
  expect(results.filter(({ status }) => status === "error").map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  const warned = results.filter(({ status }) => status !== "ok").map(({ id, name }) => `${id} ${name}`);
  expect(warned.map((each) => each.split(" ")[0] ?? "").sort()).toEqual(Object.keys(EXPLAINED).sort());
  expect(warned.filter((each) => !/^\S+ MAY /.test(each))).toEqual([]);
});

describe("a request from another site", () => {
  const METHODS = ["GET", "POST", "PUT"] as const;
  const TYPES = [
    undefined,
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/graphql",
  ];
  /** What a page of another site can send without being asked first: no header of its own, and one of these types. */
  const SIMPLE = [undefined, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];
  const QUERY = "{ tradeUnions { totalCount } }";
  const CHANGE = "mutation { logout { userErrors { code } } }";

  /** How many of all the combinations ran. */
  async function executed(guards: Partial<Guards>, origin: string | undefined, types = TYPES): Promise<number> {
    const open = await serve(world, guards);
    let ran = 0;
    for (const method of METHODS)
      for (const type of types)
        for (const query of [QUERY, CHANGE]) {
          const { cookie } = await asConsole(world, "official");
          const headers = { cookie, ...(type ? { "content-type": type } : {}), ...(origin ? { origin } : {}) };
          const payload = type?.startsWith("application/x-www")
            ? `query=${encodeURIComponent(query)}`
            : JSON.stringify({ query });
          const sent =
            method === "GET"
              ? { method, url: `/graphql?query=${encodeURIComponent(query)}`, headers }
              : { method, url: "/graphql", headers, payload };
          const { body } = await open.app.inject(sent);
          const [{ revoked } = { revoked: true }] = await world.sql<{ revoked: boolean }>(
            "select revoked_at is not null as revoked from session order by id desc limit 1",
          );
          if (revoked || body.includes('totalCount":')) ran++;
        }
    await open.end();
    return ran;
  }

  test("runs nothing: 3 methods × 6 content types, with cookies", async () => {
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1.evil.example", "http://localhost:81"])
      expect(await executed({}, origin)).toBe(0);
    expect(await executed({}, undefined, SIMPLE)).toBe(0);
  });

  test("would run with either guard away, which this test would notice", async () => {
    expect(await executed({ checksOrigin: false }, "https://evil.example")).toBeGreaterThan(0);
    expect(await executed({ preventsCsrf: false }, undefined, SIMPLE)).toBeGreaterThan(0);
  });

  test("is told why, and our own pages are let in", async () => {
    const { cookie } = await asConsole(world, "official");
    const refused = await served.ask(QUERY, { cookie, origin: "https://evil.example", "accept-language": "en" });
    expect([refused.response.statusCode, refused.code]).toEqual([403, "FORBIDDEN"]);
    for (const origin of ["http://localhost:80", world.house.publicUrl])
      expect((await served.ask(QUERY, { cookie, origin, host: "localhost:80" })).code).toBeUndefined();
    const changed = await served.app.inject({
      url: `/graphql?query=${encodeURIComponent(CHANGE)}`,
      headers: { cookie, "content-type": "application/json" },
    });
    expect([changed.statusCode, changed.headers.allow]).toEqual([405, "POST"]);
  });
});

describe("a page", () => {
  const OUTSIDE = /(?:src|href|action|url\()\s*=?\s*["'(]?\s*(?:https?:)?\/\/(?!www\.w3\.org)/i;
  const names = (text: string) => OUTSIDE.test(text);

  test("is allowed nothing from another host", async () => {
    const { headers } = await served.app.inject({ url: "/", headers: { accept: "text/html" } });
    const policy = String(headers["content-security-policy"]);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "connect-src 'self'",
    ])
      expect(policy.split(";")).toContain(rule);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("names no other host, in its text, styles or scripts", async () => {
    for (const url of ["/", "/graphiql", "/verify/AAAA-BBBB", "/people"]) {
      const { body } = await served.app.inject({ url, headers: { accept: "text/html" } });
      expect(`${url} ${names(body)}`).toBe(`${url} false`);
      expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/);
    }
    const assets = join(ROOT, "dist", "console", "assets");
    const styles = existsSync(assets) ? readdirSync(assets).filter((name) => name.endsWith(".css")) : [];
    expect(styles.filter((name) => names(readFileSync(join(assets, name), "utf8")))).toEqual([]);
    expect(
      [
        "<script src='https://cdn.example/x.js'>",
        "@import url(//fonts.example/a.css)",
        '<link href="http://a.example">',
      ].map(names),
    ).toEqual([true, true, true]);
  });
});

describe("a slow client", () => {
  const open = async (guards: Partial<Guards>) => {
    const slow = await serve(world, guards);
    await slow.app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = slow.app.server.address() as { port: number };
    return { slow, port };
  };
  /** Milliseconds until the server closes a connection that sends a byte now and then. */
  const lasted = (port: number, atMost: number) =>
    new Promise<number>((resume) => {
      const begun = performance.now();
      const socket = connect(port, "127.0.0.1", () =>
        socket.write(
          "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n",
        ),
      );
      const drip = setInterval(() => socket.write(" "), 100);
      const end = () => {
        clearInterval(drip);
        socket.destroy();
        resume(performance.now() - begun);
      };
      socket.on("error", () => {});
      socket.on("close", end);
      setTimeout(end, atMost);
    });

  test("is given up, in at most 30 seconds as delivered", async () => {
    const { patience } = guardsOf();
    expect(patience + 2_000).toBeLessThanOrEqual(30_000);
    const { slow, port } = await open({ patience: 800 });
    expect(await lasted(port, 5_000)).toBeLessThan(3_000);
    await slow.end();
    const patient = await open({ patience: 60_000 });
    expect(await lasted(patient.port, 3_000)).toBeGreaterThanOrEqual(2_990);
    await patient.slow.end();
  });

  test("that does not read is cut off", async () => {
    const held = async (patience: number, atMost: number) => {
      const slow = await serve(world, { patience });
      let closed = Number.POSITIVE_INFINITY;
      slow.app.get("/endless", (_request, reply) => {
        const begun = performance.now();
        reply.raw.on("close", () => {
          closed = performance.now() - begun;
        });
        return reply.send(
          new Readable({
            read() {
              this.push(Buffer.alloc(65_536));
            },
          }),
        );
      });
      await slow.app.listen({ port: 0, host: "127.0.0.1" });
      const { port } = slow.app.server.address() as { port: number };
      const socket = connect(port, "127.0.0.1", () => socket.write("GET /endless HTTP/1.1\r\nhost: x\r\n\r\n")).pause();
      socket.on("error", () => {});
      await new Promise((resume) => setTimeout(resume, atMost));
      const answer = closed;
      socket.destroy();
      await slow.end();
      return answer;
    };
    expect(await held(300, 1_500)).toBeLessThan(1_500);
    expect(await held(60_000, 1_500)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("with every connection for reads taken", () => {
  test("reads are refused in time with 503, sign-in and health stay quick", async () => {
    const { headers } = await asPartner(world, "official");
    await served.ask("{ viewer { today } }", headers);
    const pool = world.house.reads.pool;
    const sleeps = Array.from({ length: 200 }, () => pool.query("select pg_sleep(4.5)").catch(() => undefined));
    await new Promise((resume) => setTimeout(resume, 300));
    const timed = async <T>(work: Promise<T>) => {
      const begun = performance.now();
      return { answer: await work, took: performance.now() - begun };
    };
    const [read, alive, ready, signIn] = await Promise.all([
      timed(served.ask("{ tradeUnions { totalCount } }", headers)),
      timed(served.app.inject("/livez")),
      timed(served.app.inject("/readyz")),
      timed(
        served.ask(
          `mutation { login(input: { username: "clerk", password: "${PASSWORD}" }) { account { username } } }`,
        ),
      ),
    ]);
    expect([read.answer.response.statusCode, read.answer.code, read.answer.response.headers["retry-after"]]).toEqual([
      503,
      "UNAVAILABLE",
      "5",
    ]);
    expect(read.took).toBeLessThan(5_000);
    expect(alive.answer.statusCode).toBe(200);
    expect(ready.took).toBeLessThan(1_000);
    expect(alive.took).toBeLessThan(1_000);
    expect(signIn.answer.body.data.login.account.username).toBe("clerk");
    expect(signIn.took).toBeLessThan(1_000);
    // Control: with one pool for all, nobody would get in.
    const shared = Object.create(world.house.reads, { gate: { value: pool } });
    const crowded = await serve(world, {}, { reads: shared });
    const late = await timed(
      crowded.ask(`mutation { login(input: { username: "clerk", password: "${PASSWORD}" }) { account { username } } }`),
    );
    expect(late.answer.code === "UNAVAILABLE" || late.took > 1_000).toBe(true);
    await crowded.end();
    await Promise.all(sleeps);
    expect((await served.ask("{ tradeUnions { totalCount } }", headers)).code).toBeUndefined();
  });
});
