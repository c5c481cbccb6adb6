import { Box } from "@mui/material";
import { levelOf, UNION_TYPE_NAMES, type UnionLevel, type UnionType } from "../../schema/hierarchy/unionType.rules.js";
import { useLanguage } from "./language.js";

/** A character and a colour for each level; the character alone tells them apart. */
const LOOK: Record<UnionLevel, [string, string]> = {
  MUNICIPAL: ["市", "#7c1512"],
  COUNTY: ["县", "#9f1d1a"],
  INDUSTRY: ["产", "#8a3d00"],
  TOWNSHIP: ["镇", "#8a5300"],
  PARK: ["园", "#5e6100"],
  REGIONAL: ["联", "#1f6b3a"],
  VILLAGE: ["村", "#0b6470"],
  GRASSROOTS: ["基", "#1b4f8a"],
  BRANCH: ["分", "#4a4fa3"],
  GROUP: ["组", "#5b5f66"],
};

/** The mark of a union's type; its name is told to screen readers and on hovering. */
export function LevelBadge({ type }: { type: UnionType }) {
  const { say } = useLanguage();
  const [mark, colour] = LOOK[levelOf(type)] ?? ["会", "#5b5f66"];
  const name = say(UNION_TYPE_NAMES[type]);
  return (
    <Box
      component="span"
      role="img"
      aria-label={name}
      title={name}
      sx={{
        display: "inline-flex",
        flex: "none",
        width: 22,
        height: 22,
        borderRadius: 0.5,
        alignItems: "center",
        justifyContent: "center",
        bgcolor: colour,
        color: "#fff",
        fontSize: 13,
        lineHeight: 1,
      }}
    >
      {mark}
    </Box>
  );
}
