import EventRepeatIcon from "@mui/icons-material/EventRepeat";
import WorkIcon from "@mui/icons-material/Work";
import { room } from "../shared/room.js";
import { POSITION, TERM } from "./position.facts.js";

export const positions = room(POSITION, { icon: WorkIcon });
export const terms = room(TERM, { icon: EventRepeatIcon });
