import { Box, Button, Chip, Divider, Link, Paper, Stack, Typography } from "@mui/material";
import { useState } from "react";
import { LocalesMenuButton, Notification, useLogin } from "react-admin";
import { Emblem } from "./Emblem.js";
import { useLanguage } from "./language.js";
import { SignInForm } from "./SignInForm.js";
import { useSetting } from "./setting.js";
import { SERIF } from "./theme.js";
import { wordsZh } from "./words.zh.js";

const DEMONSTRATION_PASSWORD = "gonghui-demo";
const ACCOUNTS = Object.keys(wordsZh.login.accounts);

/** Accounts of the demonstration city, to fill in with one click; shown only where they exist. */
function DemonstrationAccounts({ fill }: { fill(username: string): void }) {
  const { translate } = useLanguage();
  return (
    <Box
      component="section"
      sx={{ mt: 3, pt: 2, borderTop: 1, borderColor: "divider" }}
      aria-label={translate("console.demonstration")}
    >
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        <Chip size="small" label={translate("console.demonstration")} sx={{ mr: 1, height: 20 }} />
        {translate("login.demonstration")} <code>{DEMONSTRATION_PASSWORD}</code>
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: "none",
          m: 0,
          p: 0,
          display: "grid",
          gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" },
          gap: 0.5,
        }}
      >
        {ACCOUNTS.map((username) => (
          <li key={username}>
            <Link
              component="button"
              type="button"
              color="info"
              underline="hover"
              onClick={() => fill(username)}
              sx={{ textAlign: "left", fontSize: 14, py: 0.25 }}
            >
              {translate(`login.accounts.${username}`)}（{username}）
            </Link>
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** The way over the identity provider: a page of the server, which leads there. */
function ProviderWay() {
  const { translate } = useLanguage();
  return (
    <>
      <Divider sx={{ my: 2 }}>{translate("login.or")}</Divider>
      <Button href="/sign-in/oidc" variant="outlined" fullWidth size="large">
        {translate("login.provider")}
      </Button>
    </>
  );
}

/** The sign-in page. */
export function LoginPage() {
  const { translate } = useLanguage();
  const login = useLogin();
  const setting = useSetting();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const fill = (chosen: string) => {
    setUsername(chosen);
    setPassword(DEMONSTRATION_PASSWORD);
  };
  return (
    <Box sx={{ minHeight: "100vh", display: "flex", flexDirection: "column", bgcolor: "background.default" }}>
      <Box
        component="header"
        sx={{
          bgcolor: "#9f1d1a",
          color: "#fff",
          px: { xs: 2, sm: 6 },
          py: { xs: 2.5, sm: 4 },
          display: "flex",
          alignItems: "center",
        }}
      >
        <Stack direction="row" spacing={2} sx={{ alignItems: "center", flex: 1 }}>
          <Emblem sx={{ fontSize: { xs: 40, sm: 56 } }} />
          <Box>
            <Typography
              component="h1"
              sx={{
                fontFamily: SERIF,
                fontSize: { xs: 26, sm: 36 },
                fontWeight: 700,
                letterSpacing: 4,
                lineHeight: 1.2,
              }}
            >
              {translate("console.title")}
            </Typography>
            <Typography sx={{ letterSpacing: 2 }}>{translate("console.subtitle")}</Typography>
          </Box>
        </Stack>
        <LocalesMenuButton />
      </Box>
      <Box
        component="main"
        sx={{
          flex: 1,
          display: "flex",
          alignItems: "flex-start",
          justifyContent: "center",
          p: 2,
          pt: { xs: 3, sm: 8 },
        }}
      >
        <Paper
          variant="outlined"
          sx={{ p: { xs: 2.5, sm: 4 }, width: "100%", maxWidth: 480, borderTop: 3, borderTopColor: "primary.main" }}
        >
          <Typography variant="h5" component="h2" sx={{ mb: 2 }}>
            {translate("login.heading")}
          </Typography>
          <SignInForm
            signIn={(name, secret, code) => login({ username: name, password: secret, code })}
            {...{ username, password, setUsername, setPassword }}
          />
          {setting?.oidc ? <ProviderWay /> : null}
          {setting?.demonstration ? <DemonstrationAccounts fill={fill} /> : null}
        </Paper>
      </Box>
      <Typography component="footer" variant="body2" color="textSecondary" sx={{ textAlign: "center", p: 2 }}>
        {translate("console.title")}{" "}
        {setting?.version ? translate("console.version", { version: setting.version }) : ""}
      </Typography>
      <Notification />
    </Box>
  );
}
