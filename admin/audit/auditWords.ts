import { RECORDS, type RecordName } from "../../schema/records.js";
import { type Bilingual, words } from "../../schema/shared/bilingual.rules.js";
import { tableOf } from "../shared/display.js";

const records = Object.keys(RECORDS) as RecordName[];
const of = (zh: string, en: string) => (record: RecordName) =>
  words(`${zh}${RECORDS[record].zh}`, `${en}: ${RECORDS[record].en}`);
const acts = (verb: string, name: (record: RecordName) => Bilingual) =>
  records.map((record) => [`${verb}${record}`, name(record)] as const);

/** Names of the acts in the audit log: the mutations of the contract, the deeds of the command line, and bare changes of rows. */
export const ACTION_NAMES: Record<string, Bilingual> = {
  ...Object.fromEntries([...acts("create", of("新建", "Create")), ...acts("update", of("修改", "Amend"))]),
  insert: words("写入", "Insert"),
  update: words("修改", "Update"),
  delete: words("删除", "Delete"),
  load: words("载入数据", "Load data"),
  login: words("登录", "Sign in"),
  logout: words("退出登录", "Sign out"),
  changePassword: words("修改密码", "Change password"),
  setPassword: words("重设密码", "Set password"),
  disableAccount: words("停用账号", "Disable account"),
  createToken: words("签发令牌", "Issue token"),
  revokeToken: words("撤销令牌", "Revoke token"),
  affiliateTradeUnion: words("变更隶属关系", "Change superior"),
  dissolveTradeUnion: words("撤销工会", "Dissolve union"),
  endFederationMembership: words("退出联合会", "Leave federation"),
  coverEmployer: words("纳入工会覆盖", "Cover employer"),
  endCoverage: words("结束覆盖", "End coverage"),
  revealPersonalData: words("查看个人信息", "Show personal data"),
  downloadPaper: words("下载文书", "Download a paper"),
  issueDocument: words("签发文书", "Issue a document"),
  revokeSession: words("结束会话", "End session"),
  switchGrant: words("切换授权", "Switch grant"),
  grantRole: words("授予角色", "Grant role"),
  revokeGrant: words("撤销授权", "Revoke grant"),
  secondFactor: words("核验动态验证码", "Check second factor"),
  enrolSecondFactor: words("申请绑定两步验证", "Begin second factor"),
  confirmSecondFactor: words("绑定两步验证", "Enrol second factor"),
  removeSecondFactor: words("移除两步验证", "Remove second factor"),
  revealHardshipDetails: words("查看困难情况", "Show details of a hardship"),
  readHardshipCase: words("查阅困难职工档案", "Read hardship cases"),
  uploadAttachment: words("上传附件", "Send an attachment"),
  downloadAttachment: words("下载附件", "Fetch an attachment"),
  withdrawAttachment: words("撤回附件", "Withdraw an attachment"),
  rotateKeys: words("更换加密密钥", "Rotate keys"),
  setEmployerYear: words("填报单位年度数据", "Set yearly figures"),
};

/** Names of the tables the audit log speaks of. */
export const TABLE_NAMES: Record<string, Bilingual> = {
  ...Object.fromEntries(records.map((record) => [tableOf(record), words(RECORDS[record].zh, RECORDS[record].en)])),
  session: words("会话", "Session"),
  second_factor: words("两步验证", "Second factor"),
  recovery_code: words("恢复码", "Recovery code"),
  api_token: words("访问令牌", "Access token"),
  division_version: words("区划沿革", "Version of a division"),
  division_parent: words("区划隶属", "Parent of a division"),
  division_succession: words("区划承继", "Succession of divisions"),
};
