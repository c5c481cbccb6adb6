import { words } from "../shared/bilingual.rules.js";

/** What an entry of the log tells of. */
export const AUDIT_KIND_NAMES = {
  CHANGE: words("变更", "A change"),
  SIGN_IN: words("登录与退出", "Signing in and out"),
  DENIAL: words("拒绝", "A denial"),
  DOWNLOAD: words("文书下载", "A paper handed out"),
  ACCESS: words("查看个人信息", "Personal data read"),
} as const;
export type AuditKind = keyof typeof AUDIT_KIND_NAMES;
export const AUDIT_KINDS = Object.keys(AUDIT_KIND_NAMES) as AuditKind[];

/** What an entry that is no change may tell besides its columns. Nothing else gets in, and no value of a person does. */
export const AUDIT_FACTS = [
  "outcome",
  "way",
  "code",
  "permission",
  "nameDigest",
  "fields",
  "year",
  "preview",
  "digest",
  "repeated",
  "rows",
  "file",
] as const;
export type AuditFacts = Partial<Record<(typeof AUDIT_FACTS)[number], string | number | boolean | readonly string[]>>;

const LONGEST_FACT = 200;

/** The facts on the list, shortened; whatever else was handed over is left out. */
export function allowedFacts(facts: Readonly<Record<string, unknown>>): AuditFacts {
  const plain = (value: unknown) =>
    ["string", "number", "boolean"].includes(typeof value) ||
    (Array.isArray(value) && value.every((each) => typeof each === "string"));
  const short = (value: unknown) =>
    typeof value === "string" ? value.slice(0, LONGEST_FACT) : Array.isArray(value) ? value.slice(0, 50) : value;
  return Object.fromEntries(
    AUDIT_FACTS.filter((name) => plain(facts[name])).map((name) => [name, short(facts[name])]),
  ) as AuditFacts;
}
