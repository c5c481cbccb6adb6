import { useSimpleTreeViewApiRef } from "@mui/x-tree-view/hooks";
import { useCallback, useEffect, useRef, useState } from "react";
import type { useTree } from "./useTree.js";

/**
 * The tree on the screen, and a way to bring one of its unions into sight; it answers whether the union was there.
 * On a narrow screen the union goes to the top, as what is told of it covers the rest.
 */
function useSight(narrow: boolean) {
  const tree = useSimpleTreeViewApiRef();
  const found = useRef<string>(undefined);
  const show = useCallback(
    (id: string, away: ScrollLogicalPosition): boolean => {
      const line = tree.current?.getItemDOMElement(id)?.querySelector(".MuiTreeItem-content");
      if (!line) return false;
      // Whoever found a union by typing goes on from it by the arrow keys.
      if (found.current === id) tree.current?.focusItem(null, id);
      found.current = undefined;
      line.scrollIntoView({ block: narrow ? "start" : away });
      return true;
    },
    [tree, narrow],
  );
  const find = useCallback(
    (id: string) => {
      found.current = id;
      show(id, "nearest");
    },
    [show],
  );
  return { tree, show, find };
}

/**
 * Which branches are open. The chosen union is opened down to, whether by search or by the address, and scrolled to
 * when it stands on the screen.
 */
export function useReveal(
  { roots, reveal }: Pick<ReturnType<typeof useTree>, "roots" | "reveal">,
  selected: string | null,
  { narrow, lost }: { narrow: boolean; lost(): void },
) {
  const [expanded, setExpanded] = useState<string[]>([]);
  const [sought, setSought] = useState<string>();
  const { tree, show, find } = useSight(narrow);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a fresh tree or another choice needs revealing
  useEffect(() => {
    if (!roots?.length || !selected || show(selected, "nearest")) return;
    let current = true;
    reveal(selected).then(
      (way) => {
        if (!current) return;
        setSought(selected);
        setExpanded((now) => [...new Set([...now, ...way])]);
      },
      () => current && lost(),
    );
    return () => {
      current = false;
    };
  }, [roots, selected]);

  const seen = useCallback((id: string) => show(id, "center") && setSought(undefined), [show]);
  return { expanded, setExpanded, tree, find, sought, seen };
}
