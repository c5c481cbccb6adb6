import InboxIcon from "@mui/icons-material/Inbox";
import { Box, Button, Typography } from "@mui/material";
import { useListContext } from "react-admin";
import { useLanguage } from "./language.js";

/** An empty list: why it is empty, and the next step; on the page of a record there is no filter to clear. */
export function Nothing({ related }: { related?: boolean }) {
  const { translate } = useLanguage();
  const { filterValues, setFilters } = useListContext();
  const filtered = !related && Object.keys(filterValues ?? {}).length > 0;
  return (
    <Box sx={{ p: related ? 1.5 : 4, textAlign: "center", color: "text.secondary" }}>
      {related ? null : <InboxIcon aria-hidden sx={{ fontSize: 36, opacity: 0.6 }} />}
      <Typography>{translate("list.empty")}</Typography>
      {filtered ? (
        <>
          <Typography variant="body2">{translate("list.emptyHint")}</Typography>
          <Button size="small" sx={{ mt: 1 }} onClick={() => setFilters({}, {})}>
            {translate("ra.navigation.clear_filters")}
          </Button>
        </>
      ) : null}
    </Box>
  );
}
