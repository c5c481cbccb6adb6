import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getIntrospectionQuery } from "graphql";
import { documentHash } from "../../api/access/trustedDocuments.js";
import { asConsole, asPartner, type Served, serve } from "../shared/served.js";
import { openWorld, PASSWORD, type World } from "../shared/world.js";

let world: World;
let served: Served;
let token: { authorization: string };
let cookie: { cookie: string };
beforeAll(async () => {
  world = await openWorld();
  served = await serve(world);
  token = (await asPartner(world, "official")).headers;
  cookie = await asConsole(world, "official");
});
afterAll(async () => {
  await served.end();
  await world.end();
});

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

describe("outside demonstration mode a console session", () => {
  const DOCUMENT = "query viewer { viewer { account { username } } }";
  const FREE = "{ tradeUnions { totalCount } }";
  const documents = new Map([[documentHash(DOCUMENT), DOCUMENT]]);
  const hashed = (hash: string, more: object = {}) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    ...more,
  });
  let real: Served;
  beforeAll(async () => {
    real = await serve(world, { documents }, { demonstration: false });
  });
  afterAll(() => real.end());

  test("sends what was built with the console, by hash or in full", async () => {
    const asked: object[] = [
      hashed(documentHash(DOCUMENT)),
      { documentId: documentHash(DOCUMENT) },
      { documentId: `sha256:${documentHash(DOCUMENT)}` },
      { query: DOCUMENT },
    ];
    for (const body of asked)
      expect((await real.ask(body, cookie)).body).toEqual({ data: { viewer: { account: { username: "official" } } } });
    const search = encodeURIComponent(JSON.stringify(hashed(documentHash(DOCUMENT)).extensions));
    const got = await real.app.inject({
      url: `/graphql?extensions=${search}`,
      headers: { ...cookie, "content-type": "application/json" },
    });
    expect(got.json()).toMatchObject({ data: { viewer: { account: { username: "official" } } } });
  });

  test("sends nothing else, with any hash or none", async () => {
    const before = world.house.reads.statements;
    const asked = [
      FREE,
      hashed(documentHash(FREE)),
      hashed(documentHash(FREE), { query: FREE }),
      { documentId: "x", extensions: {} },
      `${DOCUMENT} `,
    ];
    for (const body of asked) expect((await real.ask(body, cookie)).code).toBe("UNTRUSTED_DOCUMENT");
    expect((await real.ask(hashed(documentHash(DOCUMENT).replace(/.$/, "_"), { query: FREE }), cookie)).code).toBe(
      "BAD_USER_INPUT",
    );
    expect((await real.ask(hashed(documentHash(DOCUMENT), { query: FREE }), cookie)).body.data).toHaveProperty(
      "viewer",
    );
    expect(world.house.reads.statements).toBe(before);
    // A cookie that has run out is no way round.
    expect((await real.ask(FREE, { cookie: "gonghui_session=gone" })).code).toBe("UNTRUSTED_DOCUMENT");
  });

  test("a token sends free text, nobody may sign in, and only a token may read the schema by introspection", async () => {
    expect((await real.ask(FREE, token)).code).toBeUndefined();
    expect((await real.ask(FREE, { ...token, ...cookie })).code).toBeUndefined();
    const signIn = `mutation { login(input: { username: "official", password: "${PASSWORD}" }) { account { username } } }`;
    expect((await real.ask(signIn)).body.data.login.account.username).toBe("official");
    const introspection = "{ __schema { queryType { name } } }";
    expect((await real.ask(introspection, token)).body.data.__schema.queryType.name).toBe("Query");
    expect((await real.ask(introspection)).code).toBe("UNAUTHENTICATED");
    expect((await real.ask(introspection, cookie)).code).toBe("UNTRUSTED_DOCUMENT");
    const listed = await serve(world, { documents: new Map([[documentHash(introspection), introspection]]) });
    expect((await listed.ask(introspection, cookie)).code).toBeUndefined();
    await listed.end();
  });

  test("a hash that is no text is refused in words, whoever sends it", async () => {
    for (const hash of [{ toString: 1 }, { toString: null, valueOf: null }, 5, ["x"], true])
      for (const asked of [{ documentId: hash }, { extensions: { persistedQuery: { sha256Hash: hash } } }])
        expect((await real.ask(asked)).code).toBe("BAD_USER_INPUT");
  });

  test("what only looks like a token is shown no schema", async () => {
    const schema = "{ __schema { queryType { name } } }";
    expect((await real.ask(schema, { authorization: "Bearer x" })).code).toBe("UNAUTHENTICATED");
    expect((await real.ask(schema, token)).code).toBeUndefined();
  });

  test("is told by /config.json to send hashes", async () => {
    expect((await real.app.inject("/config.json")).json()).toMatchObject({
      demonstration: false,
      trustedDocuments: true,
    });
    expect((await served.app.inject("/config.json")).json()).toMatchObject({
      demonstration: true,
      trustedDocuments: false,
    });
  });
});

test("in demonstration mode free text is welcome, introspection has its price", async () => {
  expect((await served.ask("{ tradeUnions { totalCount } }", cookie)).code).toBeUndefined();
  expect((await served.ask(getIntrospectionQuery(), cookie)).body.data.__schema.types.length).toBeGreaterThan(100);
  const { cost } = (await served.ask(getIntrospectionQuery(), token)).body.extensions;
  expect(cost.requested).toBeGreaterThan(100);
  const many = `{ ${times(10, (index) => `a${index}: __schema { types { fields { args { type { name } } type { name } } } }`)} }`;
  expect((await served.ask(many)).body.errors?.[0]?.extensions).toMatchObject({
    code: "QUERY_TOO_EXPENSIVE",
    rule: "introspection",
  });
});
