import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { measure, type Slice, sequenceOf, startGenerator } from "./measure.js";
import { chooseParameters, type Parameters, requestsOf } from "./parameters.js";
import { pin } from "./processorTime.js";
import { readProfile } from "./profile.js";
import { QUESTIONS } from "./queries.js";
import { type Agreement, questionLines, summaries } from "./report.js";
import { sameAnswer } from "./sameAnswer.js";
import { type Contender, startServer } from "./servers.js";
import { smallFigures, smallLines } from "./smallFigures.js";
import { versionsOf } from "./versions.js";
import { type Reader, wallCost, wallLines } from "./wallCost.js";
import { HOME, openWorld } from "./world.js";

const WARM_UP = 2;
const WALLED = ["Q2", "Q3", "Q4"];
const say = (text: string) => process.stdout.write(`${text}\n`);
const profile = readProfile(process.argv.slice(2));
const world = await openWorld(profile, say);
const servers: Contender[] = [];
const generator = startGenerator(1);
try {
  say(world.loading ? `loaded in ${Math.round(world.loading)} s` : "kept database found");
  const isPinned = availableParallelism() > 1 && pin(world.postgres, 1);
  const parameters = await chooseParameters(world.address, profile);
  for (const name of profile.servers ?? ["gonghui", "raw", "postgraphile"]) {
    const server = await startServer(name, world, profile.pool);
    servers.push(server);
    if (isPinned) pin(server.pid, 0);
  }
  const requests = new Map(
    await Promise.all(
      servers.map(async (server) => [server.name, await requestsOf(server, parameters, profile.only)] as const),
    ),
  );
  const slices: Slice[] = [];
  const agreements: Agreement[] = [];
  for (const { name, about } of QUESTIONS.filter((question) => !profile.only || profile.only.includes(question.name))) {
    const mine = (server: Contender) => requests.get(server.name)?.get(name) ?? [];
    const agreement = await sameAnswer(servers, mine);
    agreements.push({ question: name, about, ...agreement });
    if (!agreement.isSame) {
      say(`${name}: the servers do not give the same answer, so there is no figure. ${agreement.differs}`);
      continue;
    }
    const order = (server: Contender, seconds: number, round: number) => ({
      requests: mine(server),
      sequence: sequenceOf(mine(server).length, profile.seed + round),
      connections: profile.connections,
      seconds,
    });
    for (const server of servers)
      await measure(generator, server, world.postgres, name, -1, order(server, WARM_UP, -1));
    for (let round = 0; round < profile.rounds; round += 1)
      for (let turn = 0; turn < servers.length; turn += 1) {
        const server = servers[(turn + round) % servers.length] as Contender;
        slices.push(await measure(generator, server, world.postgres, name, round, order(server, profile.slice, round)));
      }
    for (const line of questionLines(agreements.at(-1) as Agreement, slices)) say(line);
  }
  const gonghui = servers.find(({ name }) => name === "gonghui");
  const small = gonghui && !profile.only ? await smallFigures(gonghui, world, generator) : undefined;
  if (small) for (const line of smallLines(small)) say(line);
  process.env.NODE_ENV = "bench"; // lets the second wall be taken down, in this process alone
  const walls = profile.only
    ? undefined
    : await wallCost(world.address, readersOf(parameters), { rounds: 40, only: WALLED });
  if (walls) for (const line of wallLines(walls)) say(line);
  const { benchPaper, paperLines } = await import("./paper.js");
  const paper = profile.only ? undefined : await benchPaper(profile.name === "full" ? 5 : 2, 5);
  if (paper) for (const line of paperLines(paper)) say(line);
  if (!profile.only) {
    const settings = {
      ...profile,
      folder: undefined,
      isPinned,
      cores: availableParallelism(),
      processor: cpus()[0]?.model,
      unions: parameters.unions.length,
      counties: parameters.counties.length,
      pages: parameters.pages,
      loadingSeconds: Math.round(world.loading),
    };
    const file = profile.name === "full" ? "results.json" : "results.quick.json";
    const versions = await versionsOf(world.address);
    writeFileSync(
      join(HOME, file),
      `${JSON.stringify({ versions, settings, agreements, summaries: summaries(slices), small, walls, paper, slices }, null, 1)}\n`,
    );
    say(`raw records: tests/bench/${file}`);
  }
} finally {
  generator.stop();
  await Promise.all(servers.map((server) => server.stop()));
  await world.close();
}

/** Who asks with the second wall up and down: somebody of the whole nation, and somebody of one county. */
function readersOf({ counties, countyPath }: Parameters): Reader[] {
  const at = counties[0] as number;
  const role = "FEDERATION_ADMINISTRATOR";
  return [
    { scope: "nation", role, path: "1.", at },
    { scope: "county", role, path: countyPath, at },
  ];
}
