import { Button, type ButtonProps, Tooltip } from "@mui/material";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";

interface Action extends Pick<ButtonProps, "size" | "variant" | "color" | "startIcon" | "onClick" | "fullWidth"> {
  /** Why it cannot be done; the button then stays reachable and tells the reason. */
  whyNot?: string | undefined;
  /** Page it leads to. */
  to?: string;
  /** Address outside the console's own pages, such as a PDF. */
  address?: string;
  children: ReactNode;
}

/** A button that is never hidden: what may not be done is greyed and says why, to the pointer, the keyboard and the screen reader. */
export function ActionButton({ whyNot, to, address, onClick, children, ...rest }: Action) {
  if (whyNot) {
    return (
      <Tooltip title={whyNot} describeChild>
        <Button
          {...rest}
          aria-disabled
          disableRipple
          onClick={(event) => event.preventDefault()}
          sx={[
            { opacity: 0.75, cursor: "not-allowed", color: "text.secondary", borderColor: "divider" },
            rest.variant === "contained" ? { backgroundColor: "action.disabledBackground" } : {},
            { "&:hover": { backgroundColor: "action.disabledBackground" } },
          ]}
        >
          {children}
        </Button>
      </Tooltip>
    );
  }
  if (to)
    return (
      <Button
        {...rest}
        component={Link}
        to={to}
        sx={rest.color === "inherit" ? { borderColor: "divider", bgcolor: "background.paper" } : {}}
      >
        {children}
      </Button>
    );
  if (address)
    return (
      <Button {...rest} component="a" href={address}>
        {children}
      </Button>
    );
  return (
    <Button {...rest} onClick={onClick}>
      {children}
    </Button>
  );
}
