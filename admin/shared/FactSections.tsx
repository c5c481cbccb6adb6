import { Box, Typography } from "@mui/material";
import { type Description, factOf } from "./description.js";
import { FactValue } from "./FactValue.js";
import type { Fact } from "./facts.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";

/** Facts two to a line, a long one on a line of its own; one left alone on its line has an empty place beside it. */
function laidOut(facts: Fact[]): { fact: Fact; isAlone: boolean }[] {
  let isSecond = false;
  return facts.map((fact, place) => {
    const next = facts[place + 1];
    const isFirst = fact.kind !== "long" && !isSecond;
    const isAlone = isFirst && (!next || next.kind === "long");
    isSecond = isFirst && !isAlone;
    return { fact, isAlone };
  });
}

/** The facts of a record under their headings, two to a line where there is room. */
export function FactSections({ description, row }: { description: Description; row: Row }) {
  const { say } = useLanguage();
  return (
    <Box sx={{ display: "flex", flexDirection: "column", gap: 2.5 }}>
      {description.sections.map((section) => {
        const facts = section.facts.map((source) => factOf(description, source)).filter(({ readable }) => readable);
        return (
          <Box component="section" key={section.title.en} aria-label={say(section.title)}>
            <Typography
              variant="h6"
              component="h3"
              sx={{ mb: 1, pl: 1, borderLeft: 3, borderColor: "primary.main", lineHeight: 1.2 }}
            >
              {say(section.title)}
            </Typography>
            <Box
              component="dl"
              sx={{
                m: 0,
                display: "grid",
                gridTemplateColumns: { xs: "minmax(96px, 34%) 1fr", md: "168px minmax(0, 1fr) 168px minmax(0, 1fr)" },
                border: 1,
                borderColor: "divider",
                borderRadius: 1,
                overflow: "hidden",
                "& dt, & dd": {
                  px: 1.5,
                  py: 1,
                  m: 0,
                  borderBottom: 1,
                  borderColor: "divider",
                  fontSize: 14,
                  mb: "-1px",
                },
                "& dt": { bgcolor: "action.hover", color: "text.secondary" },
                "& dd": { minWidth: 0, overflowWrap: "anywhere" },
              }}
            >
              {laidOut(facts).map(({ fact, isAlone }) => (
                <Box key={fact.source} sx={{ display: "contents" }}>
                  <dt>{say(fact.label)}</dt>
                  <dd style={fact.kind === "long" ? { gridColumn: "2 / -1" } : undefined}>
                    <FactValue fact={fact} row={row} />
                  </dd>
                  {isAlone ? (
                    <Box sx={{ display: { xs: "none", md: "contents" } }} aria-hidden>
                      <dt />
                      <dd />
                    </Box>
                  ) : null}
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
