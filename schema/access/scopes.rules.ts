import { type Bilingual, words } from "../shared/bilingual.rules.js";
import { may, NOUNS, type Noun, PERMISSIONS, type Permission, type Role } from "./permissions.rules.js";

/** What a token may touch, by the noun of its scope. Accounts, grants, tokens, sessions and the log are in none. */
const NOUNS_OF: Readonly<Record<string, readonly Noun[]>> = {
  unions: [
    "trade-union",
    "trade-union-version",
    "affiliation",
    "federation-membership",
    "party-leadership",
    "party-committee",
    "division",
    "division-version",
    "division-parent",
    "division-succession",
    "township-profile",
  ],
  employers: ["employer", "employer-year", "coverage"],
  members: ["person", "membership", "person-details"],
  officers: ["person", "position", "term"],
  training: ["person", "course", "enrolment", "training-requirement"],
  awards: ["person", "award", "award-round"],
  assessments: ["scheme", "assessment"],
  findings: ["finding"],
  reports: ["issued-document"],
};
/** Permissions that a reading scope brings: reading records, and fetching the papers of those that are read. */
const READING = ["read", "download"];

const permissionsFor = (verb: "read" | "write", nouns: readonly Noun[]): readonly Permission[] =>
  PERMISSIONS.filter((permission) => {
    const [act = "", noun] = permission.split(":");
    return nouns.includes(noun as Noun) && (verb === "read") === READING.includes(act);
  });

/** Every scope a token may carry, `noun:verb`, with the permissions it stands for. */
export const SCOPES: ReadonlyMap<string, readonly Permission[]> = new Map<string, readonly Permission[]>([
  ...Object.entries(NOUNS_OF).map(([noun, nouns]) => [`${noun}:read`, permissionsFor("read", nouns)] as const),
  ["personal:read", ["read:personal-data"]],
  ...Object.entries(NOUNS_OF)
    .map(([noun, nouns]) => [`${noun}:write`, permissionsFor("write", nouns)] as const)
    .filter(([, permissions]) => permissions.length > 0),
]);

const NOUN_NAMES: Readonly<Record<string, Bilingual>> = {
  unions: words("工会与区划", "Unions and divisions"),
  employers: words("用人单位", "Employers"),
  members: words("人员与会籍", "Persons and memberships"),
  officers: words("任职与届次", "Officers and terms"),
  training: words("培训", "Training"),
  awards: words("荣誉", "Honours"),
  assessments: words("考核", "Assessments"),
  findings: words("合规检查", "Findings"),
  reports: words("文书", "Papers"),
  personal: words("个人信息", "Personal data"),
};
const VERB_NAMES: Readonly<Record<string, Bilingual>> = { read: words("查阅", "read"), write: words("变更", "change") };

/** What each scope is called on a screen. */
export const SCOPE_NAMES: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  [...SCOPES.keys()].map((scope) => {
    const [noun = "", verb = ""] = scope.split(":");
    const [what, how] = [NOUN_NAMES[noun], VERB_NAMES[verb]];
    return [scope, words(`${what?.zh}：${how?.zh}`, `${what?.en}: ${how?.en}`)];
  }),
);

const known = new WeakMap<readonly string[], ReadonlySet<Permission>>();
/** The permissions of some scopes; an unknown scope stands for nothing. */
export function permissionsOfScopes(scopes: readonly string[]): ReadonlySet<Permission> {
  const found = known.get(scopes) ?? new Set(scopes.flatMap((scope) => SCOPES.get(scope) ?? []));
  known.set(scopes, found);
  return found;
}

/** The scopes under which a role could do anything. */
export const scopesOf = (role: Role): string[] =>
  [...SCOPES].flatMap(([scope, permissions]) => (permissions.some((each) => may(role, each)) ? [scope] : []));

/** The scope that would bring a permission, to be named in a refusal; undefined for what no token may do. */
export const scopeFor = (permission: string): string | undefined => {
  const [, noun] = permission.split(":");
  const own = [...SCOPES].filter(([, permissions]) => (permissions as readonly string[]).includes(permission));
  return (own.find(([scope]) => NOUNS_OF[scope.split(":")[0] as string]?.[0] === noun) ?? own[0])?.[0];
};

/** Scopes that nobody can give a meaning to. */
export const unknownScopes = (scopes: readonly string[]): string[] => scopes.filter((scope) => !SCOPES.has(scope));

/** Nouns of the trade that no scope opens. */
export const NOUNS_WITHOUT_SCOPE: readonly Noun[] = NOUNS.filter(
  (noun) => ![...SCOPES.values()].some((permissions) => permissions.some((each) => each.endsWith(`:${noun}`))),
);
