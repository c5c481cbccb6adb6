import { type DocumentNode, type GraphQLSchema, parse, validate } from "graphql";
import type { Context } from "../../api/context.js";
import { createExecutor, type Executor, RAW } from "../../api/executor.js";
import type { Asker } from "../../api/reading/answer.js";
import type { Viewer } from "../../api/reading/viewer.js";
import { testSealing } from "../shared/testSealing.js";
import type { Made } from "./generator.js";
import { type Answer, PlainReader, reduced } from "./plain.js";
import type { Cursors } from "./plainLists.js";
import type { Rows, Values } from "./plainRows.js";

export interface Difference {
  way: "lane" | "finish";
  compiled: string;
  plain: string;
}
export interface Compared {
  /** Whether the database's own text was the answer. */
  tookLane: boolean;
  difference?: Difference;
  answer: Answer;
}

/** Asks the same of the compiled path, both ways, and of plain GraphQL. */
export class Comparison {
  readonly plain: PlainReader;
  private readonly run: Executor;

  constructor(
    readonly schema: GraphQLSchema,
    private readonly reads: Asker,
    rows: Rows,
    readonly cursors: Cursors = new Map(),
  ) {
    this.run = createExecutor(schema);
    this.plain = new PlainReader(schema, rows, cursors);
  }

  isValid(made: Made): DocumentNode | undefined {
    const document = parse(made.text);
    return validate(this.schema, document).length ? undefined : document;
  }

  /** The answer of the compiled path; `raw` is the text when the lane was taken. */
  async compiled(
    document: DocumentNode,
    { text, variables }: Made,
    viewer: Viewer | undefined,
    lane: boolean,
  ): Promise<{ answer: Answer; raw?: string }> {
    const context = {
      house: { reads: this.reads, sealing: testSealing },
      visit: { language: "zh" },
      viewer,
    } as unknown as Context;
    const result = await this.run({ document, variables, hash: text, context }, { lane });
    const raw = (result.data as { [RAW]?: string } | undefined)?.[RAW];
    return raw === undefined ? { answer: reduced(result) } : { answer: { data: JSON.parse(raw) }, raw };
  }

  async compare(document: DocumentNode, made: Made, viewer: Viewer, asks: Viewer = viewer): Promise<Compared> {
    const plain = await this.plain.answer(document, made.variables, viewer);
    const { cost: _, ...expected } = plain;
    const lane = await this.compiled(document, made, asks, true);
    const finish = await this.compiled(document, made, asks, false);
    const tookLane = lane.raw !== undefined;
    for (const [way, { answer }] of [
      ["lane", lane],
      ["finish", finish],
    ] as const) {
      const [compiled, wanted] = [written(answer), written(expected)];
      if (compiled !== wanted) return { tookLane, answer, difference: { way, compiled, plain: wanted } };
    }
    return { tookLane, answer: lane.answer };
  }
}

/** An answer as text: keys in their order, cursors by the row they stand at. */
export const written = (answer: Answer) =>
  JSON.stringify(answer, (_, value) => (typeof value === "string" ? plainCursor(value) : value));

export function cursorId(text: string): number | undefined {
  if (text.length < 16 || !/^[\w-]+$/.test(text)) return undefined;
  try {
    const parts = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown[];
    return Array.isArray(parts) && parts.length > 1 ? (parts.at(-1) as number) : undefined;
  } catch {
    return undefined;
  }
}

function plainCursor(text: string): string {
  const id = cursorId(text);
  return id === undefined ? text : `cursor ${id}`;
}

/** Every global id that stands anywhere in an answer. */
export function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "string" && /^[a-z][A-Za-z]+-\d+$/.test(value)) found.add(value);
  else if (value !== null && typeof value === "object")
    for (const each of Object.values(value as Values)) idsIn(each, found);
  return found;
}
