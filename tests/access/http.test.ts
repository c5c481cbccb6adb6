import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { auditServer } from "graphql-http";
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
  const QUERY = "{ tradeUnions { totalCount } }";
  const CHANGE = "mutation { logout { userErrors { code } } }";

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
