import { type DocumentNode, type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, Kind, type SelectionSetNode } from "graphql";
import { WEIGHTS } from "../reading/price.js";

/** How many entries each list of the introspection has: all types, and of the others the average of a type. */
function sizesOf(schema: GraphQLSchema): Record<string, number> {
  const types = Object.values(schema.getTypeMap());
  const total = (count: (type: (typeof types)[number]) => number) => types.reduce((sum, type) => sum + count(type), 0);
  const fields = total((type) => (isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()).length : 0));
  const average = (number: number) => number / types.length;
  return {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: average(fields),
    args: total((type) => (isObjectType(type) ? Object.values(type.getFields()).reduce((sum, { args }) => sum + args.length, 0) : 0)) / Math.max(1, fields),
    inputFields: average(total((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0))),
    enumValues: average(total((type) => (isEnumType(type) ? type.getValues().length : 0))),
    interfaces: average(total((type) => (isObjectType(type) ? type.getInterfaces().length : 0))),
    possibleTypes: average(total((type) => (isInterfaceType(type) ? schema.getPossibleTypes(type).length : 0))),
  };
}

/** Gives the points that the introspection in a document may cost; undefined where there is none. */
export function introspectionPrice(schema: GraphQLSchema): (document: DocumentNode) => number | undefined {
  const sizes = sizesOf(schema);
  return (document) => {
    const fragments = new Map(document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [])));
    const known = new Map<string, number>();
    const inside = (set: SelectionSetNode | undefined): number =>
      set ? set.selections.reduce((sum, selection) => sum + one(selection), 0) : 0;
    const one = (selection: SelectionSetNode["selections"][number]): number => {
      if (selection.kind === Kind.FIELD)
        return selection.selectionSet ? (sizes[selection.name.value] ?? 1) * (WEIGHTS.row + inside(selection.selectionSet)) : WEIGHTS.value;
      if (selection.kind === Kind.INLINE_FRAGMENT) return inside(selection.selectionSet);
      const name = selection.name.value;
      if (!known.has(name)) {
        known.set(name, 0);
        known.set(name, inside(fragments.get(name)));
      }
      return known.get(name) as number;
    };
    const asked = (set: SelectionSetNode, seen: Set<string>): number[] =>
      set.selections.flatMap((selection) => {
        if (selection.kind === Kind.FIELD) return ["__schema", "__type"].includes(selection.name.value) ? [one(selection)] : [];
        if (selection.kind === Kind.INLINE_FRAGMENT) return asked(selection.selectionSet, seen);
        const inner = fragments.get(selection.name.value);
        if (!inner || seen.has(selection.name.value)) return [];
        return asked(inner, seen.add(selection.name.value));
      });
    const prices = document.definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? asked(each.selectionSet, new Set()) : []));
    return prices.length > 0 ? Math.ceil(prices.reduce((sum, each) => sum + each, 0)) : undefined;
  };
}
