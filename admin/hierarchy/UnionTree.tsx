import { Box, Button, CircularProgress, type Theme, Typography, useMediaQuery } from "@mui/material";
import type { useSimpleTreeViewApiRef } from "@mui/x-tree-view/hooks";
import { SimpleTreeView } from "@mui/x-tree-view/SimpleTreeView";
import { TreeItem } from "@mui/x-tree-view/TreeItem";
import { memo, type ReactNode, useEffect } from "react";
import { countText } from "../shared/display.js";
import { LevelBadge } from "../shared/LevelBadge.js";
import { useLanguage } from "../shared/language.js";
import type { Below, UnionNode } from "./tree.js";

interface Opened {
  below: Record<string, Below>;
  failed: Record<string, string>;
  readMore(id: string): void;
  /** The union to bring into sight once its branch has opened. */
  sought: string | undefined;
  seen(id: string): void;
}

/** The unions below one, there at once: a branch that slides open moves what was scrolled to out of sight again. */
function Group({ in: open, children }: { in?: boolean; children?: ReactNode }) {
  return open ? (
    <Box component="ul" role="group" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {children}
    </Box>
  ) : null;
}
const PARTS = { groupTransition: Group };

/** Members of the union and everything below it, and from a superior union on the number of unions as well. */
function Totals({ rollup: { unionCount, memberCount } }: Pick<UnionNode, "rollup">) {
  const { translate } = useLanguage();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down("sm"));
  const figures = { unions: countText(unionCount), members: countText(memberCount) };
  return (
    <Typography
      component="span"
      variant="caption"
      color="textSecondary"
      title={translate("tree.told", figures)}
      sx={{ flex: "none", fontVariantNumeric: "tabular-nums" }}
    >
      {translate(unionCount > 1 && !narrow ? "tree.totals" : "tree.members", figures)}
    </Typography>
  );
}

const NodeLabel = memo(function NodeLabel({ node }: { node: UnionNode }) {
  return (
    <Box component="span" sx={{ display: "flex", alignItems: "center", gap: 1, minWidth: 0, py: 0.25 }}>
      <LevelBadge type={node.type} />
      <Box
        component="span"
        sx={{ flex: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
        title={node.name}
      >
        {node.name}
      </Box>
      <Totals rollup={node.rollup} />
    </Box>
  );
});

/** Stands for the unions below until they have been read, so that the node can be opened. */
function Waiting({ id, failed, readMore }: { id: string } & Pick<Opened, "failed" | "readMore">) {
  const { translate } = useLanguage();
  return (
    <TreeItem
      itemId={`waiting:${id}`}
      label={
        failed[id] ? (
          <Button size="small" color="error" onClick={() => readMore(id)} title={failed[id]}>
            {translate("tree.failed")}
          </Button>
        ) : (
          <Box component="span" sx={{ display: "flex", alignItems: "center", gap: 1, color: "text.secondary" }}>
            <CircularProgress size={14} aria-hidden />
            {translate("tree.loading")}
          </Box>
        )
      }
    />
  );
}

function Branch({ node, opened }: { node: UnionNode; opened: Opened }): ReactNode {
  const { translate } = useLanguage();
  const children = opened.below[node.id];
  const { sought, seen } = opened;
  useEffect(() => {
    if (sought === node.id) seen(node.id);
  }, [sought, seen, node.id]);
  if (node.childCount === 0 && !children) return <TreeItem itemId={node.id} label={<NodeLabel node={node} />} />;
  const left = children ? children.total - children.nodes.length : 0;
  return (
    <TreeItem itemId={node.id} label={<NodeLabel node={node} />} slots={PARTS}>
      {children ? (
        children.nodes.map((child) => <Branch key={child.id} node={child} opened={opened} />)
      ) : (
        <Waiting id={node.id} failed={opened.failed} readMore={opened.readMore} />
      )}
      {left > 0 ? (
        <TreeItem
          itemId={`more:${node.id}`}
          label={
            <Typography component="span" variant="body2" sx={{ color: "info.main" }}>
              {translate("console.more", { count: left })}
            </Typography>
          }
        />
      ) : null}
    </TreeItem>
  );
}

interface Props extends Opened {
  roots: UnionNode[];
  expanded: string[];
  setExpanded(ids: string[]): void;
  selected: string | null;
  select(id: string): void;
  tree: ReturnType<typeof useSimpleTreeViewApiRef>;
}

/** The tree of unions. Children come when a node is opened; arrows, letters and screen readers work as the tree view gives them. */
export function UnionTree({ roots, expanded, setExpanded, selected, select, tree, ...opened }: Props) {
  const { translate } = useLanguage();
  const expand = (ids: string[]) => {
    for (const id of ids) if (!expanded.includes(id) && !opened.below[id]) opened.readMore(id);
    setExpanded(ids);
  };
  const choose = (id: string | null) => {
    if (!id || id.startsWith("waiting:")) return;
    if (id.startsWith("more:")) opened.readMore(id.slice("more:".length));
    else select(id);
  };
  return (
    <SimpleTreeView
      apiRef={tree}
      aria-label={translate("tree.title")}
      expandedItems={expanded}
      onExpandedItemsChange={(_, ids) => expand(ids)}
      selectedItems={selected}
      onSelectedItemsChange={(_, id) => choose(id)}
      expansionTrigger="iconContainer"
      itemChildrenIndentation={18}
      sx={{
        "& .MuiTreeItem-label": { fontSize: 14 },
        "& .MuiTreeItem-content": { scrollMarginTop: { xs: 64, md: 0 } },
      }}
    >
      {roots.map((root) => (
        <Branch key={root.id} node={root} opened={opened} />
      ))}
    </SimpleTreeView>
  );
}
