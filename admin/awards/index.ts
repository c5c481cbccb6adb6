import EmojiEventsIcon from "@mui/icons-material/EmojiEvents";
import HowToVoteIcon from "@mui/icons-material/HowToVote";
import { related } from "../shared/RecordShow.js";
import { room } from "../shared/room.js";
import { AWARD, AWARD_ROUND } from "./award.facts.js";

export const awards = room(AWARD, { icon: EmojiEventsIcon });
export const awardRounds = room(AWARD_ROUND, {
  icon: HowToVoteIcon,
  tabs: [related("round.awards", AWARD, "awardRound")],
});
