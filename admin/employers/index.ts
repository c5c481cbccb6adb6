import BusinessIcon from "@mui/icons-material/Business";
import { createElement } from "react";
import { resourceOf } from "../shared/description.js";
import { room } from "../shared/room.js";
import { EmployerCoverage, EmployerYears } from "./EmployerTabs.js";
import { COVERAGE, EMPLOYER, EMPLOYER_YEAR } from "./employer.facts.js";

export const employers = room(EMPLOYER, {
  icon: BusinessIcon,
  tabs: [
    { label: "employer.years", path: resourceOf(EMPLOYER_YEAR.record), content: createElement(EmployerYears) },
    { label: "employer.coverages", path: resourceOf(COVERAGE.record), content: createElement(EmployerCoverage) },
  ],
});
