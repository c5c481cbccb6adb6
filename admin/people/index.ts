import BadgeIcon from "@mui/icons-material/Badge";
import PersonIcon from "@mui/icons-material/Person";
import { createElement } from "react";
import { AWARD } from "../awards/award.facts.js";
import { POSITION } from "../positions/position.facts.js";
import { related } from "../shared/RecordShow.js";
import { room } from "../shared/room.js";
import { ENROLMENT } from "../training/training.facts.js";
import { MEMBERSHIP, PERSON } from "./person.facts.js";
import { RevealButtons } from "./RevealButtons.js";

export const persons = room(PERSON, {
  icon: PersonIcon,
  actions: createElement(RevealButtons),
  tabs: [
    related("person.memberships", MEMBERSHIP, "person", true),
    related("person.positions", POSITION, "person", true),
    related("person.enrolments", ENROLMENT, "person"),
    related("person.awards", AWARD, "person"),
  ],
});
export const memberships = room(MEMBERSHIP, { icon: BadgeIcon });
