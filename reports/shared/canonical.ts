import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { PaperRefusal } from "./paperRefusal.js";
import type { ReportModel } from "./reportModel.js";

/** The model as canonical JSON (RFC 8785): equal models give equal text. Throws `MODEL_INVALID` for what is no plain JSON. */
export function canonicalModel(model: ReportModel): string {
  try {
    const text = canonicalize(model);
    if (text !== undefined) return text;
  } catch (cause) {
    throw new PaperRefusal(
      "MODEL_INVALID",
      `the model is not plain JSON: ${cause instanceof Error ? cause.message : cause}`,
    );
  }
  throw new PaperRefusal("MODEL_INVALID", "the model is not plain JSON");
}

/** SHA-256 (hex) of what a paper says, without its verification: the code is drawn later and belongs to this digest. */
export function modelDigest(model: ReportModel): string {
  const { verification: _later, ...said } = model;
  return createHash("sha256").update(canonicalModel(said)).digest("hex");
}
