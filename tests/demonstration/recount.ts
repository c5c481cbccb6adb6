import { establishmentDueOn } from "../../schema/compliance/establishment.rules.js";
import { hasFullTimeOfficer, type PostHolderFacts } from "../../schema/compliance/fullTimePosts.rules.js";
import { type Parameters, parametersOn } from "../../schema/compliance/parameters.rules.js";
import { type EmployerCategory, ruleGroupOf } from "../../schema/employers/employer.rules.js";
import { isInOffice, type OfficeFacts } from "../../schema/positions/office.rules.js";
import { addDays, covers, type LocalDate, type Period, yearOf } from "../../schema/shared/period.rules.js";
import { firstYearDueOn, firstYearState } from "../../schema/training/attendance.rules.js";
import type { Row, Tables } from "./tables.js";

const GRASSROOTS = ["GRASSROOTS_INDEPENDENT", "GRASSROOTS_JOINT"];
const WITH_ORGANS = [...GRASSROOTS, "VILLAGE_UNION", "REGIONAL_FEDERATION", "INDUSTRY_FEDERATION"];

const period = (row: Row): Period => ({
  validFrom: row.valid_from as unknown as LocalDate,
  validTo: row.valid_to as unknown as LocalDate | null,
});
const office = (row: Row): PostHolderFacts & OfficeFacts =>
  ({
    role: row.role,
    employmentMode: row.employment_mode,
    startOn: row.start_on,
    endedOn: row.ended_on,
  }) as unknown as PostHolderFacts & OfficeFacts;
