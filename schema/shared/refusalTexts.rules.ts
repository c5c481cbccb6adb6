import type { Bilingual, Language } from "./bilingual.rules.js";
import type { Refusal, RefusalCode } from "./refusal.rules.js";

type Facts = Record<string, unknown>;
type Text = (facts: Facts) => Bilingual;

/** A fact as words of the language asked for: pairs of words give their side, lists are joined. */
function say(fact: unknown, language: Language): string {
  if (fact == null) return "";
  if (Array.isArray(fact)) return fact.map((one) => say(one, language)).join(language === "zh" ? "、" : ", ");
  if (typeof fact === "object" && language in fact) return String((fact as Bilingual)[language]);
  return String(fact);
}

/** A text whose `{name}` gaps are filled with facts; a part in `[…]` is left out when a fact of it is missing. */
function text(zh: string, en: string): Text {
  const fill = (pattern: string, facts: Facts, language: Language) =>
    pattern
      .replace(/\[([^\]]*)\]/g, (_, part: string) =>
        [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => facts[name as string] != null) ? part : "",
      )
      .replace(/\{(\w+)\}/g, (_, name: string) => say(facts[name], language));
  return (facts) => ({ zh: fill(zh, facts, "zh"), en: fill(en, facts, "en") });
}

/** What each refusal says: what is wrong and what to do about it. */
const TEXTS: Record<RefusalCode, Text> = {
  INVALID_CREDENTIALS: text(
    "用户名或密码不正确，请核对后重新输入。",
    "The user name or the password is wrong. Check both and try again.",
  ),
  SECOND_FACTOR_REQUIRED: text(
    "请输入动态验证码（手机验证器上的 6 位数字，或一个恢复码）。",
    "Enter the code of your second factor: the six digits on your phone, or a recovery code.",
  ),
  SUPERIOR_NOT_IN_FORCE: text(
    "上级工会[“{superior}”]在该期间内[（自 {on} 起）]并非始终存续，请改选上级工会或调整起止日期。",
    "The superior union [{superior} ]is not in force throughout that time[ from {on}]. Choose another superior or other dates.",
  ),
  GLYPH_MISSING: text(
    "字库中没有[“{characters}”]这些字，无法印出。请核对用字，确需使用的请联系系统管理员补充字库。",
    "The fonts lack these characters[: {characters}]. Check the spelling, or ask the administrator to add a font.",
  ),
  REQUIRED: text(
    "此项必填[：{field}]，请补充后再提交。",
    "This field is required[: {field}]. Fill it in and submit again.",
  ),
  INVALID_FORMAT: text(
    "格式不正确[：{field}][，应为{expected}][，建议改为 {suggestion}]，请更正后再提交。",
    "The format is wrong[: {field}][; expected {expected}][; did you mean {suggestion}?]. Correct it and submit again.",
  ),
  OUT_OF_RANGE: text(
    "数值或选项超出允许范围[：{field}][，最小为 {least}][，最大为 {most}][，可选：{allowed}]，请更正后再提交。",
    "The value is out of range[: {field}][; at least {least}][; at most {most}][; allowed: {allowed}]. Correct it and submit again.",
  ),
  NOT_UNIQUE: text(
    "与已有记录重复[：{field}][“{value}”][，已属于“{holder}”]。请改用其他值，或查看已有记录。",
    "Already in use[: {field}][ “{value}”][, by {holder}]. Use another value, or open the existing record.",
  ),
  NEEDS_REVIEW: text(
    "此项需要人工核实[：{field}]，请填写核实理由后再提交。",
    "This needs to be checked by a person[: {field}]. Give the reason, then submit again.",
  ),
  CONFLICT: text(
    "该记录已被他人修改[，当前版本为 {version}]。请核对最新内容后重新保存。",
    "Someone else has changed this record[; it is now version {version}]. Compare with the current record, then save again.",
  ),
  PERIOD_LOCKED: text(
    "[{period}]数据已锁定，不能修改。如需更正，请由上一级工会说明理由后解锁。",
    "The data [of {period} ]is locked. To correct it, the union above has to unlock it with a reason.",
  ),
  TERM_OVERLAP: text(
    "任职期间与已有任职重叠[：{holder}][（{from} 起）]。请先结束原任职，或调整起止日期。",
    "The time in office overlaps with another[: {holder}][, from {from}]. End that one first, or change the dates.",
  ),
  TERM_PROTECTED: text(
    "工会主席、副主席任期未满[（任期至 {termEndOn}）]，不得随意调动。请先办理届中调动手续，征得本级工会委员会和上一级工会同意。",
    "A chair or vice chair cannot be moved before the term ends[ on {termEndOn}]. File a transfer request with both consents first.",
  ),
  HIERARCHY_CYCLE: text(
    "不能把工会挂在自己或自己的下级之下[（{superior}）]，请改选上级工会。",
    "A union cannot be placed under itself or under a union below it[ ({superior})]. Choose another superior.",
  ),
  EDGE_OVERLAP: text(
    "同一时间只能有一个隶属关系[，与 {from} 起的“{superior}”重叠]。请先结束原隶属关系，或调整起止日期。",
    "A union has one superior at a time[; this overlaps with {superior} from {from}]. End that relation first, or change the dates.",
  ),
  ILLEGAL_TRANSITION: text(
    "此操作与当前状态不符[：现为“{from}”][，不能转为“{to}”][，可转为{allowed}]。请按流程先完成前一步。",
    "This step does not fit the state[: now {from}][, not to {to}][, possible: {allowed}]. Take the steps in their order.",
  ),
  CONSENT_MISSING: text(
    "缺少同意意见[：{missing}]。请先取得本级工会委员会和上一级工会的同意，且不晚于调动之日。",
    "A consent is missing[: {missing}]. Obtain both consents, of the own committee and of the union above, by the day of transfer.",
  ),
  NOTICE_PERIOD_OPEN: text(
    "公示期未满[，至 {endsOn} 结束]。请在公示期满次日起办理。",
    "The public notice is still running[ until {endsOn}]. Continue from the day after it ends.",
  ),
  QUOTA_EXCEEDED: text(
    "名额或比例不符[：{quota}][，最多 {most}][，最少 {least}][，现为 {count}]。请调整名单。",
    "The quota is not kept[: {quota}][; at most {most}][; at least {least}][; now {count}]. Change the list.",
  ),
  REFERENCE_UNKNOWN: text(
    "找不到所引用的记录[：{field}][（{value}）]，请重新选择。",
    "The record referred to was not found[: {field}][ ({value})]. Choose it again.",
  ),
  IN_USE: text(
    "该记录仍被使用[：{by}]，不能停用。请先处理相关记录。",
    "This record is still in use[: {by}]. Settle those records first.",
  ),
  FILE_TYPE_REFUSED: text(
    "不接收此类文件。请上传 PDF、JPEG、PNG、XLSX、DOCX、CSV 或 TXT 文件。",
    "Files of this kind are not taken. Send a PDF, JPEG, PNG, XLSX, DOCX, CSV or TXT file.",
  ),
  FILE_CONTENT_REFUSED: text(
    "文件内容不符合要求，请另存后再上传。",
    "The content of the file is not accepted. Save it anew, then send it.",
  ),
  STORAGE_FULL: text(
    "附件存储空间已满[（共 {most}）]，请联系系统管理员。",
    "The room for attachments is used up[ ({most})]. Ask the administrator.",
  ),
};

/**
 * The message of a refusal, in words that say what to do. A rule that knows better than the general text of its code
 * puts its own words in `facts.reason`.
 */
export function refusalText({ code, facts = {} }: Refusal, language: Language): string {
  const reason = facts.reason;
  if (reason != null && typeof reason === "object" && language in reason) return say(reason, language);
  return TEXTS[code](facts)[language].replace("?.", "?");
}
