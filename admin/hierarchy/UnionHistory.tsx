import { Box, Stack, Typography } from "@mui/material";
import { useLanguage } from "../shared/language.js";
import { RelatedList } from "../shared/RelatedList.js";
import { AFFILIATION, FEDERATION_MEMBERSHIP, PARTY_LEADERSHIP, UNION_VERSION } from "./history.facts.js";

const PARTS = [
  [UNION_VERSION, "tradeUnion"],
  [AFFILIATION, "tradeUnion"],
  [FEDERATION_MEMBERSHIP, "tradeUnion"],
  [PARTY_LEADERSHIP, "tradeUnion"],
] as const;

/** What a union was called, whom it belonged to and who led it, over time. */
export function UnionHistory() {
  const { say } = useLanguage();
  return (
    <Stack spacing={3}>
      {PARTS.map(([description, target]) => (
        <Box component="section" key={description.record} aria-label={say(description.plural)}>
          <Typography variant="h6" component="h3" sx={{ mb: 1 }}>
            {say(description.plural)}
          </Typography>
          <RelatedList description={description} target={target} history />
        </Box>
      ))}
    </Stack>
  );
}
