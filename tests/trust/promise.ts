import type { Guards } from "../../api/guards.js";
import type { Build } from "../audit/tamperingSuite.js";

/** A fault put into a file of the built product while it is loaded, in a process of its own; nothing on disk is touched. */
export interface CodeFault {
  /** End of its path, such as `dist/api/access/attempts.js`. */
  file: string;
  /** Text that must stand there, exactly once. */
  find: string;
  put: string;
}

/** What makes a build wrong. */
export interface Mutant {
  /** Statements for the throwaway database. */
  sql?: string;
  code?: CodeFault;
  /** Guards of the server taken away. */
  guards?: Partial<Guards>;
  /** Another way to chain and verify the log. */
  chain?: Build;
}

/** One run of a check. */
export interface Trial {
  seed: number;
  /** Part of the full counts; 1 in the drill. */
  scale: number;
  mutant?: Mutant | undefined;
}

/** Looks for what a promise forbids; whatever it found, in words. It throws only when it could not look. */
export type Check = (trial: Trial) => Promise<string[]>;

/** What is promised, how a sceptic looks, and the wrong builds that the look must find out. */
export interface Promised {
  words: string;
  check: Check;
  /** Whether the check needs a process of its own, because it watches the whole process. */
  isApart?: boolean;
  mutants: Record<string, Mutant>;
}

/** A count of the full form as it is in this run, never below what still says something. */
export const counted = ({ scale }: Trial, full: number, least = 1) => Math.max(least, Math.round(full * scale));
