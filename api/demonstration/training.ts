import { addDays, addYears, type LocalDate } from "../../schema/shared/period.rules.js";
import type { CourseCategory, CourseLevel, CourseMode } from "../../schema/training/training.rules.js";
import type { Chance } from "./chance.js";
import { type City, chanceFor, type Township, type Union } from "./city.js";
import type { Office } from "./officeRoll.js";
import { Sheet } from "./sheet.js";

const YEARS = [2021, 2022, 2023, 2024, 2025, 2026];
/** How much of the usual training was held in a year: fewer classes at first, and 2026 is not over. */
const SHARE: Record<number, number> = { 2021: 0.2, 2022: 0.22, 2023: 0.34, 2024: 0.92, 2025: 1, 2026: 0.72 };
const DOCUMENT = "绍总工〔2021〕18号";

interface Course {
  id: number;
  organiser: Union;
  endOn: LocalDate;
  hours: number;
  isForNewChairs: boolean;
}

/** Courses of six years, and who of those in office attended them. */
export class Training {
  readonly courses = new Sheet("course", {
    id: "integer",
    code: "text",
    name: "text",
    category: "text",
    level: "text",
    mode: "text",
    organiser_id: "integer",
    start_on: "date",
    end_on: "date",
    hours: "integer",
    location: "text",
    budget_fen: "bigint",
  });
  readonly enrolments = new Sheet("enrolment", {
    person_id: "integer",
    course_id: "integer",
    attended_hours: "integer",
    result: "text",
    score: "integer",
    certificate_no: "text",
    issued_on: "date",
    valid_through: "date",
  });
  readonly requirements = new Sheet("training_requirement", {
    role: "text",
    hours_per_year: "integer",
    first_year: "boolean",
    document_no: "text",
    valid_from: "date",
  });
  private readonly taken = new Set<number>();
  private readonly held = new Map<string, Course[]>();

  constructor(
    private readonly city: City,
    private readonly offices: Office[],
  ) {}

  fill(): void {
    this.require();
    const { city } = this;
    for (const year of YEARS) {
      for (const name of ["工会主席上岗资格培训班", "工会经费审查业务培训班", "女职工工作专题培训班"])
        for (const half of [1, 2])
          this.hold(
            city.municipal,
            year,
            name,
            name.includes("上岗") ? "QUALIFICATION" : "SPECIAL_TOPIC",
            "MUNICIPAL",
            half,
          );
      for (const county of new Set(city.counties.values()))
        for (const half of [1, 2]) {
          this.hold(county, year, "新任工会主席上岗资格培训班", "QUALIFICATION", "COUNTY", half);
          this.hold(county, year, "工会干部网络学习班", "ONLINE", "COUNTY", half);
        }
      for (const { union } of city.townships)
        this.hold(union, year, "工会干部轮训班", "ROTATION", "TOWNSHIP", 1 + (union.id % 2));
    }
    this.trainNewChairs();
    for (const year of YEARS) this.trainThoseInOffice(year);
  }

  private require(): void {
    const rows: [string, number | null, boolean][] = [
      ["CHAIR", 90, true],
      ["EXECUTIVE_VICE_CHAIR", 90, true],
      ["VICE_CHAIR", 90, false],
      ["AUDIT_CHAIR", 24, false],
      ["WOMEN_CHAIR", 24, false],
      ["STAFF", 90, false],
      ["PROFESSIONAL_UNION_WORKER", 90, true],
    ];
    for (const [role, hours, first] of rows)
      this.requirements.add({
        role,
        hours_per_year: hours,
        first_year: first,
        document_no: DOCUMENT,
        valid_from: "2021-03-01",
      });
  }

