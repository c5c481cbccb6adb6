import { Chip, Stack } from "@mui/material";
import { type ReactNode } from "react";
import { countText, dayText, instantText, yuanText } from "./display.js";
import { type Fact, valueIn } from "./facts.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { RecordLink } from "./RecordLink.js";

/** Words so few that breaking them over two lines only makes a table harder to read. */
const FEW = 9;

function Short({ text }: { text: string }) {
  return text.length <= FEW ? <span style={{ whiteSpace: "nowrap" }}>{text}</span> : text;
}

/** One fact of a record as people read it; a dash when nothing is known. */
export function FactValue({ fact, row }: { fact: Fact; row: Row }): ReactNode {
  const { language, translate } = useLanguage();
  // biome-ignore lint/suspicious/noExplicitAny: the kind of the fact tells what the value is
  const value = valueIn(row, fact.source) as any;
  const nothing = value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  if (nothing && fact.absent) return fact.absent(row)[language];
  if (nothing) return <span aria-hidden="true">—</span>;
  switch (fact.kind) {
    case "day":
      return <span style={{ whiteSpace: "nowrap" }}>{dayText(value, language)}</span>;
    case "instant":
      return <span style={{ whiteSpace: "nowrap" }}>{instantText(value, language)}</span>;
    case "code":
      return <span style={{ whiteSpace: "nowrap" }}>{value}</span>;
    case "count":
      return countText(value);
    case "yuan":
      return yuanText(value);
    case "flag":
      return translate(value ? "console.yes" : "console.no");
    case "choice":
      return <Short text={fact.names?.[value]?.[language] ?? value} />;
    case "choices":
      return (
        <Stack direction="row" spacing={0.5} useFlexGap sx={{ flexWrap: "wrap" }}>
          {(value as string[]).map((one) => (
            <Chip key={one} size="small" variant="outlined" label={fact.names?.[one]?.[language] ?? one} />
          ))}
        </Stack>
      );
    case "link":
      return <RecordLink row={value} />;
    case "long":
      return <span style={{ whiteSpace: "pre-wrap" }}>{value}</span>;
    default:
      return String(value);
  }
}

/** Whether a fact is a number, and stands at the right of its column. */
export const isNumber = ({ kind }: Fact) => kind === "count" || kind === "yuan";
