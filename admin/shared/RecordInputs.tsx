import { Box, Typography } from "@mui/material";
import { TextInput } from "react-admin";
import { REASON } from "./change.js";
import { type Description, writtenFacts } from "./description.js";
import { FactInput } from "./FactInput.js";
import { useLanguage } from "./language.js";

/** The inputs of a record, shared by its create and edit forms and grouped as on its page. */
export function RecordInputs({ description, when }: { description: Description; when: "create" | "amend" }) {
  const { say, translate } = useLanguage();
  const written = new Map(writtenFacts(description, when).map((one) => [one.source, one]));
  return (
    <Box sx={{ width: "100%", maxWidth: 960 }}>
      {description.sections.map((section) => {
        const facts = section.facts.flatMap((source) => written.get(source) ?? []);
        if (facts.length === 0) return null;
        return (
          <Box component="fieldset" key={section.title.en} sx={{ border: 0, p: 0, m: 0, mb: 2, minWidth: 0 }}>
            <Typography
              component="legend"
              variant="h6"
              sx={{ mb: 0.5, pl: 1, borderLeft: 3, borderColor: "primary.main", lineHeight: 1.2 }}
            >
              {say(section.title)}
            </Typography>
            <Box
              sx={{
                display: "grid",
                gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "repeat(2, minmax(0, 1fr))" },
                columnGap: 2,
              }}
            >
              {facts.map((fact) => (
                <Box
                  key={fact.source}
                  sx={fact.kind === "long" ? { gridColumn: "1 / -1" } : { alignSelf: "start", minWidth: 0 }}
                >
                  <FactInput fact={fact} when={when} />
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
      {when === "amend" ? (
        <TextInput source={REASON} label={translate("form.reason")} helperText={translate("form.reasonHelp")} />
      ) : null}
    </Box>
  );
}
