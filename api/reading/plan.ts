import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";

/** How a value would stand in the index of a sealed column: under each key in use, as PostgreSQL reads bytes. */
export type Indexes = (table: string, column: string, value: string) => string[];

/** What the operation asks for, before anything is compiled. */
export interface Asked {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  /** The blind indexes of a sealed value, by which rows are found; without it none is. */
  indexes?: Indexes | undefined;
}

/** One response key of a selection, with every field node that was merged into it. */
export interface Chosen {
  key: string;
  name: string;
  nodes: FieldNode[];
}

function isWanted(selection: SelectionNode, { variables }: Asked): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false;
}

function applies(asked: Asked, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (!condition || condition === type.name) return true;
  const named = asked.schema.getType(condition);
  return named !== undefined && isAbstractType(named) && asked.schema.isSubType(named, type);
}

/** Fields of a selection in the order of their first appearance, merged by response key as GraphQL merges them. */
export function choose(
  asked: Asked,
  type: GraphQLObjectType,
  nodes: readonly { selectionSet?: { selections: readonly SelectionNode[] } | undefined }[],
): Chosen[] {
  const chosen = new Map<string, Chosen>();
  const visited = new Set<string>();
  const walk = (selections: readonly SelectionNode[]) => {
    for (const selection of selections) {
      if (!isWanted(selection, asked)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const found = chosen.get(key);
        if (found) found.nodes.push(selection);
        else chosen.set(key, { key, name: selection.name.value, nodes: [selection] });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(asked, selection.typeCondition?.name.value, type)) walk(selection.selectionSet.selections);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = asked.fragments[selection.name.value];
        if (fragment && applies(asked, fragment.typeCondition.name.value, type)) walk(fragment.selectionSet.selections);
      }
    }
  };
  for (const node of nodes) walk(node.selectionSet?.selections ?? []);
  return [...chosen.values()];
}

/** The object type behind a field, without its lists and non-nulls. */
export function objectBehind(type: GraphQLObjectType, field: string): GraphQLObjectType | undefined {
  const named = getNamedType(type.getFields()[field]?.type);
  return isObjectType(named) ? named : undefined;
}
