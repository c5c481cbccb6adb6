import {
  type ASTNode,
  buildASTSchema,
  type DirectiveNode,
  type DocumentNode,
  findBreakingChanges,
  type GraphQLSchema,
  parse,
  visit,
} from "graphql";

const ROOTS = ["Query", "Mutation", "Subscription"];

/** Breaking changes from an earlier contract that were not announced: what was deprecated there may go. */
export function refusedChanges(earlier: string, now: GraphQLSchema): string[] {
  const kept = withoutDeprecated(parse(earlier, { noLocation: true }));
  const needed = reachable(kept);
  return findBreakingChanges(buildASTSchema(kept, { assumeValid: true }), now)
    .filter(({ type, description }) => type !== "TYPE_REMOVED" || needed.has(description.split(" ")[0] ?? ""))
    .map(({ type, description }) => `${type}: ${description}`);
}

function withoutDeprecated(document: DocumentNode): DocumentNode {
  const drop = (node: { readonly directives?: readonly DirectiveNode[] | undefined }) =>
    node.directives?.some(({ name }) => name.value === "deprecated") ? null : undefined;
  return visit(document, { FieldDefinition: drop, InputValueDefinition: drop, EnumValueDefinition: drop });
}

/** Types that something not deprecated still leads to. */
function reachable(document: DocumentNode): Set<string> {
  const found = new Set<string>(ROOTS);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const definition of document.definitions) {
      const name = "name" in definition ? definition.name?.value : undefined;
      const isImplementer =
        "interfaces" in definition && definition.interfaces?.some((one) => found.has(one.name.value));
      if (name && (found.has(name) || isImplementer)) for (const type of namesIn(definition).add(name)) found.add(type);
    }
  }
  return found;
}

function namesIn(node: ASTNode): Set<string> {
  const names = new Set<string>();
  visit(node, { NamedType: ({ name }) => void names.add(name.value) });
  return names;
}
