import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { generateKeyPair, SignJWT } from "jose";
import { Provider } from "../../api/access/provider.js";
import { createServer } from "../../api/server.js";
import { freePort } from "../shared/freePort.js";
import { PASSWORD } from "../shared/world.js";
import { CLIENT } from "./provider.js";
import { app, close, house, open, provider, signIn, url, viewer } from "./providerHouse.js";
import { Visitor } from "./visitor.js";

beforeAll(open);
afterAll(close);
beforeEach(() => {
  provider.instead = undefined;
});

test("a notice of logout that the provider did not sign, or that is an id token, ends nothing", async () => {
  const visitor = new Visitor();
  await signIn(visitor, "u-200");
  const { privateKey } = await generateKeyPair("RS256");
  const event = { events: { "http://schemas.openid.net/event/backchannel-logout": {} } };
  const forged = await new SignJWT({ ...event, sub: "u-200", jti: "1" })
    .setProtectedHeader({ alg: "RS256", typ: "logout+jwt" })
    .setIssuer(provider.issuer)
    .setAudience(CLIENT.id)
    .setIssuedAt()
    .sign(privateKey);
  const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${forged.split(".")[1]}.`;
  for (const notice of [forged, unsigned, "", "x.y.z"]) {
    const response = await fetch(`${url}/sign-in/oidc/logout`, {
      method: "POST",
      body: new URLSearchParams({ logout_token: notice }),
    });
    expect([response.status, await response.json()]).toEqual([400, { error: "invalid_request" }]);
  }
  expect(await viewer(visitor)).not.toBeNull();
});

test("a provider that leads elsewhere, is slow or silent is not followed or waited for, and the page says so", async () => {
  const fresh = () => new Provider({ issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret }, url);
  const description = () =>
    Response.json({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/auth`,
      token_endpoint: "http://127.0.0.2:1/token",
      jwks_uri: `${provider.issuer}/jwks`,
    });
  const faults: [string, (path: string) => Response | undefined][] = [
    ["a redirect", () => Response.redirect("http://127.0.0.2:1/elsewhere")],
    ["too long an answer", () => new Response("x".repeat(70_000), { headers: { "content-type": "application/json" } })],
    ["no JSON", () => new Response("hello")],
    ["an error", () => new Response("no", { status: 500 })],
  ];
  for (const [, instead] of faults) {
    provider.instead = instead;
    await expect(fresh().begin()).rejects.toThrow();
  }
  provider.instead = () => "silence";
  const begun = performance.now();
  await expect(fresh().begin()).rejects.toThrow();
  expect(performance.now() - begun).toBeLessThan(6_000);
  // A token endpoint at another server is not asked.
  provider.instead = (path) => (path.includes("well-known") ? description() : undefined);
  const lied = fresh();
  const { beginning } = await lied.begin();
  await expect(
    lied.subjectOf(`?code=x&state=${beginning.state}&iss=${encodeURIComponent(provider.issuer)}`, beginning),
  ).rejects.toThrow();
  provider.instead = undefined;
  await expect(fresh().begin()).resolves.toBeDefined();
});

test("a provider that is away is said to be, and local sign-in goes on", async () => {
  const away = new Provider(
    { issuer: `http://127.0.0.1:${await freePort()}`, clientId: CLIENT.id, clientSecret: CLIENT.secret },
    url,
  );
  const other = await createServer({ ...house, provider: away });
  const response = await other.inject({ url: "/sign-in/oidc" });
  expect([response.statusCode, response.body.includes("<code>UNAVAILABLE</code>")]).toEqual([503, true]);
  const login = `mutation { login(input: { username: "clerk", password: "${PASSWORD}" }) { account { username } } }`;
  const { data } = (await other.inject({ method: "POST", url: "/graphql", payload: { query: login } })).json();
  expect(data.login.account).toEqual({ username: "clerk" });
  await other.close();
});

test("without a provider in the settings there is no such way, and the console is told of none", async () => {
  const { provider: _, ...plain } = house;
  const other = await createServer(plain);
  for (const path of ["/sign-in/oidc", "/sign-in/oidc/return?code=x&state=y"])
    expect((await other.inject({ url: path })).statusCode).toBe(404);
  expect((await other.inject({ url: "/config.json" })).json()).not.toHaveProperty("oidc");
  expect((await app.inject({ url: "/config.json" })).json()).toMatchObject({ oidc: true });
  await other.close();
});
