import AddIcon from "@mui/icons-material/Add";
import { DeedButton } from "../shared/DeedButton.js";
import { RelatedList } from "../shared/RelatedList.js";
import { COVER_EMPLOYER, END_COVERAGE, SET_EMPLOYER_YEAR } from "./employer.deeds.js";
import { COVERAGE, EMPLOYER_YEAR } from "./employer.facts.js";

/** The figures of an employer by year. */
export const EmployerYears = () => (
  <RelatedList
    description={EMPLOYER_YEAR}
    target="employer"
    actions={<DeedButton deed={SET_EMPLOYER_YEAR} icon={<AddIcon />} />}
  />
);

/** The unions that cover an employer, now and before. */
export const EmployerCoverage = () => (
  <RelatedList
    description={COVERAGE}
    target="employer"
    history
    actions={<DeedButton deed={COVER_EMPLOYER} icon={<AddIcon />} />}
    rowAction={(row) => (row.validTo ? null : <DeedButton deed={END_COVERAGE} />)}
  />
);
