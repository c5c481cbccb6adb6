import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { type Limits, SIGN_IN_FIELDS } from "../../schema/access/limits.rules.js";

/** The limits a document can break by itself, each by the name of its limit. */
export type DocumentRule =
  | "depth"
  | "aliases"
  | "rootFields"
  | "rootMutations"
  | "directives"
  | "inputList"
  | "inputDepth"
  | "signIns";

/** How much of everything a document holds; fragments count as often as they are spread, except for what is written once. */
export type Measures = Record<DocumentRule, number>;

const isIntrospection = ({ name }: FieldNode) => name.value === "__schema" || name.value === "__type";

/** Folds selections into a number; a fragment is folded once, and one that leads back to itself counts for nothing. */
class Fold {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly join: (numbers: number[]) => number,
    private readonly field: (node: FieldNode, inner: () => number) => number,
  ) {}

  of(set: SelectionSetNode | undefined): number {
    if (!set) return 0;
    return this.join(
      set.selections.map((selection) => {
        if (selection.kind === Kind.FIELD) return this.field(selection, () => this.of(selection.selectionSet));
        if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
        return this.fragment(selection.name.value);
      }),
    );
  }

  private fragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, 0);
    const found = this.of(this.fragments.get(name)?.selectionSet);
    this.known.set(name, found);
    return found;
  }
}

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);
const most = (numbers: number[]) => numbers.reduce((one, other) => Math.max(one, other), 0);

/** Measures a document before it is validated, in time that grows with its length alone. */
export function measure(document: DocumentNode): Measures {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const depth = new Fold(fragments, most, (node, inner) => (isIntrospection(node) ? 1 : 1 + inner()));
  const roots = new Fold(fragments, sum, () => 1);
  const signIns = new Fold(fragments, sum, ({ name }) => (SIGN_IN_FIELDS.includes(name.value) ? 1 : 0));
  const over = (fold: Fold, only?: OperationTypeNode) =>
    most(document.definitions.map((each) => (isOperation(each, only) ? fold.of(each.selectionSet) : 0)));
  return {
    depth: over(depth),
    rootFields: over(roots),
    rootMutations: over(roots, OperationTypeNode.MUTATION),
    signIns: over(signIns, OperationTypeNode.MUTATION),
    ...written(document),
  };
}

function isOperation(each: DefinitionNode, only?: OperationTypeNode): each is OperationDefinitionNode {
  return each.kind === Kind.OPERATION_DEFINITION && (only === undefined || each.operation === only);
}

/** What is counted as it is written: aliases, directives, and the lists and objects of inputs. */
function written(document: DocumentNode): Pick<Measures, "aliases" | "directives" | "inputList" | "inputDepth"> {
  const found = { aliases: 0, directives: 0, inputList: 0, inputDepth: 0 };
  let level = 0;
  const enter = () => {
    level++;
    found.inputDepth = Math.max(found.inputDepth, level);
  };
  const leave = () => void level--;
  visit(document, {
    Field({ alias }) {
      if (alias) found.aliases++;
    },
    Directive: () => void found.directives++,
    ListValue: {
      enter({ values }) {
        enter();
        found.inputList = Math.max(found.inputList, values.length);
      },
      leave,
    },
    ObjectValue: { enter, leave },
  });
  return found;
}

/** The same of the variables of a request, without recursion: they may nest as deep as the body is long. */
export function measureVariables(variables: unknown): Pick<Measures, "inputList" | "inputDepth"> {
  const found = { inputList: 0, inputDepth: 0 };
  const open: [unknown, number][] = [[variables, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, level] = next;
    if (value === null || typeof value !== "object") continue;
    found.inputDepth = Math.max(found.inputDepth, level);
    if (Array.isArray(value)) found.inputList = Math.max(found.inputList, value.length);
    for (const each of Object.values(value)) open.push([each, level + 1]);
  }
  return found;
}

/** The first limit that is broken. */
export function brokenLimit(
  found: Partial<Measures>,
  limits: Limits,
): { rule: DocumentRule; found: number; limit: number } | undefined {
  for (const [rule, number] of Object.entries(found) as [DocumentRule, number][])
    if (number > limits[rule]) return { rule, found: number, limit: limits[rule] };
  return undefined;
}
