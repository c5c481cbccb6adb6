import { Position, Term } from "../../schema/positions/position.entity.js";
import { CreatePositionInput, UpdatePositionInput } from "../../schema/positions/position.input.js";
import { CreateTermInput, UpdateTermInput } from "../../schema/positions/term.input.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { createPosition, createTerm, updatePosition, updateTerm } from "./positions.actions.js";

export const PositionsDesk = deeds({
  createPosition: deed(Position, CreatePositionInput, "create:position", createPosition, "任职。Appoints a person."),
  updatePosition: deed(
    Position,
    UpdatePositionInput,
    "amend:position",
    updatePosition,
    "修改任职或办理离任。Amends or ends an appointment.",
  ),
  createTerm: deed(Term, CreateTermInput, "create:term", createTerm, "登记届次。Records a term."),
  updateTerm: deed(Term, UpdateTermInput, "amend:term", updateTerm, "修改届次。Amends a term."),
});
