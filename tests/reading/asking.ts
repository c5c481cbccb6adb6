import { afterAll, beforeAll, expect } from "@jest/globals";
import { parse, validate } from "graphql";
import type { Viewer } from "../../api/reading/viewer.js";
import { type FreshDatabase, freshDatabase } from "../shared/freshDatabase.js";
import { openReadingHouse, type ReadingHouse } from "./house.js";
import type { Answer } from "./plain.js";
import { READING_WORLD } from "./world.js";

/** What most answers look like: root fields, each an object. */
export type Roots = Record<string, Record<string, unknown>>;
export interface Listed<Row = { id: string }> {
  nodes: Row[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

export const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);

/** Gives a test file a house of its own to ask. Every question is asked on both ways, which must agree. */
export function asking() {
  let database: FreshDatabase;
  let house: ReadingHouse;
  beforeAll(async () => {
    database = await freshDatabase({ template: READING_WORLD });
    house = await openReadingHouse(database.address);
  });
  afterAll(async () => {
    await house?.close();
    await database?.drop();
  });

  /** A federation administrator of a scope; of everything without one. */
  const at = (path?: string): Viewer => ({
    accountId: 1,
    role: "FEDERATION_ADMINISTRATOR",
    today: house.today,
    ...(path === undefined ? {} : { path }),
  });

  async function ask(text: string, variables: Record<string, unknown> = {}, viewer = at("1.")): Promise<Answer> {
    const document = parse(text);
    expect(validate(house.comparison.schema, document)).toEqual([]);
    const made = { text, variables };
    const { answer } = await house.comparison.compiled(document, made, viewer, true);
    const finished = await house.comparison.compiled(document, made, viewer, false);
    expect(JSON.stringify(finished.answer)).toBe(JSON.stringify(answer));
    return answer;
  }

  async function data<Shape = Roots>(
    text: string,
    variables?: Record<string, unknown>,
    viewer?: Viewer,
  ): Promise<Shape> {
    const answer = await ask(text, variables, viewer);
    expect(answer.errors).toBeUndefined();
    return answer.data as Shape;
  }

  /** The codes of an operation that is refused as a whole, before any SQL. */
  async function refusal(text: string, variables?: Record<string, unknown>): Promise<string[] | undefined> {
    const before = house.reads.statements;
    const answer = await ask(text, variables);
    expect(house.reads.statements).toBe(before);
    expect("data" in answer).toBe(false);
    return answer.errors?.map(({ code }) => code);
  }

  return { at, ask, data, refusal, house: () => house };
}
