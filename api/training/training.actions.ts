import { refusal } from "../../schema/shared/refusal.rules.js";
import { whyNotEnrol } from "../../schema/training/attendance.rules.js";
import { Course } from "../../schema/training/course.entity.js";
import type {
  CreateCourseInput,
  CreateEnrolmentInput,
  UpdateCourseInput,
  UpdateEnrolmentInput,
} from "../../schema/training/course.input.js";
import { Enrolment } from "../../schema/training/enrolment.entity.js";
import type { Act } from "../shared/act.js";

/** A union holds a course. */
export async function createCourse(act: Act, input: CreateCourseInput): Promise<Course> {
  const course = await act.fill(new Course(), input);
  act.settle();
  act.actor.must("create:course", course.organiser.getEntity());
  const [holder] = await act.ask<{ name: string }>("select name from course where code = $1", [course.code]);
  if (holder) act.note(refusal("NOT_UNIQUE", { field: { zh: "编号", en: "Code" }, value: course.code }, ["code"]));
  examineCourse(act, course);
  act.em.persist(course);
  return course;
}

export async function updateCourse(act: Act, input: UpdateCourseInput): Promise<Course> {
  const course = await act.load(Course, input, ["organiser"]);
  act.actor.must("amend:course", course.organiser.getEntity());
  await act.fill(course, input);
  const [busiest] = await act.ask<{ hours: number | null }>(
    "select max(attended_hours) as hours from enrolment where course_id = $1",
    [course.id],
  );
  if (busiest?.hours && course.hours < busiest.hours)
    act.note(refusal("OUT_OF_RANGE", { least: busiest.hours }, ["hours"]));
  examineCourse(act, course);
  return course;
}

function examineCourse({ note }: Act, course: Course): void {
  if (course.endOn < course.startOn) note(refusal("OUT_OF_RANGE", { least: course.startOn }, ["endOn"]));
}

/** A person takes part in a course. Who holds the course keeps its list and its results. */
export async function createEnrolment(act: Act, input: CreateEnrolmentInput): Promise<Enrolment> {
  const enrolment = await act.fill(new Enrolment(), input);
  act.settle();
  enrolment.attendedHours ??= 0;
  act.actor.must("create:enrolment", await enrolment.course.getEntity().organiser.loadOrFail());
  examineEnrolment(act, enrolment);
  act.em.persist(enrolment);
  return enrolment;
}

export async function updateEnrolment(act: Act, input: UpdateEnrolmentInput): Promise<Enrolment> {
  const enrolment = await act.load(Enrolment, input, ["course"]);
  act.actor.must("amend:enrolment", await enrolment.course.getEntity().organiser.loadOrFail());
  await act.fill(enrolment, input);
  examineEnrolment(act, enrolment);
  return enrolment;
}

function examineEnrolment({ note }: Act, enrolment: Enrolment): void {
  const { hours: courseHours, endOn: courseEndOn } = enrolment.course.getEntity();
  note(whyNotEnrol({ ...enrolment, courseHours, courseEndOn } as Parameters<typeof whyNotEnrol>[0]));
}
