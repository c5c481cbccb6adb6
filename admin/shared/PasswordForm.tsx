import { Alert, Button, Stack, TextField } from "@mui/material";
import { type FormEvent, useState } from "react";
import { useDataProvider, useNotify } from "react-admin";
import type { Ask, UserError } from "./ask.js";
import { useLanguage } from "./language.js";
import { CHANGE_PASSWORD } from "./operations.js";
import { useTrouble } from "./useTrouble.js";

/** Changes one's own password. */
export function PasswordForm({ done }: { done(): void }) {
  const { ask } = useDataProvider() as unknown as { ask: Ask };
  const { translate } = useLanguage();
  const notify = useNotify();
  const tell = useTrouble();
  const [values, setValues] = useState({ current: "", next: "", repeat: "" });
  const [refused, setRefused] = useState("");
  const field = (name: keyof typeof values, autoComplete: string, helperText?: string) => (
    <TextField
      required
      id={`password-${name}`}
      type="password"
      size="medium"
      label={translate(`own.${name}`)}
      helperText={helperText}
      autoComplete={autoComplete}
      value={values[name]}
      onChange={(event) => setValues({ ...values, [name]: event.target.value })}
    />
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (values.next !== values.repeat) return setRefused(translate("own.differ"));
    try {
      const { changePassword } = await ask<{ changePassword: { userErrors: UserError[] } }>(CHANGE_PASSWORD, {
        input: { currentPassword: values.current, newPassword: values.next },
      });
      setRefused(changePassword.userErrors.map(({ message }) => message).join(" "));
      if (changePassword.userErrors.length > 0) return;
      setValues({ current: "", next: "", repeat: "" });
      notify("own.changed", { type: "success" });
      done();
    } catch (error) {
      tell(error);
    }
  };
  return (
    <Stack component="form" onSubmit={submit} spacing={1} sx={{ maxWidth: 420 }}>
      {refused ? <Alert severity="error">{refused}</Alert> : null}
      {field("current", "current-password")}
      {field("next", "new-password", translate("own.nextHelp"))}
      {field("repeat", "new-password")}
      <Button type="submit" variant="contained">
        {translate("own.password")}
      </Button>
    </Stack>
  );
}
