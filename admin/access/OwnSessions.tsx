import { Button, Chip, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from "@mui/material";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDataProvider, useNotify } from "react-admin";
import type { Ask } from "../shared/ask.js";
import { instantText } from "../shared/display.js";
import { useLanguage } from "../shared/language.js";
import { REVOKE_SESSION, SESSIONS } from "../shared/operations.js";
import { useTrouble } from "../shared/useTrouble.js";

interface OwnSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  address: string | null;
  agent: string | null;
  current: boolean;
}

/** One's own sessions, each of which can be ended. */
export function OwnSessions() {
  const { ask } = useDataProvider() as unknown as { ask: Ask };
  const { language, translate } = useLanguage();
  const notify = useNotify();
  const tell = useTrouble();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ["sessions"], queryFn: () => ask<{ sessions: OwnSession[] }>(SESSIONS) });
  const end = (id?: string) =>
    ask(REVOKE_SESSION, { input: id ? { id } : {} }).then(() => {
      notify("own.ended", { type: "success" });
      return queries.invalidateQueries({ queryKey: ["sessions"] });
    }, tell);
  const sessions = data?.sessions ?? [];
  return (
    <>
      <TableContainer>
        <Table size="small">
          <TableHead>
            <TableRow>
              {["signedInAt", "lastSeenAt", "address", "agent"].map((name) => (
                <TableCell key={name}>{translate(`own.${name}`)}</TableCell>
              ))}
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {sessions.map(({ id, createdAt, lastSeenAt, address, agent, current }) => (
              <TableRow key={id}>
                <TableCell>{instantText(createdAt, language)}</TableCell>
                <TableCell>{instantText(lastSeenAt, language)}</TableCell>
                <TableCell>{address ?? "—"}</TableCell>
                <TableCell
                  sx={{ maxWidth: 320, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
                  title={agent ?? ""}
                >
                  {agent ?? "—"}
                </TableCell>
                <TableCell align="right">
                  {current ? (
                    <Chip size="small" label={translate("own.here")} />
                  ) : (
                    <Button size="small" onClick={() => end(id)}>
                      {translate("own.end")}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {sessions.length > 1 ? (
        <Button sx={{ mt: 1 }} onClick={() => end()}>
          {translate("own.endOthers")}
        </Button>
      ) : null}
    </>
  );
}
