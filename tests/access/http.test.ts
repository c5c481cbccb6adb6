import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { auditServer } from "graphql-http";
import type { Guards } from "../../api/guards.js";
import { ROOT } from "../house/tree.js";
import { asConsole, type Served, serve } from "../shared/served.js";
import { openWorld, type World } from "../shared/world.js";

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
    expect(await executed({}, "https://evil.example")).toBe(0);
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
    for (const origin of ["null", "http://127.0.0.1.evil.example", "http://localhost:81", "localhost:80", ""])
      expect((await served.ask(QUERY, { cookie, origin })).code).toBe("FORBIDDEN");
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
