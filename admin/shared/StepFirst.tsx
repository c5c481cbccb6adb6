import { Alert, Card, CardContent, Typography } from "@mui/material";
import type { ReactNode } from "react";
import { session } from "./console.js";
import { useLanguage } from "./language.js";
import { PasswordForm } from "./PasswordForm.js";
import { SecondFactorForm } from "./SecondFactorForm.js";
import { useViewer } from "./viewer.js";

/** Puts what has to be done first in the place of every page, until it is done. */
export function StepFirst({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  const { translate } = useLanguage();
  if (!viewer?.stepFirst) return children;
  const anew = () => {
    session.forget();
    window.location.assign("/");
  };
  const isPassword = viewer.stepFirst === "CHANGE_PASSWORD";
  return (
    <Card variant="outlined" sx={{ maxWidth: 520, mx: "auto", mt: 4 }}>
      <CardContent>
        <Typography variant="h5" component="h2" sx={{ mb: 2 }}>
          {translate(isPassword ? "own.password" : "own.factor")}
        </Typography>
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate(isPassword ? "own.mustChange" : "own.mustEnrol")}
        </Alert>
        {isPassword ? <PasswordForm done={anew} /> : <SecondFactorForm done={anew} />}
      </CardContent>
    </Card>
  );
}
