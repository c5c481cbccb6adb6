import type { Deed } from "../shared/deed.js";
import { fact, link } from "../shared/facts.js";

export const COVER_EMPLOYER: Deed = {
  mutation: "coverEmployer",
  record: "Coverage",
  verb: "create",
  label: "employer.cover",
  help: "employer.coverHelp",
  facts: [
    link("tradeUnion", "TradeUnion", "工会", "Trade union", { required: true }),
    fact("day", "validFrom", "起", "From", { required: true }),
  ],
  given: ({ id }) => ({ employerId: id }),
};

export const END_COVERAGE: Deed = {
  mutation: "endCoverage",
  record: "Coverage",
  verb: "amend",
  label: "employer.endCoverage",
  facts: [fact("day", "validTo", "止（不含当日）", "Until (exclusive)", { required: true })],
  given: ({ id, version }) => ({ id, version }),
};

export const SET_EMPLOYER_YEAR: Deed = {
  mutation: "setEmployerYear",
  record: "EmployerYear",
  verb: "create",
  label: "employer.setYear",
  facts: [
    fact("year", "year", "年度", "Year", { required: true }),
    fact("day", "referenceOn", "数据截止日", "As of", { required: true }),
    fact("count", "employeeCount", "职工数", "Employees", { required: true }),
    fact("count", "femaleEmployeeCount", "其中女职工", "Women"),
    fact("count", "migrantCount", "农民工", "Migrant workers"),
    fact("count", "dispatchedCount", "劳务派遣工", "Dispatched workers"),
    fact("yuan", "payrollFen", "全部职工工资总额（元）", "Payroll (yuan)"),
  ],
  given: ({ id }) => ({ employerId: id }),
};
