import SearchIcon from "@mui/icons-material/Search";
import { Autocomplete, Box, Dialog, DialogContent, IconButton, TextField, Tooltip, Typography } from "@mui/material";
import { useEffect, useState } from "react";
import { useDataProvider } from "react-admin";
import { useNavigate } from "react-router-dom";
import { useAsOf } from "./AsOf.js";
import type { ConsoleProvider } from "./dataProvider.js";
import { useLanguage } from "./language.js";
import { useMenu } from "./Menu.js";
import { type Hit, hitsOf, QUICK_SEARCH, type QuickAnswer } from "./quickSearch.operation.js";

const PAUSE = 250;
const WRITING = "input, textarea, select, [contenteditable=true]";

/** Opens on Ctrl+K, and on / where nobody is typing. */
function useShortcut(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest?.(WRITING);
      const asked = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing);
      if (!asked) return;
      event.preventDefault();
      open();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [open]);
}

function useHits(typed: string): { hits: Hit[]; busy: boolean } {
  const { ask } = useDataProvider() as unknown as ConsoleProvider;
  const [asOf] = useAsOf();
  const screens = useMenu();
  const [found, setFound] = useState<Hit[]>([]);
  const [busy, setBusy] = useState(false);
  const text = typed.trim();
  useEffect(() => {
    if (!text) return setFound([]);
    let current = true;
    const timer = setTimeout(() => {
      setBusy(true);
      ask<QuickAnswer>(QUICK_SEARCH, { text, asOf })
        .then((answer) => current && setFound(hitsOf(answer)))
        .catch(() => current && setFound([]))
        .finally(() => current && setBusy(false));
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, asOf, ask]);
  const pages = screens
    .filter((entry) => text && entry.text.toLowerCase().includes(text.toLowerCase()))
    .map((entry): Hit => ({ group: "screens", to: entry.to, name: entry.text, beside: "" }));
  return { hits: [...found, ...pages], busy };
}

function SearchBox({ close }: { close(): void }) {
  const { translate } = useLanguage();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const { hits, busy } = useHits(typed);
  const go = (hit: Hit | null) => {
    if (!hit) return;
    close();
    navigate(hit.to);
  };
  const groupName = (group: string) =>
    group === "screens" ? translate("search.screens") : translate(`resources.${group}.name`, { smart_count: 2 });
  return (
    <Autocomplete<Hit>
      open={typed.trim() !== ""}
      autoHighlight
      options={hits}
      loading={busy}
      loadingText={translate("ra.page.loading")}
      noOptionsText={translate("list.nothing")}
      inputValue={typed}
      value={null}
      onInputChange={(_, text, cause) => cause !== "reset" && setTyped(text)}
      onChange={(_, hit) => go(hit)}
      filterOptions={(all) => all}
      groupBy={({ group }) => groupName(group)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ to }) => to}
      renderOption={({ key, ...rest }, hit) => (
        <Box component="li" key={key} {...rest} sx={{ display: "flex", gap: 1 }}>
          <Typography variant="body2" sx={{ flex: 1 }}>
            {hit.name}
          </Typography>
          <Typography variant="caption" color="textSecondary">
            {hit.beside}
          </Typography>
        </Box>
      )}
      renderInput={(params) => (
        <TextField {...params} autoFocus label={translate("search.title")} helperText={translate("search.hint")} />
      )}
    />
  );
}

/** Finds unions, people, employers and pages from anywhere, by characters, pinyin, initials or code. */
export function QuickSearch() {
  const { translate } = useLanguage();
  const [open, setOpen] = useState(false);
  useShortcut(() => setOpen(true));
  return (
    <>
      <Tooltip title={`${translate("search.title")} (Ctrl+K)`}>
        <IconButton color="inherit" onClick={() => setOpen(true)} aria-label={translate("search.title")}>
          <SearchIcon />
        </IconButton>
      </Tooltip>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullWidth
        maxWidth="sm"
        aria-label={translate("search.title")}
        sx={{ "& .MuiDialog-container": { alignItems: "flex-start" } }}
      >
        <DialogContent>{open ? <SearchBox close={() => setOpen(false)} /> : null}</DialogContent>
      </Dialog>
    </>
  );
}
