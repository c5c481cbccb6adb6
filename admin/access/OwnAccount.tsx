import { Box, Card, CardContent, Stack, Typography } from "@mui/material";
import type { ReactNode } from "react";
import { Title } from "react-admin";
import { useLanguage } from "../shared/language.js";
import { PasswordForm } from "../shared/PasswordForm.js";
import { SecondFactorForm } from "../shared/SecondFactorForm.js";
import { OwnSessions } from "./OwnSessions.js";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card variant="outlined" component="section" aria-label={title}>
      <CardContent>
        <Typography variant="h6" component="h2" sx={{ mb: 2 }}>
          {title}
        </Typography>
        {children}
      </CardContent>
    </Card>
  );
}

/** What everyone keeps for themselves: password, second factor, sessions. */
export function OwnAccount() {
  const { translate } = useLanguage();
  return (
    <Box sx={{ pt: 1 }}>
      <Title title={translate("own.title")} />
      <Stack spacing={2}>
        <Part title={translate("own.password")}>
          <PasswordForm done={() => undefined} />
        </Part>
        <Part title={translate("own.factor")}>
          <SecondFactorForm done={() => undefined} />
        </Part>
        <Part title={translate("own.sessions")}>
          <OwnSessions />
        </Part>
      </Stack>
    </Box>
  );
}
