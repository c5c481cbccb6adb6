/** Everything one paper says, as plain JSON: authorised, computed and frozen before it comes here. The printer adds nothing. */
export interface ReportModel<Facts = unknown> {
  /** Key of the catalogue, for example `assessments/annual`. */
  report: string;
  /** What the report's query answered, read as the reader or as the issuing office. */
  facts: Facts;
  /** The body whose letterhead the paper carries. */
  issuer: { code: string; name: string };
  /** Instant at which the facts were frozen, `2026-01-20T01:30:00.000Z`; becomes the creation date of the file. */
  frozenAt: string;
  /** A paper of an open year: marked 预览, without letterhead colour, QR, code, day of signature and 版记. */
  preview: boolean;
  /** Given exactly when the paper is issued. */
  verification?: Verification;
  /** Day of signature (成文日期) and of printing (印发), `YYYY-MM-DD`: the day of issue. Given exactly when the paper is issued. */
  issuedOn?: string;
  /** 发文字号 as entered by the issuing office, `越总工〔2026〕5号`; never made up here. */
  documentNumber?: string;
}

/** How a reader of the paper convinces himself that it was issued. */
export interface Verification {
  code: string;
  /** Public address, `https://…/verify/CODE`, held by the QR code. */
  url: string;
  /** SHA-256 (hex) of the issued model, of which the paper prints the beginning. */
  digest: string;
  /** Head of the audit chain when the facts were frozen, as `number:beginning of the hash`. */
  auditHead?: string;
}
