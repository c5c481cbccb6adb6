import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import { openSession } from "../../api/access/session.js";
import { createServer } from "../../api/server.js";
import { openWorld, UNION, type World } from "../shared/world.js";

const COUNT = 1_000;
const FIRST = 10_000;
/** Medians on a machine that does other things too; the two kinds are asked in turn, so that both have the same luck. */
const GAP_MILLISECONDS = 2;

let world: World;
let app: FastifyInstance;
let cookie: string;
beforeAll(async () => {
  world = await openWorld();
  await world.sql(
    "insert into person (id, name, sex, keeper_id) select $1 + n, '某' || n, 'MALE', $2 from generate_series(0, $3::integer - 1) n",
    [FIRST, UNION.mill, COUNT],
  );
  await world.sql("analyze person");
  app = await createServer(world.house);
  cookie = `gonghui_session=${(await openSession(world.house.reads.pool, 5, 5)).token}`;
});
afterAll(async () => {
  await app.close();
  await world.end();
});

interface Said {
  status: number;
  head: string;
  body: string;
  milliseconds: number;
}
/** What is told by chance: the number of the request and the time. */
const OF_THE_MOMENT = ["x-request-id", "date"];

async function get(options: { method: "GET" | "POST"; url: string; payload?: object }): Promise<Said> {
  const begun = performance.now();
  const { statusCode, headers, rawPayload } = await app.inject({ ...options, headers: { cookie } });
  const told = Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.includes(name));
  return {
    status: statusCode,
    head: JSON.stringify(told),
    body: rawPayload.toString("latin1"),
    milliseconds: performance.now() - begun,
  };
}
const node = (id: string) =>
  get({
    method: "POST",
    url: "/graphql",
    payload: { query: "query($id: ID!) { node(id: $id) { id __typename } }", variables: { id } },
  });
const paper = (code: string) => get({ method: "GET", url: `/reports/assessments/2025/${code}.pdf` });

/** Everything in which the answers about hidden things differ from those about things that are not there. */
const differences = (hidden: Said[], absent: Said[]) => {
  const [same] = absent as [Said];
  return [...hidden, ...absent].filter(
    ({ status, head, body }) => status !== same.status || head !== same.head || body !== same.body,
  );
};
const median = (said: Said[]) =>
  said.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)[said.length >> 1] as number;

test(`${COUNT} ids out of scope answer as ids of nothing, byte for byte and as fast`, async () => {
  expect((await node("person-3")).body).toContain("person-3");
  const [hidden, absent]: [Said[], Said[]] = [[], []];
  for (let at = 0; at < COUNT; at += 1) {
    hidden.push(await node(`person-${FIRST + at}`));
    absent.push(await node(`person-${FIRST * 10 + at}`));
  }
  expect(hidden[0]?.body).toBe('{"data":{"node":null}}');
  expect(differences(hidden, absent)).toEqual([]);
  expect(Math.abs(median(hidden) - median(absent))).toBeLessThan(GAP_MILLISECONDS);
}, 300_000);

test("ids of every record out of scope answer as ids of nothing", async () => {
  const hidden = [
    "tradeUnion-6",
    "tradeUnion-10",
    "employer-4",
    "membership-3",
    "person-4",
    "account-4",
    "roleGrant-4",
  ];
  const absent = [
    "tradeUnion-600",
    "employer-400",
    "membership-300",
    "person-400",
    "account-400",
    "nothing-1",
    "person-x",
  ];
  expect(differences(await Promise.all(hidden.map(node)), await Promise.all(absent.map(node)))).toEqual([]);
});

test("a paper of a union out of scope answers as one of no union", async () => {
  const hidden = await Promise.all(["330603", "330603001", "330603001-0001"].map(paper));
  const absent = await Promise.all(["330609", "330603099", "330603001-0099"].map(paper));
  expect(hidden[0]?.status).toBe(404);
  expect(differences(hidden, absent)).toEqual([]);
});

test("a hidden row that answered FORBIDDEN would be noticed", async () => {
  const hidden = await node(`person-${FIRST}`);
  const absent = await node("person-999999");
  const mutant = { ...hidden, body: '{"data":{"node":null},"errors":[{"extensions":{"code":"FORBIDDEN"}}]}' };
  expect(differences([hidden], [absent])).toEqual([]);
  expect(differences([mutant], [absent])).toHaveLength(1);
  expect(differences([{ ...hidden, head: "[]" }], [absent])).toHaveLength(1);
});
