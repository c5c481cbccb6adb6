import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from "@mui/material";
import { useEffect, useState } from "react";
import { useLogout } from "react-admin";
import { session } from "./console.js";
import { useLanguage } from "./language.js";
import { lostSession } from "./lostSession.js";
import { SignInForm } from "./SignInForm.js";
import { useViewer } from "./viewer.js";

/** Opens over the page when the session has ended, so that a half-filled form survives signing in again. */
export function SignInAgain() {
  const { translate } = useLanguage();
  const viewer = useViewer();
  const logout = useLogout();
  const [lost, setLost] = useState(false);
  const [password, setPassword] = useState("");
  const [username, setUsername] = useState("");
  useEffect(() => lostSession.attach(setLost), []);
  const name = username || viewer?.account.username || "";
  const signIn = async (_name: string, _password: string, code?: string) => {
    await session.signIn(name, password, code);
    setPassword("");
    lostSession.resume();
  };
  const leave = () => {
    lostSession.abandon();
    logout();
  };
  return (
    <Dialog open={lost} aria-labelledby="again-title" maxWidth="xs" fullWidth>
      <DialogTitle id="again-title">{translate("login.again")}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{translate("login.againHint")}</DialogContentText>
        <SignInForm signIn={signIn} username={name} {...{ password, setUsername, setPassword }} />
      </DialogContent>
      <DialogActions>
        <Button onClick={leave}>{translate("login.leave")}</Button>
      </DialogActions>
    </Dialog>
  );
}
