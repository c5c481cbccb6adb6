import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from "@mui/material";
import { useState } from "react";
import { useUpdate } from "react-admin";
import { type Conflict, disputedFacts, REASON, settled } from "./change.js";
import { type Description, resourceOf } from "./description.js";
import { FactValue } from "./FactValue.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";

interface Props {
  description: Description;
  conflict: Conflict;
  onSuccess(record: Row): void;
  onError(error: unknown): void;
  giveUp(): void;
  discard(theirs: Row): void;
}

/** Somebody else saved first: theirs and mine side by side for every field in dispute, to choose from and save again. */
export function ConflictDialog({ description, conflict, onSuccess, onError, giveUp, discard }: Props) {
  const { say, translate } = useLanguage();
  const disputed = disputedFacts(description, conflict);
  const [kept, setKept] = useState<Record<string, "theirs" | "mine">>({});
  const [update, { isPending }] = useUpdate();
  const { theirs, mine } = conflict;
  const save = () => {
    const chosen = disputed.filter(({ source }) => kept[source] !== "theirs");
    const data = { ...settled(theirs, mine, chosen), [REASON]: mine[REASON] };
    const request = { id: theirs.id, data, previousData: theirs as never };
    update(resourceOf(description.record), request, { mutationMode: "pessimistic", onSuccess, onError });
  };
  return (
    <Dialog open onClose={giveUp} maxWidth="md" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{translate("conflict.title")}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate(disputed.length > 0 ? "conflict.explain" : "conflict.same")}</DialogContentText>
        {disputed.length > 0 ? (
          <Table size="small" sx={{ mt: 2 }}>
            <TableHead>
              <TableRow>
                <TableCell>{translate("conflict.field")}</TableCell>
                <TableCell>{translate("conflict.theirs")}</TableCell>
                <TableCell>{translate("conflict.mine")}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {disputed.map((fact) => (
                <RadioGroup
                  key={fact.source}
                  aria-label={say(fact.label)}
                  value={kept[fact.source] ?? "mine"}
                  onChange={(_, side) => setKept({ ...kept, [fact.source]: side as "theirs" | "mine" })}
                  sx={{ display: "contents" }}
                >
                  <TableRow>
                    <TableCell component="th" scope="row">
                      {say(fact.label)}
                    </TableCell>
                    {([theirs, mine] as const).map((row, index) => (
                      <TableCell key={index === 0 ? "theirs" : "mine"}>
                        <FormControlLabel
                          value={index === 0 ? "theirs" : "mine"}
                          control={<Radio size="small" />}
                          label={<FactValue fact={fact} row={row} />}
                        />
                      </TableCell>
                    ))}
                  </TableRow>
                </RadioGroup>
              ))}
            </TableBody>
          </Table>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={giveUp}>{translate("ra.action.cancel")}</Button>
        <Button onClick={() => discard(theirs)}>{translate("conflict.discard")}</Button>
        <Button variant="contained" onClick={save} disabled={isPending} autoFocus>
          {translate("conflict.save")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
