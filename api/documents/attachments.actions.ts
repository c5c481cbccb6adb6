import { Reference } from "@mikro-orm/core";
import { Account } from "../../schema/access/account.entity.js";
import { Assessment } from "../../schema/assessments/assessment.entity.js";
import { Award } from "../../schema/awards/award.entity.js";
import { Attachment } from "../../schema/documents/attachment.entity.js";
import type { WithdrawAttachmentInput } from "../../schema/documents/attachment.input.js";
import { ATTACHMENT_LIMITS, type MediaType, sizeText } from "../../schema/documents/attachment.rules.js";
import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import { refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "../shared/act.js";
import { because } from "../shared/refuse.js";
import { TopLevel } from "../shared/topLevel.js";

/** What a new attachment proves, with the union that keeps that record. */
type Proof = Pick<Attachment, "tradeUnion" | "award" | "assessment">;

/** The record an attachment is for, where the actor may add one to it. Hidden and absent look alike. */
export async function proofFor(act: Act, id: string): Promise<Proof> {
  const proof = await proofBehind(act, id);
  act.actor.must("create:attachment", proof.tradeUnion.getEntity());
  return proof;
}

async function proofBehind(act: Act, id: string): Promise<Proof> {
  switch (id.split("-")[0]) {
    case "award": {
      const award = await act.load(Award, { id }, ["recommendedBy"]);
      return { tradeUnion: award.recommendedBy, award: Reference.create(award) };
    }
    case "assessment": {
      const assessment = await act.load(Assessment, { id }, ["tradeUnion"]);
      return { tradeUnion: assessment.tradeUnion, assessment: Reference.create(assessment) };
    }
    case "tradeUnion":
      return { tradeUnion: Reference.create(await act.load(TradeUnion, { id })) };
    default:
      throw new TopLevel("NOT_FOUND", { zh: "找不到该记录。", en: "There is no such record." });
  }
}

/** What is known of a file that has come in and was looked into. */
export interface Kept {
  about: string;
  fileName: string;
  mediaType: MediaType;
  size: number;
  digest: string;
  note: string | undefined;
  storedName: string;
}

/** A file goes on record, unless all files together would then be more than the installation keeps. */
export async function keepAttachment(
  act: Act,
  kept: Kept,
  totalBytes = ATTACHMENT_LIMITS.totalBytes,
): Promise<Attachment> {
  const { about, ...facts } = kept;
  const proof = await proofBehind(act, about);
  act.actor.must("create:attachment", proof.tradeUnion.getEntity());
  const [{ bytes } = { bytes: 0 }] = await act.ask<{ bytes: string | number }>("select attached_bytes() as bytes");
  if (Number(bytes) + kept.size > totalBytes)
    act.note(refusal("STORAGE_FULL", { most: sizeText(totalBytes) }, ["file"]));
  act.settle();
  const uploadedBy = Reference.create(act.em.getReference(Account, act.viewer.accountId));
  const attachment = Object.assign(new Attachment(), proof, facts, { uploadedBy, uploadedAt: new Date() });
  act.em.persist(attachment);
  return attachment;
}

/** An attachment that should not be there is taken back: it stays on record, with the reason, and is handed out no more. */
export async function withdrawAttachment(act: Act, input: WithdrawAttachmentInput): Promise<Attachment> {
  const attachment = await act.load(Attachment, input, ["tradeUnion"]);
  act.actor.must("withdraw:attachment", attachment.tradeUnion.getEntity());
  if (attachment.withdrawnOn)
    act.note(
      because("ILLEGAL_TRANSITION", ["id"], { zh: "此附件已经撤回。", en: "This attachment was withdrawn before." }),
    );
  attachment.withdrawnOn = act.today;
  attachment.withdrawalReason = input.reason;
  return attachment;
}
