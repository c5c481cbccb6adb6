import EmojiEventsIcon from "@mui/icons-material/EmojiEvents";
import HowToVoteIcon from "@mui/icons-material/HowToVote";
import { attachmentsOf } from "../documents/Attachments.js";
import { related } from "../shared/RecordShow.js";
import { room } from "../shared/room.js";
import { AWARD, AWARD_ROUND } from "./award.facts.js";

export const awards = room(AWARD, { icon: EmojiEventsIcon, tabs: [attachmentsOf("award")] });
export const awardRounds = room(AWARD_ROUND, {
  icon: HowToVoteIcon,
  tabs: [related("round.awards", AWARD, "awardRound")],
});
