import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import { openSession } from "../../api/access/session.js";
import { createServer } from "../../api/server.js";
import { openWorld, UNION, type World } from "../shared/world.js";

let world: World;
let app: FastifyInstance;
const cookies = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld();
  app = await createServer(world.house);
  for (const username of ["shaoxing", "keqiao"]) {
    const [row] = await world.sql<{ account: number; grant: number }>(
      "select a.id as account, g.id as grant from account a join role_grant g on g.account_id = a.id where username = $1",
      [username],
    );
    if (!row) throw new Error(`nobody is called ${username}`);
    const { token } = await openSession(world.house.reads.pool, row.account, row.grant);
    cookies.set(username, `gonghui_session=${token}`);
  }
});
afterAll(async () => {
  await app.close();
  await world.end();
});

const ONE = "query One($id: ID!) { tradeUnion(id: $id) { id name children { totalCount nodes { name } } } }";
const PAGE = "query Page($first: Int) { tradeUnions(first: $first) { nodes { code } } }";
const id = `tradeUnion-${UNION.city}`;

async function ask(as: string | undefined, payload: object, headers: Record<string, string> = {}) {
  const cookie = as && cookies.get(as);
  const {
    statusCode,
    body,
    headers: answered,
  } = await app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}), ...headers },
    payload: JSON.stringify(payload),
  });
  const { "x-request-id": number, date: _date, ...rest } = answered;
  return { statusCode, headers: rest, body: body.replaceAll(String(number), "NUMBER") };
}

/** Asks the same three times: the first goes the whole way, the others the short one, if there is one. */
async function thrice(as: string | undefined, payload: object, headers: Record<string, string> = {}) {
  const answers = [await ask(as, payload, headers), await ask(as, payload, headers), await ask(as, payload, headers)];
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  return answers[0] as Awaited<ReturnType<typeof ask>>;
}

test("a query asked again is answered with the same bytes and headers, in one statement", async () => {
  const { statusCode, body, headers } = await thrice("shaoxing", { query: ONE, variables: { id } });
  expect(statusCode).toBe(200);
  expect(JSON.parse(body).data.tradeUnion).toMatchObject({ id, name: "绍兴市总工会", children: { totalCount: 2 } });
  expect(headers).toMatchObject({ "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  const before = world.house.reads.statements;
  await ask("shaoxing", { query: ONE, variables: { id } });
  expect(world.house.reads.statements - before).toBe(1);
});

test("a document known from one reader shows another reader only what is his, and nobody anything", async () => {
  await thrice("shaoxing", { query: ONE, variables: { id } });
  expect(JSON.parse((await thrice("keqiao", { query: ONE, variables: { id } })).body)).toEqual({
    data: { tradeUnion: null },
  });
  const nobody = JSON.parse((await thrice(undefined, { query: ONE, variables: { id } })).body);
  expect(nobody.errors[0].extensions.code).toBe("UNAUTHENTICATED");
});

test("what is refused is refused alike on both ways", async () => {
  await thrice("shaoxing", { query: PAGE, variables: { first: 2 } });
  const refused: [object, string][] = [
    [{ query: PAGE, variables: { first: 0 } }, "BAD_USER_INPUT"],
    [{ query: PAGE, variables: { first: "many" } }, "BAD_USER_INPUT"],
    [{ query: PAGE, variables: { first: 2 }, operationName: "Other" }, "BAD_USER_INPUT"],
    [{ query: `${PAGE} {`, variables: { first: 2 } }, "GRAPHQL_PARSE_FAILED"],
    [{ query: "{ tradeUnions { nodes { shoeSize } } }" }, "GRAPHQL_VALIDATION_FAILED"],
  ];
  for (const [payload, code] of refused)
    expect(JSON.parse((await thrice("shaoxing", payload)).body).errors[0].extensions.code).toBe(code);
});

test("another form of request goes the whole way", async () => {
  await thrice("shaoxing", { query: PAGE, variables: { first: 2 } });
  const newer = { accept: "application/graphql-response+json" };
  const { headers } = await thrice("shaoxing", { query: PAGE, variables: { first: 2 } }, newer);
  expect(headers["content-type"]).toMatch("application/graphql-response+json");
  const { statusCode } = await thrice("shaoxing", { query: PAGE, variables: { first: 0 } }, newer);
  expect(statusCode).toBe(400);
});

test("a long answer with rare characters arrives byte for byte", async () => {
  await world.sql("update trade_union set version = version + 1, address = repeat('𠮷绍\"\\', 900) where id = $1", [
    UNION.city,
  ]);
  const query = "query Address($id: ID!) { tradeUnion(id: $id) { address } }";
  const { body, headers } = await thrice("shaoxing", { query, variables: { id } });
  expect(JSON.parse(body).data.tradeUnion.address).toBe('𠮷绍"\\'.repeat(900));
  expect(Number(headers["content-length"])).toBe(Buffer.byteLength(body));
});
