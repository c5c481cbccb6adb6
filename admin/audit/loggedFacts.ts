import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import type { AUDIT_FACTS } from "../../schema/audit/auditKinds.rules.js";
import { PERSONAL_FIELD_NAMES } from "../../schema/people/personalFields.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { type Bilingual, words } from "../../schema/shared/bilingual.rules.js";
import { nounOf } from "../shared/display.js";
import { choice, type Fact, fact, link } from "../shared/facts.js";

const OUTCOMES: Record<string, Bilingual> = {
  opened: words("成功", "Succeeded"),
  closed: words("已结束", "Ended"),
  refused: words("未通过", "Refused"),
  waiting: words("尝试过多，须等待", "Too many attempts, has to wait"),
  removed: words("已移除", "Removed"),
};

const WAYS: Record<string, Bilingual> = {
  oidc: words("统一身份认证", "Single sign-on"),
};

const CODES: Record<string, Bilingual> = {
  FORBIDDEN: words("无此权限", "Not permitted"),
  NOT_FOUND: words("不存在或不在管辖范围内", "Unknown, or outside the scope"),
  UNAUTHENTICATED: words("未登录", "Not signed in"),
  RATE_LIMITED: words("次数超限", "Too many"),
};

const VERBS: Record<string, Bilingual> = {
  read: words("查阅", "read"),
  create: words("新建", "create"),
  amend: words("修改", "amend"),
  disable: words("停用", "disable"),
  grant: words("授予", "grant"),
  revoke: words("撤销", "revoke"),
  verify: words("核验", "verify"),
  affiliate: words("变更隶属：", "change the superior of"),
  dissolve: words("撤销", "dissolve"),
  close: words("注销", "close"),
  vacate: words("免去", "vacate"),
  search: words("检索", "search"),
  reveal: words("查看完整的", "reveal"),
  open: words("开启", "open"),
  score: words("评分：", "score"),
  review: words("复核", "review"),
  download: words("下载", "download"),
  issue: words("签发", "issue"),
  withdraw: words("撤回", "withdraw"),
};
const OTHER_NOUNS: Record<string, Bilingual> = {
  "personal-data": words("个人信息", "personal data"),
  "person-details": words("人员详情", "details of a person"),
  session: words("会话", "session"),
  finding: words("核查结果", "finding"),
};
const NOUNS: Record<string, Bilingual> = {
  ...OTHER_NOUNS,
  ...Object.fromEntries((Object.keys(RECORDS) as RecordName[]).map((record) => [nounOf(record), RECORDS[record]])),
};

/** Every permission in words: `amend:trade-union` is 修改工会. */
const PERMISSIONS: Record<string, Bilingual> = Object.fromEntries(
  Object.entries(VERBS).flatMap(([verb, does]) =>
    Object.entries(NOUNS).map(([noun, what]) => [
      `${verb}:${noun}`,
      words(`${does.zh}${what.zh}`, `${does.en} ${what.en.toLowerCase()}`),
    ]),
  ),
);

/** What an entry that is no change tells besides its columns. */
export const LOGGED_FACTS: Record<(typeof AUDIT_FACTS)[number], Fact> = {
  outcome: choice("outcome", OUTCOMES, "结果", "Outcome"),
  way: choice("way", WAYS, "登录方式", "Way of signing in"),
  code: choice("code", CODES, "拒绝原因", "Why it was denied"),
  permission: choice("permission", PERMISSIONS, "所需权限", "Permission needed"),
  nameDigest: fact("code", "nameDigest", "所填用户名的摘要", "Digest of the user name given"),
  fields: fact("choices", "fields", "所看项目", "Fields seen", { names: PERSONAL_FIELD_NAMES }),
  year: fact("year", "year", "年度", "Year"),
  preview: fact("flag", "preview", "是否预览件", "Preview"),
  digest: fact("text", "digest", "文件散列", "Hash of the file"),
  repeated: fact("count", "repeated", "另有同类次数", "Times more of the same"),
  rows: fact("count", "rows", "涉及人数", "People concerned"),
  file: fact("text", "file", "文件", "File"),
};

const DOCUMENT_KINDS: Record<string, Bilingual> = {
  "assessments/annual": words("年度考核情况报告", "Annual assessment report"),
};

/** Columns that the log keeps and no page shows otherwise. */
export const KEPT_COLUMNS: Record<string, Fact> = {
  kind: choice("kind", DOCUMENT_KINDS, "种类", "Kind"),
  account_id: link("account", "Account", "账号", "Account"),
  role: choice("role", ROLE_NAMES, "角色", "Role"),
  role_grant_id: fact("count", "roleGrant", "授权号", "Number of the grant"),
  trade_union_id: link("tradeUnion", "TradeUnion", "工会", "Union"),
  superseded_by_id: link("supersededBy", "IssuedDocument", "替代文书", "Superseded by"),
  audit_head: fact("count", "auditHead", "审计链末条", "Head of the audit chain"),
  audit_head_hash: fact("text", "auditHeadHash", "审计链末条散列", "Hash of the head of the chain"),
  created_at: fact("instant", "createdAt", "建立时间", "Created at"),
  expires_at: fact("instant", "expiresAt", "失效时间", "Expires at"),
  revoked_at: fact("instant", "revokedAt", "结束时间", "Ended at"),
  disabled_at: fact("instant", "disabledAt", "停用时间", "Disabled at"),
  must_change_password: fact("flag", "mustChangePassword", "须修改密码", "Has to change the password"),
  valid_from: fact("day", "validFrom", "起始日期", "From"),
  valid_to: fact("day", "validTo", "终止日期（不含）", "Until (not included)"),
  valid_through: fact("day", "validThrough", "终止日期", "Through"),
  document_no: fact("text", "documentNo", "文号", "Document"),
};
