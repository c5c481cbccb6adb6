import { Alert, Button, Link, Stack, TextField, Typography } from "@mui/material";
import { type FormEvent, useState } from "react";
import { useDataProvider } from "react-admin";
import type { Ask, UserError } from "./ask.js";
import { useLanguage } from "./language.js";
import { CONFIRM_FACTOR, ENROL_FACTOR } from "./operations.js";
import { useTrouble } from "./useTrouble.js";
import { useViewer } from "./viewer.js";

interface Enrolled {
  secret?: string;
  uri?: string;
  recoveryCodes?: string[];
  userErrors: UserError[];
}

/** Sets up the second factor: password, then the secret for the authenticator and its first code, then the recovery codes. */
export function SecondFactorForm({ done }: { done(): void }) {
  const { ask } = useDataProvider() as unknown as { ask: Ask };
  const viewer = useViewer();
  const { translate } = useLanguage();
  const tell = useTrouble();
  const [values, setValues] = useState({ currentPassword: "", code: "" });
  const [refused, setRefused] = useState("");
  const [begun, setBegun] = useState<Enrolled>();
  const [codes, setCodes] = useState<string[]>();
  const has = viewer?.account.hasSecondFactor ?? false;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { currentPassword, code } = values;
    try {
      const { payload } = await (begun
        ? ask<{ payload: Enrolled }>(CONFIRM_FACTOR, { input: { code } })
        : ask<{ payload: Enrolled }>(ENROL_FACTOR, { input: { currentPassword, ...(has ? { code } : {}) } }));
      setRefused(payload.userErrors.map(({ message }) => message).join(" "));
      if (payload.userErrors.length > 0) return;
      setValues({ currentPassword: "", code: "" });
      if (begun) setCodes(payload.recoveryCodes ?? []);
      else setBegun(payload);
    } catch (error) {
      tell(error);
    }
  };
  const field = (name: keyof typeof values, label: string, type: string, autoComplete: string) => (
    <TextField
      required
      id={`factor-${name}`}
      size="medium"
      type={type}
      label={translate(label)}
      autoComplete={autoComplete}
      value={values[name]}
      onChange={(event) => setValues({ ...values, [name]: event.target.value })}
    />
  );
  if (codes)
    return (
      <Stack spacing={1} sx={{ maxWidth: 420 }}>
        <Alert severity="warning">{translate("own.recovery")}</Alert>
        <Typography component="pre" sx={{ fontFamily: "monospace", userSelect: "all", m: 0 }}>
          {codes.join("\n")}
        </Typography>
        <Button variant="contained" onClick={done}>
          {translate("secret.close")}
        </Button>
      </Stack>
    );
  return (
    <Stack component="form" onSubmit={send} spacing={1} sx={{ maxWidth: 420 }}>
      <Typography variant="body2" color="textSecondary">
        {translate(begun ? "own.factorScan" : has ? "own.factorHas" : "own.factorHelp")}
      </Typography>
      {refused ? <Alert severity="error">{refused}</Alert> : null}
      {begun?.secret ? (
        <>
          <Typography
            component="code"
            sx={{ fontFamily: "monospace", fontSize: 18, userSelect: "all", wordBreak: "break-all" }}
          >
            {begun.secret.match(/.{1,4}/g)?.join(" ")}
          </Typography>
          <Link href={begun.uri ?? ""}>{translate("own.factorOpen")}</Link>
          {field("code", "own.factorCode", "text", "one-time-code")}
        </>
      ) : (
        <>
          {field("currentPassword", "own.current", "password", "current-password")}
          {has ? field("code", "own.factorPresent", "text", "one-time-code") : null}
        </>
      )}
      <Button type="submit" variant="contained">
        {translate(begun ? "own.factorConfirm" : has ? "own.factorReplace" : "own.factorBegin")}
      </Button>
    </Stack>
  );
}
