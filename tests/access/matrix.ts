import type { GraphQLSchema } from "graphql";
import { buildContract } from "../../api/schema.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { markOf } from "../../schema/shared/register.js";
import { PlainReader } from "../reading/plain.js";
import { listKey } from "../reading/plainLists.js";
import { plainPool, Rows } from "../reading/plainRows.js";
import { Asking } from "./matrixAnswers.js";
import { measureChanges, measureOwn, withoutTraces } from "./matrixChanges.js";
import { elementsOf } from "./matrixElements.js";
import { PLACES, type Place } from "./matrixPlaces.js";
import {
  type Asked,
  type Ends,
  listProbes,
  oneProbes,
  type Probe,
  plainObjectProbes,
  recordNames,
  recordProbes,
} from "./matrixProbes.js";
import { openReaders, PLACED, type Reader } from "./matrixReaders.js";
import { measure } from "./matrixReads.js";
import { nodeProbes, ownProbes } from "./matrixRootProbes.js";
import type { Matrix } from "./matrixTable.js";
import { type MatrixWorld, openMatrixWorld } from "./matrixWorld.js";

export interface MatrixHouse extends MatrixWorld {
  schema: GraphQLSchema;
  readers: Map<string, Reader>;
  ends: Ends;
  plain: PlainReader;
  close(): Promise<void>;
}

export async function openMatrixHouse(): Promise<MatrixHouse> {
  const matrix = await openMatrixWorld();
  const schema = buildContract();
  const readers = await openReaders(matrix.world);
  const pool = plainPool(matrix.world.address as never);
  const plain = new PlainReader(schema, new Rows(pool), new Map());
  const ends = await farEnds(matrix, schema, readers, plain);
  const close = async () => {
    await pool.end();
    await matrix.world.end();
  };
  return { ...matrix, schema, readers, ends, plain, close };
}

/** The last number there can be. */
const LAST = 2_147_483_647;

/** Takes one cursor of each list, each way, and moves it to the list's far end. */
async function farEnds(
  { world }: MatrixWorld,
  schema: GraphQLSchema,
  readers: Map<string, Reader>,
  plain: PlainReader,
): Promise<Ends> {
  const ask = new Asking(schema).compiled(world.house);
  const ends = {} as Ends;
  for (const record of recordNames) {
    const moved = async (order: string) => {
      const text = `{ list: ${RECORDS[record].many}(first: 1, history: true, orderBy: [${order}]) { edges { cursor } } }`;
      // Hardship cases are kept even from the system administrator.
      const reader = record === "HardshipCase" ? "FEDERATION_ADMINISTRATOR" : "SYSTEM_ADMINISTRATOR";
      const { data } = await ask(readers.get(reader) as Reader, text);
      const found = data?.["list"] as { edges: { cursor: string }[] } | undefined;
      const [edge] = found?.edges ?? [];
      const [list, id] = JSON.parse(Buffer.from(edge?.cursor ?? "", "base64url").toString("utf8"));
      const end = typeof id === "string" ? String(LAST) : LAST;
      const cursor = Buffer.from(JSON.stringify([list, end])).toString("base64url");
      plain.cursors.set(cursor, { list: listKey(record, { orderBy: [order] }), values: { id: LAST } });
      return cursor;
    };
    ends[record] = { after: await moved("ID_DESC"), before: await moved("ID_ASC") };
  }
  return ends;
}

/** Everything that is read of the rows of a place. */
async function probesAt(house: MatrixHouse, place: Place): Promise<Probe[]> {
  const rows = house.at[place];
  const codes: Asked["codes"] = {};
  for (const record of ["TradeUnion", "Division", "Course", "TradeUnionVersion"] as RecordName[]) {
    const [row] = await house.world.sql<{ code: string }>(`select code from ${markOf(record).table} where id = $1`, [
      rows[record][0],
    ]);
    if (row) codes[record] = row.code;
  }
  const asked: Asked = { schema: house.schema, ends: house.ends, rows, place, codes };
  return [
    ...recordNames.flatMap((record) => [
      ...recordProbes(record, asked),
      ...listProbes(record, asked),
      ...oneProbes(record, asked),
    ]),
    ...plainObjectProbes(asked),
    ...nodeProbes(asked),
    ...ownProbes(asked),
  ];
}

