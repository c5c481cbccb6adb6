import ChecklistIcon from "@mui/icons-material/Checklist";
import RuleIcon from "@mui/icons-material/Rule";
import SchoolIcon from "@mui/icons-material/School";
import { related } from "../shared/RecordShow.js";
import { room } from "../shared/room.js";
import { COURSE, ENROLMENT, TRAINING_REQUIREMENT } from "./training.facts.js";

export const courses = room(COURSE, { icon: SchoolIcon, tabs: [related("course.enrolments", ENROLMENT, "course")] });
export const enrolments = room(ENROLMENT, { icon: ChecklistIcon });
export const trainingRequirements = room(TRAINING_REQUIREMENT, { icon: RuleIcon });
