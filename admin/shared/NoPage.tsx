import { Box, Typography } from "@mui/material";
import { Title } from "react-admin";
import { ActionButton } from "./ActionButton.js";
import { useLanguage } from "./language.js";

/** An address no page stands under. */
export function NoPage() {
  const { translate } = useLanguage();
  return (
    <Box sx={{ p: 6, textAlign: "center" }}>
      <Title title={translate("console.noPage")} />
      <Typography variant="h5" component="h2" gutterBottom>
        {translate("console.noPage")}
      </Typography>
      <Typography color="textSecondary" gutterBottom>
        {translate("console.noPageHint")}
      </Typography>
      <ActionButton variant="contained" to="/">
        {translate("console.home")}
      </ActionButton>
    </Box>
  );
}