  private hold(
    organiser: Union,
    year: number,
    name: string,
    category: CourseCategory,
    level: CourseLevel,
    half: number,
  ): void {
    const chance = chanceFor(`course ${organiser.code} ${year} ${name} ${half}`);
    const startOn = chance.day(
      `${year}-${half === 1 ? "03-01" : "07-10"}`,
      `${year}-${half === 1 ? "06-10" : "10-10"}`,
    );
    if (organiser.establishedOn > startOn) return;
    const days = category === "ONLINE" ? 28 : category === "ROTATION" ? 2 : 3;
    const hours = category === "ONLINE" ? 16 : days * 8;
    const mode: CourseMode =
      category === "ONLINE" ? "ONLINE" : category === "ROTATION" ? "FACE_TO_FACE" : "OFF_THE_JOB";
    const id = this.courses.count + 1;
    const endOn = addDays(startOn, days - 1);
    const place = organiser.words[0] as string;
    this.courses.add({
      id,
      code: `${organiser.code}-PX${year}${String(id).padStart(4, "0")}`,
      name: `${year}年${place}${name}${level === "TOWNSHIP" ? "" : `（第${half === 1 ? "一" : "二"}期）`}`,
      category,
      level,
      mode,
      organiser_id: organiser.id,
      start_on: startOn,
      end_on: endOn,
      hours,
      location: category === "ONLINE" ? "网络平台" : level === "TOWNSHIP" ? `${place}文化礼堂` : `${place}职工活动中心`,
      budget_fen: String(chance.whole(8, 60) * 100_000),
    });
    const key = `${organiser.id} ${year}`;
    this.held.set(key, [
      ...(this.held.get(key) ?? []),
      { id, organiser, endOn, hours, isForNewChairs: category === "QUALIFICATION" },
    ]);
  }

  /** A chair new in the union goes to the county's class, in the first year as a rule. */
  private trainNewChairs(): void {
    const before = new Set(
      this.offices
        .filter(({ role }) => role === "CHAIR")
        .map(({ union, holder, endedOn }) => `${union.id} ${holder.id} ${endedOn}`),
    );
    for (const { union, holder, role, from } of this.offices) {
      if (role !== "CHAIR" || from < "2020-03-01" || before.has(`${union.id} ${holder.id} ${addDays(from, -1)}`))
        continue;
      const chance = chanceFor(`new chair ${union.code} ${from}`);
      if (!chance.holds(52 + quality(union) * 0.52)) continue;
      const organiser = this.countyOf(union);
      const classes = YEARS.flatMap((year) => this.held.get(`${organiser.id} ${year}`) ?? []).filter(
        (course) => course.isForNewChairs && course.endOn > from,
      );
      const isLate = chance.holds(9);
      const course = classes.find(({ endOn }) => (isLate ? endOn > addYears(from, 1) : endOn <= addYears(from, 1)));
      if (course) this.enrol(holder.id, course, chance, true);
    }
  }

  private trainThoseInOffice(year: number): void {
    const day = `${year}-10-20`;
    const seen = new Set<number>();
    for (const { union, holder, from, endedOn } of this.offices) {
      if (from > day || (endedOn && endedOn < day) || seen.has(holder.id)) continue;
      seen.add(holder.id);
      const chance = chanceFor(`training ${holder.id} ${year}`);
      if (!chance.holds((34 + quality(union) * 0.6) * (SHARE[year] ?? 0))) continue;
      const { township } = union;
      const near = township ? this.held.get(`${township.union.id} ${year}`) : undefined;
      const far = this.held.get(`${this.countyOf(union).id} ${year}`)?.filter((course) => !course.isForNewChairs);
      const course = chance.holds(78) ? (near?.[0] ?? far?.[0]) : far?.[chance.whole(0, 1)];
      if (course) this.enrol(holder.id, course, chance, false);
    }
  }

  private countyOf(union: Union): Union {
    const { township } = union as { township?: Township };
    return (township && this.city.counties.get(township.countyKey)) ?? this.city.municipal;
  }

  private enrol(person: number, course: Course, chance: Chance, isKeen: boolean): void {
    const key = person * 10_000 + course.id;
    if (this.taken.has(key)) return;
    this.taken.add(key);
    const result = chance.weighted([
      ["PASSED", isKeen ? 96 : 92],
      ["FAILED", 3],
      ["ABSENT", 4],
    ] as const);
    const passed = result === "PASSED";
    const hasCertificate = passed && course.isForNewChairs;
    this.enrolments.add({
      person_id: person,
      course_id: course.id,
      attended_hours: result === "ABSENT" ? 0 : passed ? course.hours : Math.floor(course.hours / 2),
      result,
      score: result === "ABSENT" ? null : passed ? chance.whole(66, 99) : chance.whole(30, 58),
      certificate_no: hasCertificate
        ? `SX${course.endOn.slice(0, 4)}${String(this.enrolments.count + 1).padStart(6, "0")}`
        : null,
      issued_on: hasCertificate ? addDays(course.endOn, 10) : null,
      valid_through: hasCertificate ? addDays(addYears(course.endOn, 5), 9) : null,
    });
  }
}

const quality = ({ township }: Union) => township?.quality ?? 90;
