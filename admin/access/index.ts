import ManageAccountsIcon from "@mui/icons-material/ManageAccounts";
import { related } from "../shared/RecordShow.js";
import { room } from "../shared/room.js";
import { ACCOUNT, ROLE_GRANT } from "./account.facts.js";

export const accounts = room(ACCOUNT, {
  icon: ManageAccountsIcon,
  tabs: [related("account.grants", ROLE_GRANT, "account", true)],
});
