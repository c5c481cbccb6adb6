import { words } from "../../schema/shared/bilingual.rules.js";
import type { Description } from "../shared/description.js";
import { fact, link } from "../shared/facts.js";

export const ISSUED_DOCUMENT: Description = {
  record: "IssuedDocument",
  plural: words("已签发文书", "Issued documents"),
  facts: [
    fact("text", "title", "标题", "Title"),
    link("tradeUnion", "TradeUnion", "所述工会", "About"),
    fact("year", "year", "年度", "Year"),
    link("issuer", "TradeUnion", "签发工会", "Issued by"),
    fact("instant", "issuedAt", "签发时间", "Issued at"),
    fact("code", "verificationCode", "验证码", "Verification code"),
    link("assessment", "Assessment", "所据考核", "Assessment"),
    fact("text", "factsDigest", "事实摘要（SHA-256）", "Digest of the facts"),
    fact("text", "pdfDigest", "文件摘要（SHA-256）", "Digest of the file"),
    fact("day", "withdrawnOn", "撤回日期", "Withdrawn on"),
  ],
  columns: ["title", "tradeUnion", "year", "issuer", "issuedAt", "verificationCode"],
  hidden: ["withdrawnOn"],
  filters: ["title", "within", "year", "verificationCode"],
  order: { field: "issuedAt", order: "DESC" },
  sections: [
    { title: words("文书", "Document"), facts: ["title", "tradeUnion", "year", "issuer", "issuedAt", "assessment"] },
    {
      title: words("验证", "Verification"),
      facts: ["verificationCode", "factsDigest", "pdfDigest", "withdrawnOn"],
    },
  ],
  writes: { create: false, update: false },
  dated: false,
};
