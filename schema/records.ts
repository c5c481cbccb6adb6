/**
 * The register of records: GraphQL type name -> its singular and plural field, its room, its Chinese name.
 * The only home of plurals. Console, API and tests look names up here; this file imports nothing.
 */
export const RECORDS = {
  Division: { one: "division", many: "divisions", room: "hierarchy", zh: "行政区划", en: "Division" },
  PartyCommittee: {
    one: "partyCommittee",
    many: "partyCommittees",
    room: "hierarchy",
    zh: "党委",
    en: "Party committee",
  },
  TownshipProfile: {
    one: "townshipProfile",
    many: "townshipProfiles",
    room: "hierarchy",
    zh: "乡镇（街道）概况",
    en: "Township profile",
  },
  TradeUnion: { one: "tradeUnion", many: "tradeUnions", room: "hierarchy", zh: "工会", en: "Trade union" },
  TradeUnionVersion: {
    one: "tradeUnionVersion",
    many: "tradeUnionVersions",
    room: "hierarchy",
    zh: "工会沿革",
    en: "Version of a union",
  },
  Affiliation: { one: "affiliation", many: "affiliations", room: "hierarchy", zh: "隶属关系", en: "Affiliation" },
  FederationMembership: {
    one: "federationMembership",
    many: "federationMemberships",
    room: "hierarchy",
    zh: "联合会成员关系",
    en: "Federation membership",
  },
  PartyLeadership: {
    one: "partyLeadership",
    many: "partyLeaderships",
    room: "hierarchy",
    zh: "党委领导关系",
    en: "Party leadership",
  },
  Employer: { one: "employer", many: "employers", room: "employers", zh: "用人单位", en: "Employer" },
  EmployerYear: {
    one: "employerYear",
    many: "employerYears",
    room: "employers",
    zh: "单位年度数据",
    en: "Yearly figures of an employer",
  },
  Coverage: { one: "coverage", many: "coverages", room: "employers", zh: "建会覆盖", en: "Coverage" },
  Person: { one: "person", many: "persons", room: "people", zh: "人员", en: "Person" },
  Membership: { one: "membership", many: "memberships", room: "people", zh: "会籍", en: "Membership" },
  HardshipCase: { one: "hardshipCase", many: "hardshipCases", room: "duties", zh: "困难职工档案", en: "Hardship case" },
  Term: { one: "term", many: "terms", room: "positions", zh: "届次", en: "Term" },
  Position: { one: "position", many: "positions", room: "positions", zh: "任职", en: "Position" },
  Course: { one: "course", many: "courses", room: "training", zh: "培训班", en: "Course" },
  Enrolment: { one: "enrolment", many: "enrolments", room: "training", zh: "参训记录", en: "Enrolment" },
  TrainingRequirement: {
    one: "trainingRequirement",
    many: "trainingRequirements",
    room: "training",
    zh: "培训要求",
    en: "Training requirement",
  },
  AwardRound: { one: "awardRound", many: "awardRounds", room: "awards", zh: "评选批次", en: "Award round" },
  Award: { one: "award", many: "awards", room: "awards", zh: "劳模与荣誉", en: "Award" },
  Scheme: { one: "scheme", many: "schemes", room: "assessments", zh: "考核办法", en: "Scheme" },
  Assessment: { one: "assessment", many: "assessments", room: "assessments", zh: "年度考核", en: "Assessment" },
  IssuedDocument: {
    one: "issuedDocument",
    many: "issuedDocuments",
    room: "documents",
    zh: "已签发文书",
    en: "Issued document",
  },
  Attachment: { one: "attachment", many: "attachments", room: "documents", zh: "附件", en: "Attachment" },
  Account: { one: "account", many: "accounts", room: "access", zh: "账号", en: "Account" },
  RoleGrant: { one: "roleGrant", many: "roleGrants", room: "access", zh: "授权", en: "Grant" },
  ApiToken: { one: "apiToken", many: "apiTokens", room: "access", zh: "访问令牌", en: "Access token" },
  AuditEntry: { one: "auditEntry", many: "auditEntries", room: "audit", zh: "审计记录", en: "Audit entry" },
} as const;

export type RecordName = keyof typeof RECORDS;

/** The record that an id such as `tradeUnion-12` belongs to, by the word before the dash. */
export const RECORD_OF_ID: ReadonlyMap<string, RecordName> = new Map(
  (Object.keys(RECORDS) as RecordName[]).map((name) => [RECORDS[name].one, name]),
);