const textOf = (row: Row, column: string) => row[column] as unknown as string;
const numberOf = (row: Row, column: string) => row[column] as unknown as number;
function groupBy(rows: Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
const grouped = (rows: Row[], column: string) => groupBy(rows, (row) => numberOf(row, column));

/** The same counts as the SQL function `township_facts`, made by walking the affiliations and asking the rules one by one. */
export function recount(tables: Tables, union: number, day: LocalDate): Record<string, unknown> {
  const inForce = (rows: Row[]) => rows.filter((row) => covers(period(row), day));
  const types = new Map(inForce(tables.versions).map((row) => [numberOf(row, "trade_union_id"), textOf(row, "type")]));
  const below = grouped(inForce(tables.affiliations), "parent_id");
  const scope = new Set<number>();
  const walk = (id: number) => {
    scope.add(id);
    for (const edge of below.get(id) ?? []) walk(numberOf(edge, "trade_union_id"));
  };
  walk(union);
  const inScope = (rows: Row[], column = "trade_union_id") => rows.filter((row) => scope.has(numberOf(row, column)));
  const unions = new Map(tables.unions.map((row) => [row.id as unknown as number, row]));
  const people = new Map(tables.persons.map((row) => [row.id as unknown as number, row]));
  const firms = new Map(tables.employers.map((row) => [row.id as unknown as number, row]));
  const parameters = parametersOn(day) as Parameters;
  const isInRules = (firm: Row) =>
    ["ENTERPRISE", "PUBLIC_INSTITUTION"].includes(ruleGroupOf(textOf(firm, "category") as EmployerCategory));

  const members = inScope(inForce(tables.memberships)).filter((row) => textOf(row, "status") === "ACTIVE");
  const roll = grouped(members, "trade_union_id");
  const offices = inScope(tables.positions);
  const sitting = grouped(
    offices.filter((row) => isInOffice(office(row), day)),
    "trade_union_id",
  );
  const rolesOf = (id: number) => (sitting.get(id) ?? []).map((row) => textOf(row, "role"));
  const holds = (id: number, ...roles: string[]) => rolesOf(id).some((role) => roles.includes(role));

  const coverages = inForce(tables.coverages);
  const covered = grouped(inScope(coverages), "employer_id");
  const figures = grouped(tables.years, "employer_id");
  const employees = (firm: number) =>
    (figures.get(firm) ?? [])
      .filter((row) => textOf(row, "reference_on") <= day)
      .sort((one, other) => (textOf(one, "reference_on") < textOf(other, "reference_on") ? 1 : -1))[0]
      ?.employee_count as unknown as number | undefined;
  const units = [...covered].map(([id, edges]) => {
    const posts = edges.flatMap((edge) => sitting.get(numberOf(edge, "trade_union_id")) ?? []).map(office);
    const facts = { ruleGroup: "ENTERPRISE" as const, positions: posts, asOf: day };
    return {
      firm: firms.get(id) as Row,
      employees: employees(id),
      officer: hasFullTimeOfficer(facts),
      staff: posts.some((one) => one.role === "STAFF" && one.employmentMode === "FULL_TIME"),
    };
  });
  const ruled = units.filter(({ firm, employees }) => isInRules(firm) && employees !== undefined);
  const large = ruled.filter(({ employees }) => (employees as number) >= parameters.fullTimeOfficerEmployees);
  const small = ruled.filter(({ employees }) => (employees as number) < parameters.fullTimeOfficerEmployees);

  const unionised = new Set(
    coverages
      .filter((edge) => {
        const leader = unions.get(numberOf(edge, "trade_union_id")) as Row;
        const ended = leader.dissolved_on as unknown as string | null;
        return textOf(leader, "established_on") <= day && (ended === null || ended >= day);
      })
      .map((edge) => numberOf(edge, "employer_id")),
  );
  const due = inScope(tables.employers, "keeper_id").filter((firm) => {
    const opened = firm.opened_on as unknown as string | null;
    const closed = firm.closed_on as unknown as string | null;
    return (
      isInRules(firm) &&
      opened !== null &&
      establishmentDueOn(opened, parameters) < day &&
      (closed === null || closed > day)
    );
  });

  const electing = [...scope].filter((id) => WITH_ORGANS.includes(types.get(id) as string));
  const hasWomen = (id: number) =>
    (roll.get(id) ?? []).some((row) => textOf(people.get(numberOf(row, "person_id")) as Row, "sex") === "FEMALE");
  const isRegistered = (id: number) => {
    const row = unions.get(id) as Row;
    const [from, through] = [
      row.legal_person_valid_from as unknown as string | null,
      row.legal_person_valid_through as unknown as string | null,
    ];
    return (
      from !== null &&
      through !== null &&
      from <= day &&
      day <= through &&
      (["VALID", "EXPIRED"].includes(textOf(row, "legal_person_status")) || row.dissolved_on !== null)
    );
  };
  const isLarge = (id: number) => (roll.get(id)?.length ?? 0) >= parameters.separateUnionMembers;

  const terms = [
    ...grouped(
      inScope(tables.terms).filter((row) => textOf(row, "start_on") <= day),
      "trade_union_id",
    ).values(),
  ].map((rows) => rows.reduce((one, other) => (textOf(one, "start_on") > textOf(other, "start_on") ? one : other)));
  const territory = numberOf(unions.get(union) as Row, "territory_id");
  const places = inForce(tables.divisionParents)
    .filter((row) => numberOf(row, "parent_id") === territory)
    .map((row) => numberOf(row, "division_id"));
  const reached = new Set(
    [...scope]
      .filter(
        (id) =>
          types.get(id) === "VILLAGE_UNION" ||
          (types.get(id) === "REGIONAL_FEDERATION" &&
            textOf(unions.get(id) as Row, "regional_base") === "VILLAGE_COMMUNITY"),
      )
      .map((id) => numberOf(unions.get(id) as Row, "territory_id")),
  );

  const ends = new Map(tables.courses.map((row) => [row.id as unknown as number, textOf(row, "end_on")]));
  const passed = groupBy(
    tables.enrolments.filter((row) => textOf(row, "result") === "PASSED"),
    (row) => numberOf(row, "person_id"),
  );
  const passedOn = (person: number) =>
    (passed.get(person) ?? []).map((row) => ends.get(numberOf(row, "course_id")) as string).sort();
  const chairs = offices.filter((row) => textOf(row, "role") === "CHAIR");
  const fresh = chairs.filter(
    (row) =>
      !chairs.some(
        (other) =>
          numberOf(other, "trade_union_id") === numberOf(row, "trade_union_id") &&
          numberOf(other, "person_id") === numberOf(row, "person_id") &&
          other.ended_on &&
          addDays(other.ended_on as unknown as string, 1) === textOf(row, "start_on"),
      ),
  );
  const judged = fresh.filter((row) => {
    const dueOn = firstYearDueOn(textOf(row, "start_on"));
    const ended = row.ended_on as unknown as string | null;
    return yearOf(dueOn) === yearOf(day) && dueOn <= day && (ended === null || ended >= dueOn);
  });
  const trained = judged.filter(
    (row) =>
      firstYearState(
        {
          startOn: textOf(row, "start_on"),
          passedOn: passedOn(numberOf(row, "person_id")).find((end) => end >= textOf(row, "start_on")),
        },
        day,
      ) === "IN_TIME",
  );
  const cadres = [...new Set([...sitting.values()].flat().map((row) => numberOf(row, "person_id")))];

  const firmChairs = [...scope]
    .filter(
      (id) =>
        GRASSROOTS.includes(types.get(id) as string) &&
        inScope(coverages).some((edge) => {
          const firm = firms.get(numberOf(edge, "employer_id")) as Row;
          return numberOf(edge, "trade_union_id") === id && isInRules(firm) && (firm.non_public as unknown as boolean);
        }),
    )
    .flatMap((id) => (sitting.get(id) ?? []).filter((row) => textOf(row, "role") === "CHAIR"));

  const own = sitting.get(union) ?? [];
  const chair = own.find((row) => textOf(row, "role") === "CHAIR");
  const founded = tables.versions
    .filter((row) => numberOf(row, "trade_union_id") === union)
    .map((row) => textOf(row, "valid_from"))
    .sort()[0] as string;
  let vacant = 0;
  for (let at = [`${yearOf(day)}-01-01`, founded].sort()[1] as string; at <= day; at = addDays(at, 1))
    if (!chairs.some((row) => numberOf(row, "trade_union_id") === union && isInOffice(office(row), at))) vacant += 1;
  const profile = tables.profiles
    .filter((row) => numberOf(row, "division_id") === territory && textOf(row, "reference_on") <= day)
    .sort((one, other) => (textOf(one, "reference_on") < textOf(other, "reference_on") ? 1 : -1))[0];

  return {
    cutoffOn: day,
    townshipForm: (types.get(union) as string).replace("TOWNSHIP_", ""),
    chair: chair
      ? {
          employmentMode: chair.employment_mode,
          isPartyCommitteeMember: chair.is_party_committee_member,
          treatmentRank: chair.treatment_rank,
        }
      : null,
    fullTimeViceChairRanks: own
      .filter((row) => textOf(row, "role").endsWith("VICE_CHAIR") && textOf(row, "employment_mode") === "FULL_TIME")
      .map((row) => row.treatment_rank),
    chairVacantDays: vacant,
    enterpriseCount: profile?.enterprise_count ?? null,
    secondaryTertiaryEmployees: profile?.secondary_tertiary_employees ?? null,
    dueEmployers: due.length,
    unionisedEmployers: due.filter((firm) => unionised.has(firm.id as unknown as number)).length,
    members: members.length,
    employees: units.reduce((sum, one) => sum + (one.employees ?? 0), 0),
    listedPlaces: places.length,
    coveredPlaces: places.filter((place) => reached.has(place)).length,
    unionsWithTerm: terms.length,
    unionsWithinTerm: terms.filter((row) => textOf(row, "term_end_on") >= day).length,
    unions: electing.length,
    unionsWithBothOrgans: electing.filter(
      (id) => holds(id, "AUDIT_CHAIR", "AUDIT_MEMBER") && (!hasWomen(id) || holds(id, "WOMEN_CHAIR", "WOMEN_MEMBER")),
    ).length,
    registeredUnions: electing.filter(isRegistered).length,
    largeUnions: electing.filter(isLarge).length,
    registeredLargeUnions: electing.filter((id) => isLarge(id) && isRegistered(id)).length,
    largeUnits: large.length,
    compliantLargeUnits: large.filter(({ officer }) => officer).length,
    smallUnits: small.length,
    compliantSmallUnits: small.filter(({ officer, staff }) => officer || staff).length,
    newChairs: judged.length,
    newChairsTrained: trained.length,
    cadres: cadres.length,
    cadresTrained: cadres.filter((person) => passedOn(person).some((end) => yearOf(end) === yearOf(day) && end <= day))
      .length,
    nonPublicChairs: firmChairs.length,
    directlyElectedChairs: firmChairs.filter((row) => textOf(row, "election_method") === "DIRECT").length,
  };
}
