import { Alert, Button, CircularProgress, TextField } from "@mui/material";
import { type FormEvent, useState } from "react";
import type { AskError } from "./ask.js";
import { useLanguage } from "./language.js";

interface SignIn {
  signIn(username: string, password: string, code?: string): Promise<unknown>;
  username: string;
  password: string;
  setUsername(value: string): void;
  setPassword(value: string): void;
}

/** User name and password; a refusal is told in the server's words. */
export function SignInForm({ signIn, username, password, setUsername, setPassword }: SignIn) {
  const { translate } = useLanguage();
  const [refused, setRefused] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefused("");
    try {
      await signIn(username, password, code || undefined);
    } catch (error) {
      if ((error as AskError).code === "SECOND_FACTOR_REQUIRED") setAsksCode(true);
      setRefused((error as Error).message || translate("ra.auth.sign_in_error"));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit}>
      {refused ? (
        <Alert severity={asksCode && !code ? "info" : "error"} sx={{ mb: 1 }}>
          {refused}
        </Alert>
      ) : null}
      <TextField
        autoFocus
        required
        id="username"
        label={translate("ra.auth.username")}
        autoComplete="username"
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        size="medium"
      />
      <TextField
        required
        id="password"
        type="password"
        label={translate("ra.auth.password")}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        size="medium"
      />
      {asksCode ? (
        <TextField
          autoFocus
          required
          id="code"
          label={translate("own.factorPresent")}
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          size="medium"
        />
      ) : null}
      <Button type="submit" variant="contained" fullWidth size="large" disabled={busy} sx={{ mt: 2 }}>
        {busy ? <CircularProgress size={22} /> : translate("ra.auth.sign_in")}
      </Button>
    </form>
  );
}
