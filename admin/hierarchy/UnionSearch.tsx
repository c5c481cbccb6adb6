import { Autocomplete, Box, TextField, Typography } from "@mui/material";
import { useEffect, useState } from "react";
import { useDataProvider } from "react-admin";
import { LevelBadge } from "../shared/LevelBadge.js";
import { useLanguage } from "../shared/language.js";
import { NODE_FIELDS, type UnionNode } from "./tree.js";

const PAUSE = 250;

/** Finds unions in the viewer's scope by characters, pinyin, initials or code, at the server. */
export function UnionSearch({ choose }: { choose(id: string): void }) {
  const { translate } = useLanguage();
  const provider = useDataProvider();
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<UnionNode[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!typed.trim()) return setFound([]);
    let current = true;
    const timer = setTimeout(() => {
      setBusy(true);
      provider
        .getList<UnionNode>("tradeUnions", {
          filter: { search: typed.trim() },
          sort: { field: "code", order: "ASC" },
          pagination: { page: 1, perPage: 20 },
          meta: { fields: NODE_FIELDS },
        })
        .then(({ data }) => current && setFound(data))
        .catch(() => current && setFound([]))
        .finally(() => current && setBusy(false));
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, provider]);
  return (
    <Autocomplete<UnionNode>
      options={found}
      loading={busy}
      inputValue={typed}
      value={null}
      blurOnSelect
      onInputChange={(_, text, cause) => cause !== "reset" && setTyped(text)}
      onChange={(_, node) => node && choose(node.id)}
      filterOptions={(all) => all}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      noOptionsText={translate(typed.trim() ? "list.nothing" : "list.choose")}
      loadingText={translate("ra.page.loading")}
      renderOption={({ key, ...rest }, node) => (
        <Box component="li" key={key} {...rest} sx={{ gap: 1 }}>
          <LevelBadge type={node.type} />
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="body2">{node.name}</Typography>
            <Typography variant="caption" color="textSecondary">
              {node.code}
            </Typography>
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField {...params} label={translate("tree.find")} placeholder={translate("list.searchUnion")} />
      )}
    />
  );
}
