import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, PERSON, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world.end());

const codes = (errors: { path: string[]; code: string }[]) =>
  errors.map(({ path, code }) => `${path.join(".")} ${code}`);
const ERRORS = "userErrors { path code message clause quote }";
const COURSE = `mutation($input: CreateCourseInput!) { createCourse(input: $input) { course { id version code budgetYuan } ${ERRORS} } }`;
const ENROL = `mutation($input: CreateEnrolmentInput!) { createEnrolment(input: $input) { enrolment { id version attendedHours person { name } course { code } } ${ERRORS} } }`;
const AMEND = `mutation($input: UpdateEnrolmentInput!) { updateEnrolment(input: $input) { enrolment { version result certificateNo } ${ERRORS} } }`;
const course = {
  code: "TS-2025-01",
  name: "街道工会干部轮训",
  category: "ROTATION",
  level: "TOWNSHIP",
  mode: "FACE_TO_FACE",
  organiserId: `tradeUnion-${UNION.tashan}`,
  startOn: "2025-05-05",
  endOn: "2025-05-07",
  hours: 24,
  budgetFen: "1234500",
};
let courseId: string;

test("a union holds a course under a code of its own", async () => {
  const { data } = await ask("clerk", COURSE, { input: course });
  expect(data.createCourse).toMatchObject({ course: { code: "TS-2025-01", budgetYuan: "12,345.00" }, userErrors: [] });
  courseId = data.createCourse.course.id;
  expect(
    codes((await ask("clerk", COURSE, { input: { ...course, endOn: "2025-05-01" } })).data.createCourse.userErrors),
  ).toEqual(["code NOT_UNIQUE", "endOn OUT_OF_RANGE"]);
  expect(
    codes(
      (await ask("clerk", COURSE, { input: { ...course, code: "TS-2025-02", hours: 0 } })).data.createCourse.userErrors,
    ),
  ).toEqual(["hours OUT_OF_RANGE"]);
});

test("a person is enrolled once; hours, results and certificates fit together", async () => {
  const input = { personId: `person-${PERSON.deputy}`, courseId };
  const { data } = await ask("clerk", ENROL, { input });
  expect(data.createEnrolment).toMatchObject({
    enrolment: { attendedHours: 0, person: { name: "李秀英" }, course: { code: "TS-2025-01" } },
    userErrors: [],
  });
  expect(codes((await ask("clerk", ENROL, { input })).data.createEnrolment.userErrors)).toEqual([
    "personId NOT_UNIQUE",
  ]);
  const { id, version } = data.createEnrolment.enrolment;
  expect(
    codes((await ask("clerk", AMEND, { input: { id, version, attendedHours: 25 } })).data.updateEnrolment.userErrors),
  ).toEqual(["attendedHours OUT_OF_RANGE"]);
  expect(
    codes(
      (await ask("clerk", AMEND, { input: { id, version, result: "FAILED", certificateNo: "TS1" } })).data
        .updateEnrolment.userErrors,
    ),
  ).toEqual(["certificateNo OUT_OF_RANGE"]);
  const passed = await ask("clerk", AMEND, {
    input: {
      id,
      version,
      attendedHours: 24,
      result: "PASSED",
      score: 88,
      certificateNo: "TS1",
      issuedOn: "2025-05-08",
    },
  });
  expect(passed.data.updateEnrolment).toMatchObject({
    enrolment: { version: version + 1, result: "PASSED", certificateNo: "TS1" },
    userErrors: [],
  });
});

test("hours attended bind the course, for any writer", async () => {
  const [row] = await world.sql<{ version: number }>("select version from course where id = $1", [
    Number(courseId.split("-")[1]),
  ]);
  const fewer = await ask(
    "clerk",
    `mutation($input: UpdateCourseInput!) { updateCourse(input: $input) { course { hours } ${ERRORS} } }`,
    { input: { id: courseId, version: row?.version, hours: 8 } },
  );
  expect(fewer.errors).toBeUndefined();
  expect(codes(fewer.data.updateCourse.userErrors)).toEqual(["hours OUT_OF_RANGE"]);
  await expect(
    world.sql("insert into enrolment (person_id, course_id, attended_hours) values (1, 1, 400)"),
  ).rejects.toMatchObject({ code: "GH020" });
});

test("a course of the county is not the township's to write, a stranger's not to see", async () => {
  const amend = `mutation($input: UpdateCourseInput!) { updateCourse(input: $input) { course { hours } ${ERRORS} } }`;
  expect(
    (await ask("clerk", amend, { input: { id: "course-1", version: 1, hours: 41 } })).errors?.[0]?.extensions?.["code"],
  ).toBe("NOT_FOUND");
  expect(
    (await ask("assessor", amend, { input: { id: "course-1", version: 1, hours: 41 } })).errors?.[0]?.extensions,
  ).toMatchObject({ code: "FORBIDDEN", permission: "amend:course" });
  expect(
    (await ask("yuecheng", amend, { input: { id: "course-1", version: 1, hours: 41 } })).data.updateCourse,
  ).toMatchObject({ course: { hours: 41 }, userErrors: [] });
});
