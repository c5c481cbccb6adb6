import CloseIcon from "@mui/icons-material/Close";
import EventIcon from "@mui/icons-material/Event";
import { Button, IconButton, Popover, TextField, type Theme, Tooltip, useMediaQuery } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useStore } from "react-admin";
import { AS_OF_KEY } from "./console.js";
import { dayText } from "./display.js";
import { useLanguage } from "./language.js";
import { useViewer } from "./viewer.js";

/** The day all screens ask about; undefined for today. */
export function useAsOf(): [string | undefined, (day: string | undefined) => void] {
  const [day, setDay] = useStore<string | null>(AS_OF_KEY, null);
  const queries = useQueryClient();
  const choose = (chosen: string | undefined) => {
    setDay(chosen ?? null);
    // The day is no part of the queries' keys, so that what was read for another day has to go.
    setTimeout(() => queries.resetQueries(), 0);
  };
  return [day ?? undefined, choose];
}

/** The date in the header: quiet for today, coloured and named when another day is shown. */
export function AsOfBar() {
  const { language, translate } = useLanguage();
  const [asOf, setAsOf] = useAsOf();
  const viewer = useViewer();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [draft, setDraft] = useState("");
  const today = viewer?.today ?? "";
  const open = (target: HTMLElement) => {
    setDraft(asOf ?? today);
    setAnchor(target);
  };
  const choose = (day: string | undefined) => {
    setAsOf(day === today ? undefined : day);
    setAnchor(null);
  };
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down("sm"));
  const isBare = small && !asOf;
  const text = asOf ? dayText(asOf, language) : translate("console.today");
  return (
    <>
      <Tooltip title={translate("asOf.set")}>
        <Button
          size="small"
          variant={asOf ? "contained" : "outlined"}
          color={asOf ? "warning" : "inherit"}
          startIcon={isBare ? undefined : <EventIcon />}
          onClick={(event) => open(event.currentTarget)}
          aria-haspopup="dialog"
          aria-label={`${translate("asOf.label")} ${text}`}
          sx={{ whiteSpace: "nowrap", borderColor: "divider", ...(isBare ? { minWidth: 44, border: 0 } : {}) }}
        >
          {isBare ? <EventIcon /> : text}
        </Button>
      </Tooltip>
      {asOf ? (
        <Tooltip title={translate("asOf.back")}>
          <IconButton
            size="small"
            color="inherit"
            onClick={() => choose(undefined)}
            aria-label={translate("asOf.back")}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      ) : null}
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{ paper: { elevation: 6, sx: { p: 2, width: 280 }, "aria-label": translate("asOf.set") } }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            choose(draft || undefined);
          }}
        >
          <TextField
            autoFocus
            type="date"
            label={translate("asOf.label")}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: "1949-10-01", max: "2100-12-31" } }}
          />
          <Button type="submit" variant="contained" fullWidth sx={{ mt: 1 }}>
            {translate("asOf.set")}
          </Button>
          <Button fullWidth onClick={() => choose(undefined)} sx={{ mt: 1 }}>
            {translate("asOf.back")}
          </Button>
        </form>
      </Popover>
    </>
  );
}
