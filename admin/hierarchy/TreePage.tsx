import CloseIcon from "@mui/icons-material/Close";
import {
  Alert,
  Box,
  Drawer,
  IconButton,
  LinearProgress,
  Paper,
  type Theme,
  Typography,
  useMediaQuery,
} from "@mui/material";
import { useEffect } from "react";
import { Title } from "react-admin";
import { useSearchParams } from "react-router-dom";
import { useLanguage } from "../shared/language.js";
import { useViewer } from "../shared/viewer.js";
import { UnionPanel } from "./UnionPanel.js";
import { UnionSearch } from "./UnionSearch.js";
import { UnionTree } from "./UnionTree.js";
import { useReveal } from "./useReveal.js";
import { useTree } from "./useTree.js";

/** The tree of the viewer's scope with the chosen union beside it; the choice stands in the address. */
export function TreePage() {
  const viewer = useViewer();
  return viewer ? <ScopeTree rootId={viewer.scope?.id} /> : <LinearProgress />;
}

function ScopeTree({ rootId }: { rootId: string | undefined }) {
  const { translate } = useLanguage();
  const { roots, below, failed, readMore, reveal } = useTree(rootId);
  const [address, setAddress] = useSearchParams();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down("md"));
  const selected = address.get("union");
  const select = (id: string | null) => setAddress(id ? { union: id } : {}, { replace: true });
  const { setExpanded, find, ...shown } = useReveal({ roots, reveal }, selected, { narrow, lost: () => select(null) });

  useEffect(() => {
    const [only] = roots ?? [];
    if (!only || roots?.length !== 1) return;
    setExpanded((now) => (now.includes(only.id) ? now : [only.id, ...now]));
    readMore(only.id);
  }, [roots, readMore, setExpanded]);

  const [root] = roots ?? [];
  const chosen = selected ?? (narrow ? undefined : root?.id);
  const panel = chosen ? <UnionPanel id={chosen} /> : null;
  return (
    <>
      <Title title={translate("tree.title")} />
      <Box
        sx={{
          display: "grid",
          gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "minmax(320px, 5fr) 6fr" },
          gap: 2,
          mt: 2,
        }}
      >
        <Paper
          variant="outlined"
          sx={{ p: 2, height: { md: "calc(100vh - 110px)" }, display: "flex", flexDirection: "column", minWidth: 0 }}
        >
          <UnionSearch
            choose={(id) => {
              find(id);
              select(id);
            }}
          />
          <Typography variant="caption" color="textSecondary" sx={{ my: 1 }}>
            {translate("tree.hint")}
          </Typography>
          <Box sx={{ flex: 1, overflow: "auto", minHeight: 240 }}>
            {failed[""] ? <Alert severity="error">{failed[""]}</Alert> : null}
            {roots ? (
              <UnionTree {...{ roots, below, failed, readMore, setExpanded, selected, select, ...shown }} />
            ) : (
              <LinearProgress aria-label={translate("tree.loading")} />
            )}
          </Box>
        </Paper>
        {narrow ? (
          <Drawer
            anchor="bottom"
            open={Boolean(selected)}
            onClose={() => select(null)}
            slotProps={{
              paper: { sx: { maxHeight: "75vh", p: 2, borderTopLeftRadius: 12, borderTopRightRadius: 12 } },
            }}
          >
            <IconButton
              onClick={() => select(null)}
              aria-label={translate("ra.action.close")}
              sx={{ alignSelf: "flex-end" }}
            >
              <CloseIcon />
            </IconButton>
            {panel}
          </Drawer>
        ) : (
          <Paper variant="outlined" component="section" sx={{ p: 2.5, minWidth: 0 }} aria-live="polite">
            {panel ?? <Typography color="textSecondary">{translate("tree.pick")}</Typography>}
          </Paper>
        )}
      </Box>
    </>
  );
}
