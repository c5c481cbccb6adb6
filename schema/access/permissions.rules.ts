import { type Bilingual, words } from "../shared/bilingual.rules.js";

/** Roles of an account; what each may do stands in `may`, where it may do it in its grant. */
export const ROLES = [
  "SYSTEM_ADMINISTRATOR",
  "FEDERATION_ADMINISTRATOR",
  "CLERK",
  "COUNTY_ASSESSOR",
  "CITY_ASSESSOR",
  "OFFICIAL",
  "AUDITOR",
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, Bilingual> = {
  SYSTEM_ADMINISTRATOR: words("系统管理员", "System administrator"),
  FEDERATION_ADMINISTRATOR: words("工会管理员", "Federation administrator"),
  CLERK: words("经办人", "Clerk"),
  COUNTY_ASSESSOR: words("县级考核员", "County assessor"),
  CITY_ASSESSOR: words("市级复核员", "City assessor"),
  OFFICIAL: words("查阅人员", "Official"),
  AUDITOR: words("审计员", "Auditor"),
};

/** Everything that may be done, by noun (a record, in lower case with hyphens). A permission reads `verb:noun`. */
const VERBS = {
  account: ["read", "create", "amend", "disable"],
  "role-grant": ["read", "grant", "revoke"],
  "api-token": ["read", "create", "revoke"],
  session: ["read", "revoke"],
  "audit-entry": ["read", "verify"],
  division: ["read"],
  "division-version": ["read"],
  "division-parent": ["read"],
  "division-succession": ["read"],
  "party-committee": ["read", "create", "amend"],
  "township-profile": ["read", "create", "amend"],
  "trade-union": ["read", "create", "amend", "affiliate", "dissolve"],
  "trade-union-version": ["read"],
  affiliation: ["read"],
  "federation-membership": ["read", "create", "amend"],
  "party-leadership": ["read", "create", "amend"],
  employer: ["read", "create", "amend", "close"],
  "employer-year": ["read", "create", "amend"],
  coverage: ["read", "create", "amend"],
  person: ["read", "create", "amend"],
  "person-details": ["read"],
  "personal-data": ["read", "search", "reveal"],
  membership: ["read", "create", "amend"],
  "hardship-case": ["read", "create", "amend", "reveal"],
  term: ["read", "create", "amend"],
  position: ["read", "create", "amend", "vacate"],
  course: ["read", "create", "amend"],
  enrolment: ["read", "create", "amend"],
  "training-requirement": ["read", "create", "amend"],
  "award-round": ["read", "create", "amend"],
  award: ["read", "create", "amend", "revoke"],
  scheme: ["read"],
  assessment: ["read", "open", "amend", "score", "review"],
  finding: ["read"],
  attachment: ["read", "download", "create", "withdraw"],
  "issued-document": ["read", "download", "issue", "withdraw"],
} as const;

export type Noun = keyof typeof VERBS;
export type Permission = { [N in Noun]: `${(typeof VERBS)[N][number]}:${N}` }[Noun];

/** The noun of a record, as permissions name it: TradeUnion is trade-union. */
export const nounOf = (record: string): string => record.replace(/(?<=.)[A-Z]/g, "-$&").toLowerCase();

/** Nouns about accounts and the log; all other nouns are the trade's own records. */
const KEEPING_NOUNS: readonly Noun[] = ["account", "role-grant", "api-token", "session", "audit-entry"];
/** Nouns that open a person's private life: no role has them for being one of the trade's. */
const PRIVATE_NOUNS: readonly Noun[] = ["person-details", "personal-data", "hardship-case"];
/** Nouns of the municipal federation's own papers, which a township clerk does not write. */
const CENTRAL_NOUNS: readonly Noun[] = [
  "party-committee",
  "party-leadership",
  "training-requirement",
  "award-round",
  "federation-membership",
];

export const NOUNS = Object.keys(VERBS) as Noun[];
const TRADE_NOUNS = NOUNS.filter((noun) => !KEEPING_NOUNS.includes(noun) && !PRIVATE_NOUNS.includes(noun));

/** The permissions of the given nouns, narrowed to the given verbs when there are any. */
function on(nouns: readonly Noun[], ...verbs: string[]): Permission[] {
  return nouns.flatMap((noun) =>
    VERBS[noun]
      .filter((verb) => verbs.length === 0 || verbs.includes(verb))
      .map((verb) => `${verb}:${noun}` as Permission),
  );
}

export const PERMISSIONS: readonly Permission[] = on(NOUNS);

const reading = [...on(TRADE_NOUNS, "read"), "download:issued-document" as const, "download:attachment" as const];
const byClerk = on(
  TRADE_NOUNS.filter((noun) => !CENTRAL_NOUNS.includes(noun)),
  "create",
  "amend",
).filter((permission) => permission !== "create:trade-union"); // founding is reorganisation

const PERMISSIONS_OF: Record<Role, ReadonlySet<Permission>> = {
  SYSTEM_ADMINISTRATOR: new Set([
    ...on(KEEPING_NOUNS),
    ...reading,
    "read:person-details",
    "create:trade-union", // the topmost union of an empty installation, whose administrators then do the rest
  ]),
  FEDERATION_ADMINISTRATOR: new Set([
    ...on(TRADE_NOUNS).filter((permission) => permission !== "score:assessment" && permission !== "review:assessment"),
    ...on(PRIVATE_NOUNS),
    ...on(["account"], "read"),
    ...on(["role-grant"]),
    ...on(["api-token"]),
    ...on(["audit-entry"], "read"),
  ]),
  CLERK: new Set([
    ...reading,
    ...byClerk,
    "read:person-details",
    "read:personal-data",
    "search:personal-data",
    ...on(["hardship-case"], "read", "create", "amend"),
    "withdraw:attachment",
  ]),
  COUNTY_ASSESSOR: new Set([...reading, "read:person-details", "score:assessment"]),
  CITY_ASSESSOR: new Set([...reading, "read:person-details", "review:assessment"]),
  OFFICIAL: new Set(reading),
  AUDITOR: new Set([...reading, "read:person-details", ...on(KEEPING_NOUNS, "read", "verify")]),
};

/** Whether a role holds a permission. It says nothing about *where*: the scope of the grant does. */
export function may(role: Role, permission: Permission): boolean {
  return PERMISSIONS_OF[role].has(permission);
}

/** All permissions of a role, sorted. */
export function permissionsOf(role: Role): Permission[] {
  return [...PERMISSIONS_OF[role]].sort();
}