export interface Measured {
  matrix: Matrix;
  calls: number;
  /** Where plain execution answered otherwise. */
  disagreements: string[];
}

/** Which part of the matrix is measured: for a second look, after something was changed in memory. */
export interface Part {
  columns?: string[];
  element?: (element: string) => boolean;
  salt?: string;
}

/** Measures the matrix by real calls: all reads first, both ways, then all changes. */
export async function measureMatrix(
  house: MatrixHouse,
  { columns, element = () => true, salt = "" }: Part = {},
): Promise<Measured> {
  const asking = new Asking(house.schema, salt);
  const matrix: Matrix = new Map();
  const disagreements: string[] = [];
  const enter = (column: string, letters: Map<string, string>) => {
    for (const [name, letter] of letters) matrix.set(name, (matrix.get(name) ?? new Map()).set(column, letter));
  };
  const tasks: (() => Promise<void>)[] = [];
  const cells = [...house.readers.values()]
    .flatMap((reader) =>
      (PLACED.includes(reader.name) ? PLACES : PLACES.slice(0, 1)).map((place) => ({
        reader,
        place,
        column: PLACED.includes(reader.name) ? `${reader.name} ${place}` : reader.name,
      })),
    )
    .filter(({ reader }) => !columns || columns.includes(reader.name));
  const compiled = asking.compiled(house.world.house);
  const plain = asking.plain(house.plain);
  const probes = Object.fromEntries(
    await Promise.all(
      PLACES.map(async (place) => [place, (await probesAt(house, place)).filter((probe) => element(probe.element))]),
    ),
  ) as Record<Place, Probe[]>;
  for (const { reader, place, column } of cells)
    tasks.push(async () => {
      const letters = await measure(compiled, reader, probes[place]);
      enter(column, letters);
      if (!reader.viewer || reader.name === "step") return;
      const again = await measure(
        plain,
        reader,
        probes[place].filter((probe) => isAskedPlainly(probe, reader, letters)),
      );
      for (const [name, letter] of again)
        if (letter !== letters.get(name))
          disagreements.push(`${name} ${column}: compiled ${letters.get(name)}, plain ${letter}`);
    });
  await inTurn(tasks);
  const changed = asking.compiled(withoutTraces(house.world.house));
  await inTurn(
    cells.map(
      ({ reader, place, column }) =>
        async () =>
          enter(column, await measureChanges(changed, house.schema, reader, house, place, element)),
    ),
    1, // one after the other: two that found a union at once would take the same number
  );
  await inTurn(
    cells
      .filter(({ place }) => place === "inside")
      .map(({ reader }) => async () => {
        const letters = await measureOwn(compiled, house.schema, reader, house, element);
        for (const cell of cells) if (cell.reader === reader) enter(cell.column, letters);
      }),
  );
  return { matrix, calls: asking.calls, disagreements: disagreements.sort() };
}

/** Both ways refuse a token of one scope the same way whatever the arguments are; of those only what it is answered is asked again. */
const isAskedPlainly = ({ isOrdinary, element }: Probe, { viewer }: Reader, letters: Map<string, string>) =>
  !isOrdinary && (viewer?.scopes?.length !== 1 || letters.get(element) !== "f" || !element.includes("("));

const TOGETHER = 4;
async function inTurn(tasks: (() => Promise<void>)[], together = TOGETHER): Promise<void> {
  const left = [...tasks];
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let task = left.shift(); task; task = left.shift()) await task();
    }),
  );
}

/** Elements that nobody has tried: each fails the build until somebody says how. */
export const untriedIn = (schema: GraphQLSchema, matrix: Matrix) =>
  elementsOf(schema).filter((name) => !matrix.has(name));
