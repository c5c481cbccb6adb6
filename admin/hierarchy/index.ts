import FlagIcon from "@mui/icons-material/Flag";
import GroupsIcon from "@mui/icons-material/Groups";
import HolidayVillageIcon from "@mui/icons-material/HolidayVillage";
import MapIcon from "@mui/icons-material/Map";
import { related } from "../shared/RecordShow.js";
import { room } from "../shared/room.js";
import { DIVISION, PARTY_COMMITTEE, TOWNSHIP_PROFILE } from "./territory.facts.js";
import { TRADE_UNION } from "./tradeUnion.facts.js";
import { UnionShow } from "./UnionShow.js";

export { Dashboard } from "./Dashboard.js";
export { TreePage } from "./TreePage.js";

export const tradeUnions = room(TRADE_UNION, { icon: GroupsIcon, show: UnionShow });
export const divisions = room(DIVISION, {
  icon: MapIcon,
  tabs: [
    related("division.children", DIVISION, "parent"),
    related("division.unions", TRADE_UNION, "territory"),
    related("division.profiles", TOWNSHIP_PROFILE, "division"),
  ],
});
export const partyCommittees = room(PARTY_COMMITTEE, { icon: FlagIcon });
export const townshipProfiles = room(TOWNSHIP_PROFILE, { icon: HolidayVillageIcon });
