import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import { argumentElement, type Field, fieldElement, fieldsOf } from "./matrixElements.js";
import { idAt } from "./matrixPlaces.js";
import { type Asked, type Probe, shown, told } from "./matrixProbes.js";

const at = (step: string) => (value: unknown) => told((value as Record<string, unknown> | null)?.[step]);
/** Of a list of objects: whether any of them tells the field. */
const ofAny = (step: string) => (value: unknown) =>
  told(((value ?? []) as Record<string, unknown>[]).map((each) => each[step]));

const typeNamed = (schema: GraphQLSchema, name: string) => schema.getType(name) as GraphQLObjectType;
const selection = (schema: GraphQLSchema, type: string, field: string): string =>
  `${field}${shown(typeNamed(schema, type).getFields()[field] as Field)}`;

/** A record by its id whatever its kind, and the pages of lists. */
export function nodeProbes({ rows }: Asked): Probe[] {
  const id = idAt("TradeUnion", rows.TradeUnion[0]);
  const base = { within: "", target: "TradeUnion", letter: told };
  const [one, several] = [`id: "${id}"`, `ids: ["${id}"]`];
  const dated = 'asOf: "2026-06-30"';
  const pages = ["hasNextPage", "endCursor", "hasPreviousPage", "startCursor"].map((field) => {
    const page = field === "hasPreviousPage" ? "last: 1" : "first: 1";
    const read = (value: unknown) => (value as { pageInfo?: Record<string, unknown> } | null)?.pageInfo?.[field];
    return {
      ...base,
      element: fieldElement("PageInfo", field),
      selection: `tradeUnions(${page}) { pageInfo { ${field} } }`,
      letter: (value: unknown) => told(read(value)),
    };
  });
  return [
    ...pages,
    { ...base, element: fieldElement("Query", "node"), selection: `node(${one}) { id }` },
    { ...base, element: argumentElement("Query", "node", "id"), selection: `node(${one}) { id }` },
    { ...base, element: argumentElement("Query", "node", "asOf"), selection: `node(${one}, ${dated}) { id }` },
    { ...base, element: fieldElement("Query", "nodes"), selection: `nodes(${several}) { id }` },
    { ...base, element: argumentElement("Query", "nodes", "ids"), selection: `nodes(${several}) { id }` },
    { ...base, element: argumentElement("Query", "nodes", "asOf"), selection: `nodes(${several}, ${dated}) { id }` },
  ];
}

/** Who is asking, the sessions of one's own, and why something is allowed or not. */
export function ownProbes({ schema, rows }: Asked): Probe[] {
  const base = { within: "", isOrdinary: true };
  const explain = `explainAccess(record: "TradeUnion", action: "amend", id: "${idAt("TradeUnion", rows.TradeUnion[0])}")`;
  const fields = (type: string) => fieldsOf(typeNamed(schema, type)).map(({ name }) => name);
  const parts = (
    type: string,
    before: string,
    after: string,
    letter: (field: string) => Probe["letter"],
    target: string,
  ) =>
    fields(type).map(
      (name): Probe => ({
        ...base,
        element: fieldElement(type, name),
        selection: `${before} { ${selection(schema, type, name)}${after}`,
        letter: letter(name),
        target,
      }),
    );
  const within = (outer: string) => (field: string) => (value: unknown) => {
    const inner = (value as Record<string, unknown> | null)?.[outer];
    return Array.isArray(inner) ? ofAny(field)(inner) : at(field)(inner);
  };
  return [
    { ...base, element: "Query.viewer", selection: "viewer { today }", letter: told, target: "viewer" },
    { ...base, element: "Query.sessions", selection: "sessions { id }", letter: told, target: "sessions" },
    ...[
      "Query.explainAccess",
      ...["record", "action", "id"].map((name) => argumentElement("Query", "explainAccess", name)),
    ].map(
      (element): Probe => ({
        ...base,
        element,
        selection: `${explain} { allowed }`,
        letter: at("allowed"),
        target: "explain",
      }),
    ),
    ...parts("Viewer", "viewer", " }", at, "viewer"),
    ...parts("SignedInAccount", "viewer { account", " } }", within("account"), "viewer"),
    ...parts("OwnGrant", "viewer { grants", " } }", within("grants"), "viewer"),
    ...parts("Scope", "viewer { scope", " } }", within("scope"), "viewer"),
    ...parts("OwnSession", "sessions", " }", ofAny, "sessions"),
    ...parts("AccessExplanation", explain, " }", at, "explain"),
  ];
}
