import AddIcon from "@mui/icons-material/Add";
import { Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useRecordContext } from "react-admin";
import { DeedButton } from "../shared/DeedButton.js";
import { countText, dayText } from "../shared/display.js";
import { useLanguage } from "../shared/language.js";
import { Nothing } from "../shared/Nothing.js";
import { RelatedList } from "../shared/RelatedList.js";
import { DISABLE_ACCOUNT, GRANT_ROLE, REVOKE_GRANT, SET_PASSWORD } from "./account.deeds.js";
import { ROLE_GRANT } from "./account.facts.js";

/** What can happen to an account. */
export const AccountDeeds = () => (
  <>
    <DeedButton deed={SET_PASSWORD} />
    <DeedButton deed={DISABLE_ACCOUNT} />
  </>
);

/** The grants of an account, past and present. */
export const AccountGrants = () => (
  <RelatedList
    description={ROLE_GRANT}
    target="account"
    history
    actions={<DeedButton deed={GRANT_ROLE} icon={<AddIcon />} />}
    rowAction={(row) => (row.revokedAt ? null : <DeedButton deed={REVOKE_GRANT} />)}
  />
);

/** Calls of a token, day by day. */
export function TokenUses() {
  const row = useRecordContext<{ id: string; uses?: { usedOn: string; calls: number }[] }>();
  const { language, translate } = useLanguage();
  if (!row?.uses?.length) return <Nothing />;
  return (
    <Table size="small" sx={{ maxWidth: 360 }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate("account.usedOn")}</TableCell>
          <TableCell align="right">{translate("account.calls")}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {row.uses.map(({ usedOn, calls }) => (
          <TableRow key={usedOn}>
            <TableCell>{dayText(usedOn, language)}</TableCell>
            <TableCell align="right">{countText(calls)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
