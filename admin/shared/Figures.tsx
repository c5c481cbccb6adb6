import { Box, Typography } from "@mui/material";
import { Link } from "react-router-dom";
import { countText } from "./display.js";

export interface Figure {
  label: string;
  /** Nothing where none of it is known. */
  value: number | null | undefined;
  /** The list the number counts. */
  to?: string;
}

/** A row of numbers, each with its name and, where there is one, the list behind it. */
export function Figures({ figures, large }: { figures: Figure[]; large?: boolean }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: "grid",
        gridTemplateColumns: {
          xs: figures.length === 3 ? "repeat(3, minmax(0, 1fr))" : "repeat(2, minmax(0, 1fr))",
          md: `repeat(${figures.length}, minmax(0, 1fr))`,
        },
        border: 1,
        borderColor: "divider",
        borderRadius: 1,
        bgcolor: "background.paper",
        overflow: "hidden",
      }}
    >
      {figures.map(({ label, value, to }) => (
        <Box
          key={label}
          sx={{
            p: large ? 2 : 1.5,
            borderRight: 1,
            borderBottom: 1,
            borderColor: "divider",
            mr: "-1px",
            mb: "-1px",
            display: "flex",
            flexDirection: "column",
          }}
        >
          <Typography component="dt" variant="body2" color="textSecondary">
            {label}
          </Typography>
          <Typography
            component="dd"
            sx={{
              m: 0,
              fontSize: large ? 28 : 20,
              fontWeight: 600,
              fontVariantNumeric: "tabular-nums",
              lineHeight: 1.3,
            }}
          >
            {value === undefined || value === null ? (
              "—"
            ) : to ? (
              <Box
                component={Link}
                to={to}
                sx={{ color: "inherit", textDecoration: "none", "&:hover": { textDecoration: "underline" } }}
              >
                {countText(value)}
              </Box>
            ) : (
              countText(value)
            )}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
