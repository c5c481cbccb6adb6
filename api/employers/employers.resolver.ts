import { Coverage, Employer } from "../../schema/employers/employer.entity.js";
import {
  CoverEmployerInput,
  CreateEmployerInput,
  EndCoverageInput,
  SetEmployerYearInput,
  UpdateEmployerInput,
} from "../../schema/employers/employer.input.js";
import { EmployerYear } from "../../schema/employers/employerYear.entity.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { coverEmployer, createEmployer, endCoverage, setEmployerYear, updateEmployer } from "./employers.actions.js";

export const EmployersDesk = deeds({
  createEmployer: deed(
    Employer,
    CreateEmployerInput,
    "create:employer",
    createEmployer,
    "登记用人单位。Registers an employer.",
  ),
  updateEmployer: deed(
    Employer,
    UpdateEmployerInput,
    "amend:employer",
    updateEmployer,
    "修改用人单位。Amends an employer.",
  ),
  setEmployerYear: deed(
    EmployerYear,
    SetEmployerYearInput,
    "amend:employer-year",
    setEmployerYear,
    "填报单位年度数据。Reports the yearly figures of an employer.",
  ),
  coverEmployer: deed(
    Coverage,
    CoverEmployerInput,
    "create:coverage",
    coverEmployer,
    "工会覆盖单位。A union comes to cover an employer.",
  ),
  endCoverage: deed(Coverage, EndCoverageInput, "amend:coverage", endCoverage, "结束覆盖。Ends a coverage."),
});
