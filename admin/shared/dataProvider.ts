import type { DataProvider, GetListParams, RaRecord } from "react-admin";
import type { Ask, UserError } from "./ask.js";
import { amendmentInput, Conflict, creationInput, Refused } from "./change.js";
import { type Description, fieldsOf, resourceOf, type Selection } from "./description.js";
import { orderName } from "./facts.js";
import type { Row } from "./naming.js";
import { changeOperation, listOperation, nodesOperation, oneOperation } from "./operations.js";

/** What the provider needs to know of the moment. */
interface Moment {
  /** The day asked about; undefined for today. */
  asOf(): string | undefined;
  notThere(): string;
}

interface Payload {
  payload: { record: RaRecord | null; userErrors: UserError[] };
}
// biome-ignore lint/suspicious/noExplicitAny: react-admin's own signature of a list request
type ListParams = Partial<GetListParams> & { filter?: any; meta?: any };

/** A day, a choice or a text left empty is no condition; neither is a group of empty ones. */
export function conditionsOf(filter: unknown): unknown {
  if (filter === "" || filter === null || filter === undefined) return undefined;
  if (typeof filter !== "object" || Array.isArray(filter)) return filter;
  const kept = Object.entries(filter)
    .map(([key, value]) => [key, conditionsOf(value)] as const)
    .filter(([, value]) => value !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** The nine methods of react-admin over the contract. Lists go by offset, references by `nodes`, changes carry the version. */
export function dataProviderOf(ask: Ask, descriptions: Description[], moment: Moment) {
  const byResource = new Map(descriptions.map((one) => [resourceOf(one.record) as string, one]));
  const describe = (resource: string) => {
    const found = byResource.get(resource);
    if (!found) throw new Error(`No record is listed as ${resource}`);
    return found;
  };

  async function list(
    resource: string,
    { filter = {}, sort, pagination, meta, signal }: ListParams,
    must: object = {},
  ) {
    const description = describe(resource);
    const fields = meta?.fields ?? fieldsOf(description, (meta?.selection as Selection) ?? "list");
    const { history, ...conditions } = filter;
    const { page = 1, perPage = 50 } = pagination ?? {};
    const answer = await ask<{ page: { nodes: RaRecord[]; totalCount: number } }>(
      listOperation(description.record, fields),
      {
        filter: conditionsOf({ ...conditions, ...must }),
        orderBy: sort?.field ? [orderName(sort.field, sort.order)] : undefined,
        first: perPage,
        offset: (page - 1) * perPage,
        history: history || undefined,
        asOf: moment.asOf(),
      },
    );
    signal?.throwIfAborted();
    return { data: answer.page.nodes, total: answer.page.totalCount };
  }

  async function change(verb: "create" | "update", description: Description, input: object, mine: Row, before: Row) {
    const operation = changeOperation(verb, description.record, fieldsOf(description, "show"));
    const { record, userErrors } = (await ask<Payload>(operation, { input })).payload;
    const stale = userErrors.find(({ code }) => code === "CONFLICT");
    if (stale && record) throw new Conflict(stale.message, record, mine, before);
    if (userErrors.length > 0 || !record) throw new Refused(userErrors, description);
    return { data: record };
  }

  const unsupported = async (): Promise<never> => {
    throw new Error("Records are ended or dissolved, never deleted");
  };

  const provider: DataProvider = {
    getList: (resource, params) => list(resource, params) as never,
    getManyReference: (resource, { target, id, ...params }) =>
      list(resource, params, { [target]: { eq: id } }) as never,
    async getOne(resource, { id, meta }) {
      const description = describe(resource);
      const fields = meta?.fields ?? fieldsOf(description, "show");
      const { one } = await ask<{ one: never }>(oneOperation(description.record, fields), { id, asOf: moment.asOf() });
      if (!one) throw new Error(moment.notThere());
      return { data: one };
    },
    async getMany(resource, { ids, meta }) {
      const description = describe(resource);
      const operation = nodesOperation(description.record, meta?.fields ?? fieldsOf(description, "naming"));
      const { nodes } = await ask<{ nodes: never[] }>(operation, { ids, asOf: moment.asOf() });
      return { data: nodes.filter(Boolean) };
    },
    async create(resource, { data }) {
      const description = describe(resource);
      return (await change("create", description, creationInput(description, data), data, {})) as never;
    },
    async update(resource, { data, previousData }) {
      const description = describe(resource);
      const before = previousData as Row;
      return (await change("update", description, amendmentInput(description, before, data), data, before)) as never;
    },
    async updateMany(resource, { ids, data }) {
      for (const id of ids) {
        const { data: previousData } = await provider.getOne(resource, { id });
        await provider.update(resource, { id, data: { ...previousData, ...data }, previousData });
      }
      return { data: ids };
    },
    delete: unsupported,
    deleteMany: unsupported,
  };
  return { ...provider, ask };
}

export type ConsoleProvider = ReturnType<typeof dataProviderOf>;
