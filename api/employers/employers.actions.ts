import { Coverage, Employer } from "../../schema/employers/employer.entity.js";
import type {
  CoverEmployerInput,
  CreateEmployerInput,
  EndCoverageInput,
  SetEmployerYearInput,
  UpdateEmployerInput,
} from "../../schema/employers/employer.input.js";
import { nonPublicByDefault } from "../../schema/employers/employer.rules.js";
import { EmployerYear } from "../../schema/employers/employerYear.entity.js";
import { normaliseUscc, whyNotUscc } from "../../schema/employers/uscc.rules.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { refuse } from "../shared/refuse.js";
import { searchText } from "../shared/searchText.js";

/** An employer enters the file of a union. */
export async function createEmployer(act: Act, input: CreateEmployerInput): Promise<Employer> {
  const employer = await act.fill(new Employer(), input);
  if (employer.keeper) act.actor.must("create:employer", employer.keeper.getEntity());
  employer.nonPublic ??= nonPublicByDefault(input.category);
  await examine(act, employer);
  act.em.persist(employer);
  return employer;
}

/** What is on file about an employer is put right; another union may take over the file. */
export async function updateEmployer(act: Act, input: UpdateEmployerInput): Promise<Employer> {
  const employer = await act.load(Employer, input, ["keeper"]);
  act.actor.must("amend:employer", employer.keeper.getEntity());
  if (input.closedOn !== undefined) act.actor.must("close:employer", employer.keeper.getEntity());
  await act.fill(employer, input);
  act.actor.must("amend:employer", employer.keeper.getEntity());
  await examine(act, employer);
  return employer;
}

async function examine({ note, settle, ask }: Act, employer: Employer): Promise<void> {
  if (employer.uscc) {
    employer.uscc = normaliseUscc(employer.uscc);
    note(whyNotUscc(employer.uscc, ["uscc"]));
    const [holder] = await ask<{ name: string | null }>("select holder_of_uscc('employer', $1, $2::integer) as name", [
      employer.uscc,
      employer.id ?? 0,
    ]);
    if (holder?.name)
      note(
        refusal(
          "NOT_UNIQUE",
          {
            field: { zh: "统一社会信用代码", en: "Unified social credit code" },
            value: employer.uscc,
            holder: holder.name,
          },
          ["uscc"],
        ),
      );
  }
  if (employer.openedOn && employer.closedOn && employer.closedOn < employer.openedOn)
    note(refusal("OUT_OF_RANGE", { least: employer.openedOn }, ["closedOn"]));
  if (employer.openedOn && !employer.openedOnKind)
    note(refusal("REQUIRED", { field: { zh: "日期种类", en: "Kind of date" } }, ["openedOnKind"]));
  settle();
  employer.searchText = searchText(employer.name, [employer.uscc]);
}

/** The figures of a year are reported, or put right. */
export async function setEmployerYear(act: Act, input: SetEmployerYearInput): Promise<EmployerYear> {
  const employer = await act.refer(Employer, input.employerId, "employerId", "", ["keeper"]);
  act.settle();
  act.actor.must("amend:employer-year", employer?.keeper.getEntity());
  const known = await act.em.findOne(EmployerYear, { employer: employer as Employer, year: input.year });
  if ((known?.version ?? null) !== (input.version ?? null)) refuse("CONFLICT", { version: known?.version });
  const figures = await act.fill(known ?? new EmployerYear(), input, ["version"]);
  for (const part of ["femaleEmployeeCount", "migrantCount"] as const)
    if ((figures[part] ?? 0) > figures.employeeCount)
      act.note(refusal("OUT_OF_RANGE", { most: figures.employeeCount }, [part]));
  if (!known) act.em.persist(figures);
  return figures;
}

/** A union comes to cover an employer. */
export async function coverEmployer(act: Act, input: CoverEmployerInput): Promise<Coverage> {
  const coverage = await act.fill(new Coverage(), input);
  act.settle();
  const union = coverage.tradeUnion.getEntity();
  act.actor.must("create:coverage", union);
  if (input.validFrom < union.establishedOn)
    act.note(refusal("OUT_OF_RANGE", { least: union.establishedOn }, ["validFrom"]));
  act.em.persist(coverage);
  return coverage;
}

/** A coverage ends; what it was stays on record. */
export async function endCoverage(act: Act, input: EndCoverageInput): Promise<Coverage> {
  const coverage = await act.load(Coverage, input, ["tradeUnion"]);
  act.actor.must("amend:coverage", coverage.tradeUnion.getEntity());
  if (input.validTo <= coverage.validFrom) refuse("OUT_OF_RANGE", { least: coverage.validFrom }, ["validTo"]);
  coverage.validTo = input.validTo;
  return coverage;
}
