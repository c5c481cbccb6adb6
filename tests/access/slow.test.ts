import { connect } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Guards, guardsOf } from "../../api/guards.js";
import { asPartner, type Served, serve } from "../shared/served.js";
import { openWorld, PASSWORD, type World } from "../shared/world.js";

/** Milliseconds that tell a way of its own from a wait for a connection, which ends after four seconds; the machine may be busy. */
const QUICK = 3_000;
let world: World;
let served: Served;
beforeAll(async () => {
  world = await openWorld();
  served = await serve(world);
});
afterAll(async () => {
  await served.end();
  await world.end();
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
        clearTimeout(enough);
        socket.destroy();
        resume(performance.now() - begun);
      };
      socket.on("error", () => {});
      socket.on("close", end);
      const enough = setTimeout(end, atMost);
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
    expect(ready.took).toBeLessThan(QUICK);
    expect(alive.took).toBeLessThan(QUICK);
    expect(signIn.answer.body.data.login.account.username).toBe("clerk");
    expect(signIn.took).toBeLessThan(QUICK);
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
