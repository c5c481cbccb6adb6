import { useCallback, useEffect, useRef, useState } from "react";
import { useDataProvider } from "react-admin";
import { useAsOf } from "../shared/AsOf.js";
import { ANCESTOR_FIELDS, type Below, including, joined, NODE_FIELDS, PAGE, type UnionNode } from "./tree.js";

type Found = UnionNode & { ancestors: UnionNode[] };

/** The part of the tree that has been opened. Opening a node reads its children and nothing else. */
export function useTree(rootId: string | undefined) {
  const provider = useDataProvider();
  const [asOf] = useAsOf();
  const [roots, setRoots] = useState<UnionNode[]>();
  const [below, setBelow] = useState<Record<string, Below>>({});
  const [failed, setFailed] = useState<Record<string, string>>({});
  const known = useRef(below);
  /** Pages on their way, a map for each tree: what was asked of another day is not kept. */
  const underway = useRef(new Map<string, Promise<void>>());
  known.current = below;

  const keep = useCallback((id: string, children: Below) => {
    known.current = { ...known.current, [id]: children };
    setBelow(known.current);
  }, []);

  const readPage = useCallback(
    async (id: string) => {
      const before = known.current[id];
      const tree = underway.current;
      setFailed(({ [id]: _, ...rest }) => rest);
      try {
        const { data, total } = await provider.getList<UnionNode>("tradeUnions", {
          filter: { parent: { eq: id } },
          sort: { field: "code", order: "ASC" },
          pagination: { page: (before?.pages ?? 0) + 1, perPage: PAGE },
          meta: { fields: NODE_FIELDS },
        });
        if (tree === underway.current) keep(id, joined(known.current[id], data, total ?? data.length));
      } catch (error) {
        setFailed((now) => ({ ...now, [id]: (error as Error).message }));
      }
    },
    [provider, keep],
  );

  /** Reads the next page of the unions below one; whoever asks meanwhile waits for the same page. */
  const readMore = useCallback(
    (id: string): Promise<void> => {
      const tree = underway.current;
      const page = tree.get(id) ?? readPage(id).finally(() => tree.delete(id));
      tree.set(id, page);
      return page;
    },
    [readPage],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is another tree
  useEffect(() => {
    known.current = {};
    underway.current = new Map();
    setBelow({});
    setFailed({});
    setRoots(undefined);
    let current = true;
    const filter = rootId ? undefined : { parent: { isNull: true } };
    const reading = rootId
      ? provider
          .getOne("tradeUnions", { id: rootId, meta: { fields: NODE_FIELDS } })
          .then(({ data }) => [data as UnionNode])
      : provider
          .getList<UnionNode>("tradeUnions", {
            filter,
            sort: { field: "code", order: "ASC" },
            pagination: { page: 1, perPage: PAGE },
            meta: { fields: NODE_FIELDS },
          })
          .then(({ data }) => data);
    reading.then(
      (found) => current && setRoots(found),
      (error: Error) => {
        if (!current) return;
        setRoots([]);
        setFailed({ "": error.message });
      },
    );
    return () => {
      current = false;
    };
  }, [provider, rootId, asOf]);

  /** Opens the way from the root down to a union; answers the ids to expand, from the top. */
  const reveal = useCallback(
    async (id: string): Promise<string[]> => {
      const { data } = await provider.getOne<Found>("tradeUnions", { id, meta: { fields: ANCESTOR_FIELDS } });
      const way = [...data.ancestors, data];
      const path = way.slice(
        way.findIndex((one) => one.id === rootId || (roots ?? []).some((root) => root.id === one.id)),
      );
      for (const [index, node] of path.slice(0, -1).entries()) {
        if (!known.current[node.id]) await readMore(node.id);
        const children = known.current[node.id];
        const next = path[index + 1];
        if (children && next) keep(node.id, including(children, next));
      }
      return path.slice(0, -1).map((one) => one.id);
    },
    [provider, rootId, roots, readMore, keep],
  );

  return { roots, below, failed, readMore, reveal };
}
