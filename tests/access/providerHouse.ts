import { expect } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import { linkAccount } from "../../api/access/linkedAccounts.js";
import { Provider } from "../../api/access/provider.js";
import type { House } from "../../api/context.js";
import { createServer } from "../../api/server.js";
import { SESSION_COOKIE } from "../../api/visits.js";
import { freePort } from "../shared/freePort.js";
import { openWorld, type World } from "../shared/world.js";
import { CLIENT, type RunningProvider, runProvider } from "./provider.js";
import type { Seen, Visitor } from "./visitor.js";

export let world: World;
export let provider: RunningProvider;
export let app: FastifyInstance;
export let house: House;
export let url: string;
/** Opens a world, a provider beside it, and a server that signs in by it; some of its people are linked. */
export async function open(): Promise<void> {
  world = await openWorld();
  url = `http://127.0.0.1:${await freePort()}`;
  provider = await runProvider(url);
  const settings = { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret };
  house = { ...world.house, publicUrl: url, provider: new Provider(settings, url) };
  app = await createServer(house);
  await app.listen({ port: Number(new URL(url).port), host: "127.0.0.1" });
  for (const [username, subject] of [
    ["tashan", "u-100"],
    ["clerk", "u-200"],
    ["reviewer", "u-300"],
    ["official", "u-400"],
    ["keqiao", "u-500"],
  ] as const)
    await linkAccount(house.reads.gate, { username, issuer: provider.issuer, subject, reason: "统一身份认证上线" });
}

export async function close(): Promise<void> {
  await app?.close();
  await provider?.end();
  await world?.end();
}

const isReturn = (address: string) => address.startsWith(`${url}/sign-in/oidc/return`);
/** Goes to the provider, says there who one is, and stands before the address one is sent back to. */
export async function upToReturn(visitor: Visitor, subject: string): Promise<string> {
  let page = await visitor.follow(`${url}/sign-in/oidc`, isReturn);
  if (page.text.includes('name="login"')) page = await visitor.fill(page, { login: subject, password: "x" }, isReturn);
  if (page.status) page = await visitor.fill(page, {}, isReturn);
  expect(isReturn(page.address)).toBe(true);
  return page.address;
}
export const signIn = async (visitor: Visitor, subject: string) => visitor.ask(await upToReturn(visitor, subject));
export const seen = async (response: Response): Promise<Seen> => ({
  address: response.url,
  status: response.status,
  text: await response.text(),
});
// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever it asked for
export const graphql = async (visitor: Visitor, query: string): Promise<any> =>
  (
    await visitor.ask(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    })
  ).json();
export const viewer = async (visitor: Visitor) =>
  (await graphql(visitor, "{ viewer { account { username role } stepFirst } }")).data.viewer;
/** A page that says a code, in two languages, and nobody is signed in. */
export async function expectRefusal(response: Response, visitor: Visitor, status: number, code: string): Promise<void> {
  const { text } = await seen(response);
  expect([response.status, /<code>([A-Z_]+)<\/code>/.exec(text)?.[1]]).toEqual([status, code]);
  expect(text).toMatch(/登录未完成[\s\S]*Not signed in/);
  expect(text.replaceAll(/<style>[\s\S]*<\/style>/g, "")).not.toMatch(/127\.0\.0\.1|u-\d00|Error|invalid_|at \w+ \(/);
  expect(visitor.cookies(url).has(SESSION_COOKIE)).toBe(false);
  expect(await viewer(visitor)).toBeNull();
}
