import { officialDay } from "../../schema/shared/officialDay.rules.js";
import type { PublicPaper } from "./archive.js";

const escape = (text: unknown) => String(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title>
<style>
body{margin:0;background:#f4f3f1;color:#222;font:16px/1.75 "Noto Serif SC","Source Han Serif SC","Songti SC",SimSun,serif}
main{max-width:40rem;margin:6vh auto;background:#fff;padding:2.5rem 2rem;border-top:4px solid #b3151b;box-shadow:0 1px 6px rgba(0,0,0,.08)}
h1{font-size:1.35rem;margin:0 0 .25rem}p.en{color:#666;margin:0 0 1.5rem;font-size:.9rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.25rem;margin:0}dt{color:#666}dd{margin:0;overflow-wrap:anywhere}
.state{display:inline-block;padding:.15rem .75rem;border:2px solid currentcolor;margin:0 0 1.25rem;font-weight:700}.good{color:#1a6b35}.bad{color:#a01018}
footer{margin-top:1.75rem;color:#666;font-size:.85rem}code{font-family:ui-monospace,monospace;font-size:.85em}
@media(max-width:600px){main{margin:0;min-height:100vh;box-sizing:border-box;padding:1.5rem 1.25rem}dl{grid-template-columns:1fr;gap:0}dt{margin-top:.6rem}}
</style></head><body><main>${body}</main></body></html>`;

/** The public page of an issued paper: what it is, who issued it, whether it still stands. */
export function verifyPage(code: string, paper: PublicPaper | undefined): string {
  if (!paper)
    return page(
      "未查到该文书",
      `<h1>未查到该文书</h1><p class="en">No such paper</p><p class="state bad">✕ 无此验证码 · Unknown code</p><p>没有以 <code>${escape(code)}</code> 为验证码的文书。请核对纸面上的验证码；仍查不到的，该文书并非由本系统签发。</p><p class="en">No paper carries this code. Check it against the printed one; if it still cannot be found, the paper was not issued by this system.</p>`,
    );
  const state = paper.withdrawnOn
    ? `<p class="state bad">✕ 已于${officialDay(paper.withdrawnOn)}撤回 · Withdrawn</p>`
    : paper.supersededBy
      ? `<p class="state bad">✕ 已被新文书替代 · Superseded</p><p><a href="/verify/${escape(paper.supersededBy)}">查看替代的文书 · See its successor</a></p>`
      : `<p class="state good">✓ 有效 · Valid</p>`;
  const rows: [string, string][] = [
    ["文书 Paper", paper.title],
    ["对象 About", paper.unionName],
    ["年度 Year", `${paper.year} 年`],
    ["签发 Issued by", paper.issuerName],
    ["签发日期 Issued on", officialDay(paper.issuedOn)],
    ["验证码 Code", code.replace(/(.{4})(?=.)/g, "$1-")],
    ["事实摘要 Facts", `${paper.factsDigest.slice(0, 16)}…`],
    ["文件摘要 File (SHA-256)", paper.pdfDigest],
    ["审计链首 Audit head", paper.auditHead],
  ];
  return page(
    "文书查验",
    `<h1>文书查验</h1><p class="en">Verification of an issued paper</p>${state}<dl>${rows.map(([term, value]) => `<dt>${escape(term)}</dt><dd>${escape(value)}</dd>`).join("")}</dl><footer>本页只显示文书的部分信息，不含个人信息；内容以纸面所载、与上列文件摘要相符者为准。<br>This page shows part of the paper and nothing personal. A file is genuine when its SHA-256 equals the digest above.</footer>`,
  );
}
