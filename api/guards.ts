import { LIMITS, type Limits } from "../schema/access/limits.rules.js";
import { ATTACHMENT_LIMITS } from "../schema/documents/attachment.rules.js";
import { type TrustedDocuments, trustedDocuments } from "./access/trustedDocuments.js";

/** What stands between the network and the records. A test takes one away to see that it is missed. */
export interface Guards {
  limits: Limits;
  documents: TrustedDocuments;
  preventsCsrf: boolean;
  checksOrigin: boolean;
  /** Whether a console session's free text is refused, outside demonstration mode. */
  refusesText: boolean;
  /** Milliseconds in which a request must have come and an answer must have gone. */
  patience: number;
  /** Bytes that all attachments together may have. */
  attachedBytes: number;
}

export const guardsOf = (given: Partial<Guards> = {}): Guards => ({
  limits: LIMITS,
  documents: trustedDocuments(),
  preventsCsrf: true,
  checksOrigin: true,
  refusesText: true,
  patience: 20_000,
  attachedBytes: ATTACHMENT_LIMITS.totalBytes,
  ...given,
});
