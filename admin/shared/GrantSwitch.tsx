import SwitchAccountIcon from "@mui/icons-material/SwitchAccount";
import { IconButton, ListItemText, Menu, MenuItem, Tooltip } from "@mui/material";
import { useState } from "react";
import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { session } from "./console.js";
import { dayText } from "./display.js";
import { useLanguage } from "./language.js";
import type { OwnGrant } from "./session.js";
import { useTrouble } from "./useTrouble.js";
import { useViewer } from "./viewer.js";

/** Chooses among one's own grants; shown to those who have more than one. The console starts anew, as everything it holds was seen by the other. */
export function GrantSwitch() {
  const viewer = useViewer();
  const { language, translate } = useLanguage();
  const tell = useTrouble();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!viewer || viewer.grants.length < 2) return null;
  const choose = async ({ id, inUse }: OwnGrant) => {
    setAnchor(null);
    if (inUse) return;
    try {
      await session.switchGrant(id);
      window.location.assign("/");
    } catch (error) {
      tell(error);
    }
  };
  return (
    <>
      <Tooltip title={translate("own.switch")}>
        <IconButton
          color="inherit"
          aria-label={translate("own.switch")}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <SwitchAccountIcon />
        </IconButton>
      </Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {viewer.grants.map((grant) => (
          <MenuItem key={grant.id} selected={grant.inUse} onClick={() => choose(grant)}>
            <ListItemText
              primary={grant.scope?.name ?? translate("own.whole")}
              secondary={[
                ROLE_NAMES[grant.role]?.[language] ?? grant.role,
                grant.validThrough ? translate("own.until", { day: dayText(grant.validThrough, language) }) : "",
              ]
                .filter(Boolean)
                .join(" · ")}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
