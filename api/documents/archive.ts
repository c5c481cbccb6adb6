import { createHash, randomInt } from "node:crypto";
import type pg from "pg";
import { type ChainHead, headText } from "../../schema/audit/auditChain.rules.js";

/** An issued paper as it lies in the archive. */
export interface ArchivedPaper {
  id: number;
  verificationCode: string;
  pdf: Buffer;
  pdfDigest: string;
}

/** What is frozen at issue. */
export interface Issue {
  kind: string;
  title: string;
  tradeUnionId: number;
  assessmentId: number;
  issuerId: number;
  year: number;
  accountId: number | undefined;
  requestId: string;
  /** Head of the audit chain before the facts were read. */
  auditHead: ChainHead;
}

// Crockford's alphabet: no I, L, O, U, so that a code read aloud or typed from paper cannot be mistaken.
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 80 random bits, drawn once at issue; the code belongs to the facts, not to the file. */
export const drawCode = () => Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** The code as people type it: lower case, dashes and look-alike letters are forgiven. */
export const readCode = (text: string) =>
  text.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");

export const isCode = (text: string) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(text);

/** The paper in force for a union and year, with its bytes as they were issued. */
export async function findPaper(
  pool: pg.Pool,
  kind: string,
  tradeUnionId: number,
  year: number,
): Promise<ArchivedPaper | undefined> {
  const { rows } = await pool.query(
    `select id, verification_code as "verificationCode", pdf, pdf_digest as "pdfDigest" from issued_document
     where kind = $1 and trade_union_id = $2 and year = $3 and superseded_by_id is null and withdrawn_on is null`,
    [kind, tradeUnionId, year],
  );
  return rows[0];
}

/** Issues a paper once: whoever comes second to the same union and year gets the first one's bytes. */
export async function issuePaper(
  pool: pg.Pool,
  issue: Issue,
  facts: unknown,
  print: (verification: { code: string; frozenAt: string }) => Promise<{ pdf: Uint8Array; factsDigest: string }>,
): Promise<ArchivedPaper> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      "select set_config('gonghui.account', $1, true), set_config('gonghui.action', 'issueDocument', true), set_config('gonghui.request', $2, true), set_config('statement_timeout', '60000', true), pg_advisory_xact_lock(hashtext($3))",
      [String(issue.accountId ?? ""), issue.requestId, `${issue.kind}/${issue.tradeUnionId}/${issue.year}`],
    );
    const found = await findPaper(client as unknown as pg.Pool, issue.kind, issue.tradeUnionId, issue.year);
    if (found) {
      await client.query("commit");
      return found;
    }
    const code = drawCode();
    const frozenAt = new Date().toISOString();
    const { pdf, factsDigest } = await print({ code, frozenAt });
    const pdfDigest = createHash("sha256").update(pdf).digest("hex");
    const bytes = Buffer.from(pdf);
    const { rows } = await client.query<{ id: number }>(
      `insert into issued_document (kind, title, verification_code, trade_union_id, assessment_id, issuer_id, year, issued_at, facts, facts_digest, pdf, pdf_digest, audit_head, audit_head_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, decode($14, 'hex')) returning id`,
      [
        issue.kind,
        issue.title,
        code,
        issue.tradeUnionId,
        issue.assessmentId,
        issue.issuerId,
        issue.year,
        frozenAt,
        JSON.stringify(facts),
        factsDigest,
        bytes,
        pdfDigest,
        issue.auditHead.id,
        issue.auditHead.hash,
      ],
    );
    await client.query("commit");
    return { id: rows[0]?.id as number, verificationCode: code, pdf: bytes, pdfDigest };
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** What anybody may know of an issued paper: partial, and never personal. */
export interface PublicPaper {
  title: string;
  unionName: string;
  issuerName: string;
  year: number;
  issuedOn: string;
  factsDigest: string;
  pdfDigest: string;
  /** Number and beginning of the hash, as the paper prints them. */
  auditHead: string;
  withdrawnOn: string | null;
  supersededBy: string | null;
}

const PUBLIC = `select d.id, d.title, u.name as "unionName", i.name as "issuerName", d.year, (d.issued_at at time zone 'Asia/Shanghai')::date::text as "issuedOn",
  d.facts_digest as "factsDigest", d.pdf_digest as "pdfDigest", d.audit_head as "headId", encode(d.audit_head_hash, 'hex') as "headHash", d.withdrawn_on::text as "withdrawnOn", (select s.verification_code from issued_document s where s.id = d.superseded_by_id) as "supersededBy"
  from issued_document d join trade_union u on u.id = d.trade_union_id join trade_union i on i.id = d.issuer_id`;

const publicPaper = (row: (PublicPaper & { headId: string; headHash: string }) | undefined): PublicPaper | undefined =>
  row && { ...row, auditHead: headText({ id: Number(row.headId), hash: row.headHash }) };

/** The public face of a paper by its code; the visit is recorded. */
export async function verifyCode(pool: pg.Pool, code: string): Promise<PublicPaper | undefined> {
  const { rows } = await pool.query(`${PUBLIC} where d.verification_code = $1`, [code]);
  if (rows[0]) await pool.query("insert into verification (issued_document_id) values ($1)", [rows[0].id]);
  return publicPaper(rows[0]);
}

/** The issued paper that a file is, byte for byte; undefined when no such file was issued. */
export async function verifyBytes(pool: pg.Pool, bytes: Uint8Array): Promise<PublicPaper | undefined> {
  const { rows } = await pool.query(`${PUBLIC} where d.pdf_digest = $1`, [
    createHash("sha256").update(bytes).digest("hex"),
  ]);
  return publicPaper(rows[0]);
}
