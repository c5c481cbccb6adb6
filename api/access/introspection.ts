import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isWrappingType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { WEIGHTS } from "../reading/price.js";

const INTROSPECTION = ["__schema", "__type"];

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);
const wrappers = (type: GraphQLType): number => (isWrappingType(type) ? 1 + wrappers(type.ofType) : 0);

/** The parts of a type that the introspection lists. */
function partsOf(type: GraphQLNamedType, schema: GraphQLSchema) {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const inputs = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return {
    fields: fields.length,
    args: sum(fields.map(({ args }) => args.length)),
    inputFields: inputs.length,
    enumValues: isEnumType(type) ? type.getValues().length : 0,
    interfaces: isObjectType(type) ? type.getInterfaces().length : 0,
    possibleTypes: isInterfaceType(type) ? schema.getPossibleTypes(type).length : 0,
    references: fields.length + inputs.length,
    wrappers: sum([...fields, ...inputs].map((each) => wrappers(each.type))),
  };
}

/** How many objects stand below one: all types under a schema, and of everything else the average. */
function sizesOf(schema: GraphQLSchema): Record<string, number> {
  const types = Object.values(schema.getTypeMap());
  const parts = types.map((type) => partsOf(type, schema));
  const total = (name: keyof (typeof parts)[number]) => sum(parts.map((each) => each[name]));
  const average = (name: keyof (typeof parts)[number]) => total(name) / types.length;
  return {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: average("fields"),
    args: total("args") / Math.max(1, total("fields")),
    inputFields: average("inputFields"),
    enumValues: average("enumValues"),
    interfaces: average("interfaces"),
    possibleTypes: average("possibleTypes"),
    // A chain of so many on average, each step of it as likely as the last.
    ofType: total("wrappers") / (total("wrappers") + Math.max(1, total("references"))),
  };
}

/** Gives the points that the introspection in a document may cost, by the objects it answers; undefined where there is none. */
export function introspectionPrice(schema: GraphQLSchema): (document: DocumentNode) => number | undefined {
  const sizes = sizesOf(schema);
  return (document) => {
    const fragments = new Map(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
      ),
    );
    const known = new Map<string, number>();
    const inside = (set: SelectionSetNode | undefined): number => sum((set?.selections ?? []).map(one));
    const one = (selection: SelectionNode): number => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return inside(selection.selectionSet);
      const name = selection.name.value;
      if (selection.kind === Kind.FIELD)
        return selection.selectionSet ? (sizes[name] ?? 1) * (WEIGHTS.row + inside(selection.selectionSet)) : 0;
      if (!known.has(name)) {
        known.set(name, 0); // a fragment that leads back to itself is refused later
        known.set(name, inside(fragments.get(name)));
      }
      return known.get(name) as number;
    };
    const asked = (set: SelectionSetNode | undefined, seen: Set<string>): number[] =>
      (set?.selections ?? []).flatMap((selection) => {
        if (selection.kind === Kind.INLINE_FRAGMENT) return asked(selection.selectionSet, seen);
        const name = selection.name.value;
        if (selection.kind === Kind.FIELD) return INTROSPECTION.includes(name) ? [one(selection)] : [];
        return seen.has(name) ? [] : asked(fragments.get(name), seen.add(name));
      });
    const prices = document.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? asked(each.selectionSet, new Set()) : [],
    );
    return prices.length > 0 ? Math.ceil(sum(prices)) : undefined;
  };
}
