import { type DocumentNode, Kind, parse, print, visit } from "graphql";
import type { Made } from "./generator.js";

const REMOVABLE: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
  Kind.OBJECT_FIELD,
  Kind.VARIABLE_DEFINITION,
  Kind.FRAGMENT_DEFINITION,
]);

/** The document without its node of this number, or undefined when there is no such number. */
function without(document: DocumentNode, number: number): DocumentNode | undefined {
  let seen = -1;
  let removed = false;
  const smaller = visit(document, {
    enter(node) {
      if (removed || !REMOVABLE.has(node.kind)) return undefined;
      if (++seen !== number) return undefined;
      removed = true;
      return null;
    },
  });
  return removed ? smaller : undefined;
}

/** Drops what is declared and no longer used, then sends only the variables that are left. */
function tidy(document: DocumentNode, { variables }: Made): Made {
  const used = new Set<string>();
  visit(document, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) });
  const spread = new Set<string>();
  visit(document, { FragmentSpread: ({ name }) => void spread.add(name.value) });
  const tidied = visit(document, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null),
    FragmentDefinition: (node) => (spread.has(node.name.value) ? undefined : null),
  });
  return {
    text: print(tidied),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
  };
}

/** The smallest operation found that still fails: one node after the other is left out while it does. */
export async function shrink(
  made: Made,
  parsed: (made: Made) => DocumentNode | undefined,
  fails: (document: DocumentNode, made: Made) => Promise<boolean>,
): Promise<Made> {
  let smallest = made;
  for (let rounds = 0; rounds < 12; rounds++) {
    const before = smallest.text;
    for (let number = 0; ; number++) {
      const document = parsed(smallest);
      const cut = document && without(document, number);
      if (!cut) break;
      const attempt = tidied(cut, smallest);
      const valid = attempt && readable(attempt.text) ? parsed(attempt) : undefined;
      if (
        attempt &&
        valid &&
        attempt.text.length < smallest.text.length &&
        (await fails(valid, attempt).catch(() => false))
      ) {
        smallest = attempt;
        number--;
      }
    }
    if (smallest.text === before) break;
  }
  return smallest;
}

function tidied(document: DocumentNode, made: Made): Made | undefined {
  try {
    return tidy(document, made);
  } catch {
    return undefined; // a selection left empty cannot be printed
  }
}

/** A cut may leave a selection empty, which is no GraphQL any more. */
function readable(text: string): boolean {
  try {
    return parse(text).definitions.length > 0;
  } catch {
    return false;
  }
}
