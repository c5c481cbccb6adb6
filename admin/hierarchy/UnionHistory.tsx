import AddIcon from "@mui/icons-material/Add";
import { Box, Stack, Typography } from "@mui/material";
import { DeedButton } from "../shared/DeedButton.js";
import { useLanguage } from "../shared/language.js";
import { RelatedList } from "../shared/RelatedList.js";
import { AFFILIATION, FEDERATION_MEMBERSHIP, PARTY_LEADERSHIP, UNION_VERSION } from "./history.facts.js";
import { JOIN_FEDERATION, LEAVE_FEDERATION } from "./union.deeds.js";

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
          {description === FEDERATION_MEMBERSHIP ? (
            <RelatedList
              description={description}
              target={target}
              history
              actions={<DeedButton deed={JOIN_FEDERATION} icon={<AddIcon />} />}
              rowAction={(row) => (row.validTo ? null : <DeedButton deed={LEAVE_FEDERATION} />)}
            />
          ) : (
            <RelatedList description={description} target={target} history />
          )}
        </Box>
      ))}
    </Stack>
  );
}
