import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from "@mui/material";
import { useState } from "react";
import { useLanguage } from "./language.js";

/** Shows a secret this once; it is closed by a button only, so that no stray click loses it. */
export function SecretDialog({ title, secret, close }: { title: string; secret: string; close(): void }) {
  const { translate } = useLanguage();
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(secret).then(() => setCopied(true));
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="secret-title">
      <DialogTitle id="secret-title">{title}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate("secret.once")}
        </Alert>
        <Typography
          component="code"
          sx={{
            display: "block",
            fontFamily: "monospace",
            wordBreak: "break-all",
            p: 1.5,
            bgcolor: "action.hover",
            userSelect: "all",
          }}
        >
          {secret}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={copy}>{translate(copied ? "secret.copied" : "secret.copy")}</Button>
        <Button variant="contained" onClick={close}>
          {translate("secret.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
