import VolunteerActivismIcon from "@mui/icons-material/VolunteerActivism";
import { createElement } from "react";
import { room } from "../shared/room.js";
import { HARDSHIP_CASE } from "./hardshipCase.facts.js";
import { RevealHardship } from "./RevealHardship.js";

export const hardshipCases = room(HARDSHIP_CASE, {
  icon: VolunteerActivismIcon,
  actions: createElement(RevealHardship),
});
