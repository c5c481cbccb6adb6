import { type GraphQLObjectType, type GraphQLSchema, isLeafType, isObjectType } from "graphql";
import { RECORD_OF_ID, RECORDS, type RecordName } from "../../schema/records.js";
import { argumentElement, type Field, fieldElement, fieldsOf, namedType } from "./matrixElements.js";
import { idAt, type Place } from "./matrixPlaces.js";
import { type Rows } from "./matrixWorld.js";

/** One question about one element: what is selected, under which opening of the query, and what its value says. */
export interface Probe {
  element: string;
  /** What stands around the selection, such as `tradeUnion(id: "tradeUnion-4")`; empty at the root. */
  within: string;
  selection: string;
  /** The record that the selection leads to: what one reader is refused as a whole is mostly refused for that. */
  target: string;
  letter: (value: unknown) => string;
  /** Whether ordinary resolvers answer it, so that plain execution has no other way. */
  isOrdinary?: boolean;
}

/** Cursors at the far end of each record's list, by which a page after or before them holds every row. */
export type Ends = Record<RecordName, { after: string; before: string }>;

export interface Asked {
  schema: GraphQLSchema;
  ends: Ends;
  rows: Rows;
  place: Place;
  codes: Partial<Record<RecordName, string>>;
}

/** r: told; o: told "no"; n: nothing, as if it were unknown. */
export function told(value: unknown): string {
  if (value === null || value === undefined) return "n";
  if (Array.isArray(value)) return value.some((each) => told(each) !== "n") ? "r" : "n";
  if (typeof value === "object" && "nodes" in value) return told(value.nodes);
  return value === false ? "o" : "r";
}

const isConnection = (type: { name: string }) => type.name.endsWith("Connection");
const isRecord = (name: string): name is RecordName => name in RECORDS;

/** The shortest selection that shows whether a field is answered. */
export function shown(field: Field): string {
  const type = namedType(field);
  if (isLeafType(type)) return "";
  if (isConnection(type)) return " { nodes { id } }";
  return isObjectType(type) && type.getInterfaces().length === 0 && !isRecord(type.name)
    ? " { __typename }"
    : " { id }";
}
const targetOf = (field: Field) => namedType(field).name.replace(/Connection$/, "");

/** A value for each argument that the lists of the contract have; each must leave the row in the list. */
function listArgument(name: string, record: RecordName, { ends }: Asked): string | undefined {
  const given: Record<string, string> = {
    after: `after: "${ends[record].after}", orderBy: [ID_DESC]`,
    before: `before: "${ends[record].before}", orderBy: [ID_ASC]`,
    asOf: 'asOf: "2026-06-30"',
    filter: "filter: { not: { or: [] } }",
    first: "first: 400",
    history: "history: true",
    last: "last: 400",
    offset: "offset: 0",
    orderBy: "orderBy: [ID_DESC]",
  };
  return given[name];
}

const unknownArgument = (element: string): never => {
  throw new Error(`${element}: nobody has said how this argument is tried`);
};

/** The fields of a record's rows, with every argument of its lists. */
export function recordProbes(record: RecordName, asked: Asked): Probe[] {
  const type = asked.schema.getType(record) as GraphQLObjectType;
  return asked.rows[record].flatMap((number) => {
    const within = `${RECORDS[record].one}(id: "${idAt(record, number)}")`;
    return fieldsOf(type).flatMap((field): Probe[] => {
      const target = targetOf(field);
      const base = { within, target, letter: told };
      const ways = field.args.map(({ name }) => {
        const element = argumentElement(record, field.name, name);
        const given = listArgument(name, target as RecordName, asked) ?? unknownArgument(element);
        return { ...base, element, selection: `${field.name}(${given})${shown(field)}` };
      });
      return [
        { ...base, element: fieldElement(record, field.name), selection: `${field.name}${shown(field)}` },
        ...ways,
      ];
    });
  });
}

/** The ways from a record to objects that are no records, such as a score sheet and its parts. */
function waysToPlainObjects(schema: GraphQLSchema): Map<string, { record: RecordName; path: string[] }> {
  const ways = new Map<string, { record: RecordName; path: string[] }>();
  const walk = (type: GraphQLObjectType, record: RecordName, path: string[]) => {
    for (const field of fieldsOf(type)) {
      const inner = namedType(field);
      if (!isObjectType(inner) || isRecord(inner.name) || isConnection(inner) || ways.has(inner.name)) continue;
      ways.set(inner.name, { record, path: [...path, field.name] });
      walk(inner, record, [...path, field.name]);
    }
  };
  for (const record of Object.keys(RECORDS) as RecordName[])
    walk(schema.getType(record) as GraphQLObjectType, record, []);
  return ways;
}

/** All values at the end of a way through objects and lists. */
const along = (value: unknown, path: readonly string[]): unknown[] => {
  if (Array.isArray(value)) return value.flatMap((each) => along(each, path));
  const [step, ...rest] = path;
  if (step === undefined || value === null || value === undefined) return [value];
  return along((value as Record<string, unknown>)[step], rest);
};

