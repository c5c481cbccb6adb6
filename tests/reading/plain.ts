import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import type { Viewer } from "../../api/reading/viewer.js";
import { plainField, readRoot } from "./plainFields.js";
import { costOf, Refusal } from "./plainLimits.js";
import type { Cursors } from "./plainLists.js";
import type { Rows, Values } from "./plainRows.js";
import { Sight } from "./plainSight.js";

/** What a reader is answered, with the errors reduced to what programs rely on. */
export interface Answer {
  data?: unknown;
  errors?: { code: string; path?: readonly (string | number)[] }[];
  cost?: number;
}

/** Plain GraphQL over simple resolvers: the measure that compiled reads must meet. It shares the schema and the rules with them, and no planning. */
export class PlainReader {
  private readonly sights = new Map<string, Sight>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rows: Rows,
    readonly cursors: Cursors,
  ) {}

  async answer(document: DocumentNode, variables: Values, viewer: Viewer): Promise<Answer> {
    const { schema, rows, cursors } = this;
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const fragments = Object.fromEntries(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
    );
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (coerced.errors) return { errors: coerced.errors.map(() => ({ code: "BAD_USER_INPUT" })) };
    let cost: number;
    try {
      cost = costOf({ schema, operation, fragments, variables: coerced.coerced, viewer, cursors });
    } catch (error) {
      if (error instanceof Refusal) return { errors: [{ code: error.code }] };
      throw error;
    }
    const plain = { rows, cursors, sight: this.sight(viewer) };
    const result = await execute({
      schema,
      document,
      variableValues: variables,
      fieldResolver: plainField as never,
      contextValue: { plain, read: (info: Parameters<typeof readRoot>[0]) => readRoot(info, plain) },
    });
    return { ...reduced(result), cost };
  }

  private sight(viewer: Viewer): Sight {
    const key = JSON.stringify(viewer);
    const known = this.sights.get(key) ?? new Sight(this.rows, viewer);
    this.sights.set(key, known);
    return known;
  }
}

/** Data as JSON, errors by code and path. */
export function reduced({ data, errors }: ExecutionResult): Answer {
  return {
    ...(data === undefined ? {} : { data: JSON.parse(JSON.stringify(data)) }),
    ...(errors?.length
      ? {
          errors: errors.map(({ extensions, path }) => ({
            code: String(extensions["code"] ?? "INTERNAL_SERVER_ERROR"),
            ...(path ? { path } : {}),
          })),
        }
      : {}),
  };
}
