import { Alert, AlertTitle, Box, Typography } from "@mui/material";
import { useEffect, useRef } from "react";
import type { UserError } from "./ask.js";
import { useLanguage } from "./language.js";

/** What the server refused, with the sentence of the policy where there is one; the first field concerned gets the focus. */
export function RefusalBox({ refusals }: { refusals: UserError[] }) {
  const { translate } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals.length === 0) return;
    const field = document.querySelector<HTMLElement>("form [aria-invalid=true]");
    (field ?? box.current)?.focus();
  }, [refusals]);
  if (refusals.length === 0) return null;
  return (
    <Alert severity="error" ref={box} tabIndex={-1} sx={{ mb: 2, width: "100%" }}>
      <AlertTitle>{translate("form.refused", { count: refusals.length })}</AlertTitle>
      {refusals.map(({ code, message, clause, quote }) => (
        <Box key={`${code}${message}`} sx={{ mb: 0.5 }}>
          {message}
          {quote ? (
            <Typography
              component="blockquote"
              variant="body2"
              sx={{ m: 0, mt: 0.5, pl: 1.5, borderLeft: 3, borderColor: "currentcolor" }}
            >
              {translate("form.quoted")} {clause}：“{quote}”
            </Typography>
          ) : null}
        </Box>
      ))}
    </Alert>
  );
}
