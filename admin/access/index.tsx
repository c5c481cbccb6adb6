import AddIcon from "@mui/icons-material/Add";
import KeyIcon from "@mui/icons-material/Key";
import ManageAccountsIcon from "@mui/icons-material/ManageAccounts";
import { DeedButton } from "../shared/DeedButton.js";
import { RecordList } from "../shared/RecordList.js";
import { room } from "../shared/room.js";
import { AccountDeeds, AccountGrants, TokenUses } from "./AccountTabs.js";
import { CREATE_ACCOUNT, CREATE_TOKEN, REVOKE_TOKEN } from "./account.deeds.js";
import { ACCOUNT, API_TOKEN } from "./account.facts.js";

export { OwnAccount } from "./OwnAccount.js";

export const accounts = room(ACCOUNT, {
  icon: ManageAccountsIcon,
  list: () => <RecordList description={ACCOUNT} actions={<DeedButton deed={CREATE_ACCOUNT} icon={<AddIcon />} />} />,
  tabs: [{ label: "account.grants", path: "roleGrants", content: <AccountGrants /> }],
  actions: <AccountDeeds />,
});

export const apiTokens = room(API_TOKEN, {
  icon: KeyIcon,
  list: () => <RecordList description={API_TOKEN} actions={<DeedButton deed={CREATE_TOKEN} icon={<AddIcon />} />} />,
  tabs: [{ label: "account.uses", path: "uses", content: <TokenUses /> }],
  actions: <DeedButton deed={REVOKE_TOKEN} />,
});