export function plainObjectProbes(asked: Asked): Probe[] {
  return [...waysToPlainObjects(asked.schema)].flatMap(([name, { record, path }]) =>
    fieldsOf(asked.schema.getType(name) as GraphQLObjectType).flatMap((field) => {
      const inner = [...path, field.name];
      return asked.rows[record].slice(0, 1).map((number) => ({
        element: fieldElement(name, field.name),
        within: `${RECORDS[record].one}(id: "${idAt(record, number)}")`,
        selection: `${inner.join(" { ")}${shown(field)}${" }".repeat(path.length)}`,
        target: record,
        letter: (value: unknown) => told(along(value, inner.slice(1))),
      }));
    }),
  );
}

const has = (value: unknown, id: string) =>
  ((value as { nodes?: ({ id: string } | null)[] } | null)?.nodes ?? []).some((row) => row?.id === id);

interface Page {
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  totalCount: number;
  pageInfo: { endCursor: string | null };
}

/** What the parts of a page say of a row. A total that counts more than is shown is m: it tells of hidden rows. */
const PAGE_PARTS: Record<string, (page: Page, id: string) => string> = {
  nodes: (page, id) => (has(page, id) ? "r" : "n"),
  edges: ({ edges }, id) => (edges.some(({ node }) => node.id === id) ? "r" : "n"),
  totalCount: (page, id) => (page.totalCount === page.nodes.length ? (has(page, id) ? "r" : "n") : "m"),
  pageInfo: ({ edges, pageInfo }, id) =>
    pageInfo.endCursor !== (edges.at(-1)?.cursor ?? null) ? "m" : edges.some(({ node }) => node.id === id) ? "r" : "n",
};
const EDGE_PARTS: Record<string, (page: Page, id: string) => string> = {
  node: (page, id) => (PAGE_PARTS["edges"] as (typeof PAGE_PARTS)[string])(page, id),
  cursor: ({ edges }, id) => (edges.find(({ node }) => node.id === id)?.cursor ? "r" : "n"),
};

/** The lists at the root: their arguments, and the parts of their pages. */
export function listProbes(record: RecordName, asked: Asked): Probe[] {
  const { schema, rows } = asked;
  const { many } = RECORDS[record];
  const field = schema.getQueryType()?.getFields()[many] as Field;
  const id = idAt(record, rows[record][0]);
  const base = { within: "", target: record };
  const listed = (element: string, given = ""): Probe => ({
    ...base,
    element,
    selection: `${many}${given} { nodes { id } }`,
    letter: (value) => (has(value, id) ? "r" : "n"),
  });
  const page = `${many}(first: 400, history: true) { nodes { id } edges { cursor node { id } } totalCount pageInfo { endCursor } }`;
  const parts = [
    [`${record}Connection`, PAGE_PARTS],
    [`${record}Edge`, EDGE_PARTS],
  ] as const;
  return [
    listed(fieldElement("Query", many), "(first: 400)"),
    ...field.args.map(({ name }) => {
      const element = argumentElement("Query", many, name);
      const given = listArgument(name, record, asked) ?? unknownArgument(element);
      // A page that holds all rows: readings that are entered in the log would push its older entries out.
      return listed(
        element,
        `(${given}${name === "before" ? ", last: 400" : name === "first" || name === "last" ? "" : ", first: 400"})`,
      );
    }),
    ...parts.flatMap(([type, judged]) =>
      fieldsOf(schema.getType(type) as GraphQLObjectType).flatMap((part) => {
        const judge = judged[part.name];
        if (!judge) return []; // shows up as an element that nobody has tried
        return [
          {
            ...base,
            element: fieldElement(type, part.name),
            selection: page,
            letter: (value: unknown) => (value ? judge(value as Page, id) : "n"),
          },
        ];
      }),
    ),
  ];
}

/** One record at the root, by each of its arguments. */
export function oneProbes(record: RecordName, { schema, rows, codes }: Asked): Probe[] {
  const { one } = RECORDS[record];
  const id = idAt(record, rows[record][0]);
  const given: Record<string, string> = {
    id: `id: "${id}"`,
    asOf: `id: "${id}", asOf: "2026-06-30"`,
    code: `code: "${codes[record]}"`,
  };
  const base = { within: "", target: record, letter: told };
  const field = schema.getQueryType()?.getFields()[one] as Field;
  return [
    { ...base, element: fieldElement("Query", one), selection: `${one}(${given["id"]}) { id }` },
    ...field.args.map(({ name }) => {
      const element = argumentElement("Query", one, name);
      return { ...base, element, selection: `${one}(${given[name] ?? unknownArgument(element)}) { id }` };
    }),
  ];
}

export const recordNames = [...RECORD_OF_ID.values()];
