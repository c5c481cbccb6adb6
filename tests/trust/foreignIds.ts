import { asConsole, type Served, serve } from "../shared/served.js";
import { UNION, type World } from "../shared/world.js";
import { counted, type Promised, type Trial } from "./promise.js";
import { median, withWorld } from "./worldBench.js";

const IDS = 1_000;
const FIRST = 10_000;
const GAP_MILLISECONDS = 2;
/** Fewer tries on a busy machine leave a wider gap. */
const GAP_OF_FEW = 4;

interface Said {
  status: number;
  head: string;
  body: string;
  milliseconds: number;
}
/** What is told by chance: the number of the request and the time. */
const OF_THE_MOMENT = ["x-request-id", "date"];
/** Something hidden beside something that is not there, asked for alike. */
type Pair = [hidden: Said, absent: Said];

class Reader {
  private constructor(
    private readonly served: Served,
    private readonly cookie: string,
  ) {}

  static async of(world: World, served: Served, username: string): Promise<Reader> {
    return new Reader(served, (await asConsole(world, username)).cookie);
  }

  private async get(request: { method: "GET" | "POST"; url: string; payload?: object }): Promise<Said> {
    const begun = performance.now();
    const { statusCode, headers, rawPayload } = await this.served.app.inject({
      ...request,
      headers: { cookie: this.cookie },
    });
    const milliseconds = performance.now() - begun;
    const head = JSON.stringify(Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.includes(name)));
    // A request's own number is told in errors too.
    const body = rawPayload.toString("latin1").replace(/"requestId":"[^"]*"/, "");
    return { status: statusCode, head, body, milliseconds };
  }

  readonly ask = (query: string, variables: object) =>
    this.get({ method: "POST", url: "/graphql", payload: { query, variables } });
  readonly node = (id: string) => this.ask("query($id: ID!) { node(id: $id) { id __typename } }", { id });
  readonly change = (id: string) =>
    this.ask(
      "mutation($input: UpdatePersonInput!) { updatePerson(input: $input) { person { id } userErrors { code message } } }",
      { input: { id, version: 1, name: "某" } },
    );
  readonly paper = (code: string) => this.get({ method: "GET", url: `/reports/assessments/2025/${code}.pdf` });
  readonly verified = (code: string) => this.get({ method: "GET", url: `/verify/${code}` });
}

const differ = ([hidden, absent]: Pair) =>
  hidden.status !== absent.status || hidden.head !== absent.head || hidden.body !== absent.body;

/** Pairs of numbers: persons of another county, and persons there are not. */
async function persons(world: World, reader: Reader, trial: Trial): Promise<string[]> {
  const count = counted(trial, IDS, 100);
  await world.sql(
    "insert into person (id, name, sex, keeper_id) select $1 + n, '某' || n, 'MALE', $2 from generate_series(0, $3::integer - 1) n",
    [FIRST, UNION.mill, count],
  );
  await world.sql("analyze person");
  if (!(await reader.node("person-3")).body.includes("person-3"))
    throw new Error("a person in scope is not seen either");
  const pairs: Pair[] = [];
  // Asked in turn, so that both kinds have the same luck.
  for (let at = 0; at < count; at++)
    pairs.push([await reader.node(`person-${FIRST + at}`), await reader.node(`person-${FIRST * 10 + at}`)]);
  const [hidden, absent] = [0, 1].map((side) => median(pairs.map((pair) => pair[side as 0 | 1].milliseconds)));
  const gap = Math.abs((hidden ?? 0) - (absent ?? 0));
  return [
    ...told("person", pairs),
    ...(gap < (trial.scale < 1 ? GAP_OF_FEW : GAP_MILLISECONDS) ? [] : [`medians are ${gap.toFixed(2)} ms apart`]),
  ];
}

const told = (what: string, pairs: Pair[]) =>
  pairs
    .filter(differ)
    .slice(0, 3)
    .map(
      ([hidden, absent]) =>
        `${what}: ${hidden.status} ${hidden.body.slice(0, 120)} and ${absent.status} ${absent.body.slice(0, 120)}`,
    );

const RECORDS: [hidden: string, absent: string][] = [
  ["tradeUnion-6", "tradeUnion-600"],
  ["tradeUnion-10", "tradeUnion-601"],
  ["employer-4", "employer-400"],
  ["membership-3", "membership-300"],
  ["account-4", "account-400"],
  ["roleGrant-4", "roleGrant-400"],
];
const PAPERS: [hidden: string, absent: string][] = [
  ["330603", "330609"],
  ["330603001", "330603099"],
  ["330603001-0001", "330603001-0099"],
];

async function others(reader: Reader): Promise<string[]> {
  const pairs = async (of: [string, string][], ask: (id: string) => Promise<Said>) => {
    const asked: Pair[] = [];
    for (const [hidden, absent] of of) asked.push([await ask(hidden), await ask(absent)]);
    return asked;
  };
  const changed: [string, string][] = [[`person-${FIRST}`, `person-${FIRST * 10}`]];
  return [
    ...told("record", await pairs(RECORDS, reader.node)),
    ...told("paper", await pairs(PAPERS, reader.paper)),
    ...told("change", await pairs(changed, reader.change)),
  ];
}

const lookedUp = (then: string) => ({
  code: {
    file: "dist/api/reading/answer.js",
    find: "ask.query(statement.sql, values, nameOf(statement), viewer);",
    put: `ask.query(statement.sql, values, nameOf(statement), viewer).then(async (text) => {
  if (!text.includes('"node":null') || !viewer.path) return text;
  const end = viewer.path.slice(0, -1) + "/";
  const wider = values.map((value) => (value === viewer.path ? "0" : value === end ? "~" : value));
  const all = await ask.query(statement.sql, wider, "", { ...viewer, path: undefined });
  if (!all.includes('"node":null')) { ${then} }
  return text;
});`,
  },
});

export const foreignIds: Promised = {
  words: "ids out of scope answer as ids of nothing, byte for byte and as fast: records, changes and papers",
  check: (trial) =>
    withWorld(trial, async (world) => {
      const served = await serve(world);
      try {
        const reader = await Reader.of(world, served, "tashan");
        return [...(await persons(world, reader, trial)), ...(await others(reader))];
      } finally {
        await served.end();
      }
    }),
  mutants: {
    "hidden rows answer FORBIDDEN": lookedUp(
      'throw new (await import("../shared/topLevel.js")).TopLevel("FORBIDDEN", { zh: "无权", en: "forbidden" });',
    ),
    "hidden rows take longer": lookedUp("await new Promise((resume) => setTimeout(resume, 12));"),
    "hidden papers are forbidden": {
      code: {
        file: "dist/api/reportDoor.js",
        find: "        if (!seen)\n            return undefined;",
        put: `        if (!seen) {
            if ((await house.reads.pool.query("select from trade_union where code = $1", [code])).rowCount)
                throw new TopLevel("FORBIDDEN", { zh: "无权", en: "forbidden" });
            return undefined;
        }`,
      },
    },
    "changes of hidden records are forbidden": {
      code: {
        file: "dist/api/shared/act.js",
        find: 'throw new TopLevel("NOT_FOUND"',
        put: `throw new TopLevel(Number(String(id).split("-")[1]) < ${FIRST * 10} ? "FORBIDDEN" : "NOT_FOUND"`,
      },
    },
  },
};
