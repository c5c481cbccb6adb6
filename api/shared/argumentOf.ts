import { type ASTNode, BREAK, type DocumentNode, Kind, visit } from "graphql";

const nameOf = (node: ASTNode): string | undefined => {
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return node.name.value;
  return node.kind === Kind.VARIABLE_DEFINITION ? `$${node.variable.name.value}` : undefined;
};

/** The argument that a written value stands in, with the fields that lead to it: `filter.name.eq`. */
export function argumentOf(document: DocumentNode | undefined, wanted: ASTNode | undefined): string | undefined {
  if (!document || !wanted || !/Value$|^ObjectField$/.test(wanted.kind)) return undefined;
  let found: string | undefined;
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== wanted) return undefined;
      const around = [...ancestors, parent].flatMap((each) => (!each || Array.isArray(each) ? [] : [each as ASTNode]));
      found = [...around, node].flatMap((each) => nameOf(each) ?? []).join(".");
      return BREAK;
    },
  });
  return found || undefined;
}
