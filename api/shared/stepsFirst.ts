import { needsSecondFactor, type STEP_NAMES } from "../../schema/access/signIn.rules.js";
import type { Context } from "../context.js";
import { TopLevel } from "./topLevel.js";

type SignInStep = keyof typeof STEP_NAMES;

/** What somebody who is signed in has to do before anything else; undefined when nothing is left to do. */
export function stepLeft({ account, viewer, house }: Context): SignInStep | undefined {
  if (!account?.sessionId || !viewer) return undefined; // a token has proved itself otherwise
  if (account.mustChangePassword) return "CHANGE_PASSWORD";
  return needsSecondFactor(viewer.role, house.demonstration) && !account.hasSecondFactor
    ? "ENROL_SECOND_FACTOR"
    : undefined;
}

export const STEPS_FIRST: Record<SignInStep, { permission: string; zh: string; en: string }> = {
  CHANGE_PASSWORD: {
    permission: "changePassword",
    zh: "请先修改初始密码。",
    en: "Change the password you were given first.",
  },
  ENROL_SECOND_FACTOR: {
    permission: "enrolSecondFactor",
    zh: "请先绑定动态验证码（两步验证）。",
    en: "Set up the second factor first.",
  },
};

/** Who got the password from someone else changes it, and who needs a second factor sets it up, before anything else is read or written. */
export function stepsFirst(context: Context): void {
  const step = stepLeft(context);
  if (step) throw new TopLevel("FORBIDDEN", STEPS_FIRST[step], { permission: STEPS_FIRST[step].permission });
}
