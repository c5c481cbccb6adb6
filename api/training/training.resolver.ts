import { Course } from "../../schema/training/course.entity.js";
import {
  CreateCourseInput,
  CreateEnrolmentInput,
  UpdateCourseInput,
  UpdateEnrolmentInput,
} from "../../schema/training/course.input.js";
import { Enrolment } from "../../schema/training/enrolment.entity.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { createCourse, createEnrolment, updateCourse, updateEnrolment } from "./training.actions.js";

export const TrainingDesk = deeds({
  createCourse: deed(Course, CreateCourseInput, "create:course", createCourse, "开办培训班。Holds a course."),
  updateCourse: deed(Course, UpdateCourseInput, "amend:course", updateCourse, "修改培训班。Amends a course."),
  createEnrolment: deed(
    Enrolment,
    CreateEnrolmentInput,
    "create:enrolment",
    createEnrolment,
    "登记参训。Enrols a person.",
  ),
  updateEnrolment: deed(
    Enrolment,
    UpdateEnrolmentInput,
    "amend:enrolment",
    updateEnrolment,
    "修改参训记录。Amends an enrolment.",
  ),
});
