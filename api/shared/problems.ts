import { type Refusal, type RefusalCode, refusal } from "../../schema/shared/refusal.rules.js";

interface DatabaseProblem {
  code?: string;
  constraint?: string;
  name?: string;
  cause?: unknown;
  previous?: unknown;
  driverException?: unknown;
  errors?: unknown;
}
type Answer = [RefusalCode, string[]?, { zh: string; en: string }?];

/** What the database itself refuses, by the name of its constraint: it holds for any writer and wins every race. */
const BY_CONSTRAINT: Record<string, Answer> = {
  one_superior_at_a_time: ["EDGE_OVERLAP", ["effectiveOn"]],
  not_its_own_superior: ["HIERARCHY_CYCLE", ["superiorId"]],
  one_version_at_a_time: ["CONFLICT"],
  one_union_per_code: ["NOT_UNIQUE", ["code"]],
  one_chair_at_a_time: ["TERM_OVERLAP", ["startOn"]],
  one_holder_once: ["TERM_OVERLAP", ["startOn"]],
  one_active_membership: [
    "NEEDS_REVIEW",
    ["personId"],
    {
      zh: "此人该期间已有在籍会籍，请由共同的上级工会核实后办理转接。",
      en: "This person already has an active membership at that time. The union above both has to review it.",
    },
  ],
  one_open_case: [
    "NEEDS_REVIEW",
    ["personId"],
    {
      zh: "此人该期间已有困难职工档案，请由共同的上级工会核实后办理。",
      en: "This person already has a hardship case at that time. The union above both has to review it.",
    },
  ],
  covered_once: [
    "EDGE_OVERLAP",
    ["employerId"],
    { zh: "该单位在此期间已由本工会覆盖。", en: "The union already covers this employer at that time." },
  ],
  account_username_key_key: ["NOT_UNIQUE", ["username"]],
  one_grant_at_a_time: [
    "EDGE_OVERLAP",
    ["accountId"],
    {
      zh: "该账号在此期间已有同一范围的这一角色。",
      en: "The account already holds this role over this union at that time.",
    },
  ],
  employer_uscc_key: ["NOT_UNIQUE", ["uscc"]],
  person_resident_id_bidx_key: ["NEEDS_REVIEW", ["residentId"]],
  employer_year_employer_id_year_key: ["CONFLICT"],
  course_code_key: ["NOT_UNIQUE", ["code"]],
  enrolment_person_id_course_id_key: [
    "NOT_UNIQUE",
    ["personId"],
    { zh: "此人已在该培训班名单中。", en: "This person is already enrolled in the course." },
  ],
  term_trade_union_id_term_number_key: [
    "NOT_UNIQUE",
    ["termNumber"],
    { zh: "该工会已有此届次。", en: "The union already has a term of this number." },
  ],
  award_round_level_year_name_key: [
    "NOT_UNIQUE",
    ["name"],
    { zh: "同级同年已有同名评选。", en: "A round of this name, level and year exists." },
  ],
  assessment_trade_union_id_scheme_id_year_key: [
    "NOT_UNIQUE",
    ["year"],
    { zh: "该工会此年度的考核已建立。", en: "The assessment of this union and year exists." },
  ],
  township_profile_division_id_year_key: [
    "NOT_UNIQUE",
    ["year"],
    { zh: "该区划此年度的概况已有记录。", en: "The profile of this division and year exists." },
  ],
};

/** And by its error code, where no constraint is named above. */
const BY_CODE: Record<string, Answer> = {
  GH002: ["CONFLICT"],
  GH010: ["HIERARCHY_CYCLE", ["superiorId"]],
  GH011: ["SUPERIOR_NOT_IN_FORCE", ["superiorId"]],
  GH020: ["OUT_OF_RANGE", ["attendedHours"]],
  "23P01": ["EDGE_OVERLAP"],
  "23505": ["NOT_UNIQUE"],
  "23514": ["OUT_OF_RANGE"],
  "40001": ["CONFLICT"],
  "40P01": ["CONFLICT"],
};

const codeOf = (error: unknown) => (error as DatabaseProblem | undefined)?.code;

/** A clash of two transactions that passes when one of them is tried again. */
export const isPassing = (error: unknown) => ["40P01", "40001", "55P03"].includes(codeOf(error) ?? "");

/** The database is away, full or too busy for now: neither the caller's fault nor a bug. */
const AWAY = ["55P03", "57014", "57P01", "57P02", "57P03", "53300", "ECONNREFUSED", "ECONNRESET", "ENOENT"];
/** What pg says when no connection came free in time; it gives it no code. */
const NO_CONNECTION = "timeout exceeded when trying to connect";
export const isAway = (error: unknown) =>
  AWAY.includes(codeOf(error) ?? "") || (error instanceof Error && error.message.includes(NO_CONNECTION));

/** The refusal that stands for an error of the database; undefined when it is nobody's fault but ours. */
export function asRefusal(error: unknown): Refusal | undefined {
  const { code, constraint, name } = error as DatabaseProblem;
  if (name === "OptimisticLockError") return refusal("CONFLICT", {}, []);
  const answer = (constraint ? BY_CONSTRAINT[constraint] : undefined) ?? (code ? BY_CODE[code] : undefined);
  if (!answer) return undefined;
  const [refused, path = [], reason] = answer;
  return refusal(refused, reason ? { reason } : {}, path);
}
