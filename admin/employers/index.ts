import BusinessIcon from "@mui/icons-material/Business";
import { related } from "../shared/RecordShow.js";
import { room } from "../shared/room.js";
import { COVERAGE, EMPLOYER, EMPLOYER_YEAR } from "./employer.facts.js";

export const employers = room(EMPLOYER, {
  icon: BusinessIcon,
  tabs: [related("employer.years", EMPLOYER_YEAR, "employer"), related("employer.coverages", COVERAGE, "employer", true)],
});
