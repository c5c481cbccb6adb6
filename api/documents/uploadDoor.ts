import { readFile } from "node:fs/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Attachment } from "../../schema/documents/attachment.entity.js";
import { ATTACHMENT_LIMITS, sizeText, whyNotFileName } from "../../schema/documents/attachment.rules.js";
import { isOurOrigin } from "../access/origin.js";
import type { Context } from "../context.js";
import type { Viewer } from "../reading/viewer.js";
import { actIn } from "../shared/announce.js";
import { recordDenial } from "../shared/denials.js";
import { ownUnion } from "../shared/logbook.js";
import { userError } from "../shared/payload.js";
import { Refused } from "../shared/refuse.js";
import { stepsFirst } from "../shared/stepsFirst.js";
import { TopLevel } from "../shared/topLevel.js";
import { keepAttachment, proofFor } from "./attachments.actions.js";
import { type Received, TooLarge } from "./fileStore.js";
import { inspectFile } from "./inspectFile.js";

const LONGEST_NOTE = 200;

/** What comes with the bytes: what they prove, what they are called, and a note. Texts come percent-encoded. */
interface Sent {
  about: string;
  fileName: string;
  note: string | undefined;
}

function sentBy({ headers }: FastifyRequest): Sent {
  const text = (name: string) => {
    const value = headers[name];
    try {
      return typeof value === "string" ? decodeURIComponent(value).normalize("NFC").trim() : "";
    } catch {
      throw new TopLevel("BAD_USER_INPUT", {
        zh: `请求头 ${name} 编码有误。`,
        en: `The header ${name} is not encoded as it must be.`,
      });
    }
  };
  return {
    about: text("x-about"),
    fileName: text("x-file-name"),
    note: text("x-note").slice(0, LONGEST_NOTE) || undefined,
  };
}

/** Who may send a file at all: somebody signed in, in person, from a page of ours, with bytes that are announced as bytes. */
function admit(context: Context, request: FastifyRequest, checksOrigin: boolean): Viewer {
  if (
    checksOrigin &&
    (!isOurOrigin(request, context.house.publicUrl) || request.headers["sec-fetch-site"] === "cross-site")
  )
    throw new TopLevel("FORBIDDEN", {
      zh: "请求来自其他网站，已拒绝。",
      en: "The request comes from another site and is refused.",
    });
  if (!context.viewer) throw new TopLevel("UNAUTHENTICATED", { zh: "请先登录。", en: "Sign in first." });
  if (!context.account?.sessionId)
    throw new TopLevel("FORBIDDEN", {
      zh: "上传附件须本人登录办理，不接受访问令牌。",
      en: "Files are sent signed in, in person; an access token will not do.",
    });
  stepsFirst(context);
  if (request.headers["content-type"] !== "application/octet-stream")
    throw new TopLevel(
      "BAD_USER_INPUT",
      { zh: "请求类型须为 application/octet-stream。", en: "The content type must be application/octet-stream." },
      { status: 415 },
    );
  if (Number(request.headers["content-length"] ?? 0) > ATTACHMENT_LIMITS.fileBytes) throw tooLarge();
  return context.viewer;
}

const tooLarge = () =>
  new TopLevel("PAYLOAD_TOO_LARGE", {
    zh: `文件超过 ${sizeText(ATTACHMENT_LIMITS.fileBytes)}，请压缩或拆分后再上传。`,
    en: `The file exceeds ${sizeText(ATTACHMENT_LIMITS.fileBytes)}; make it smaller or send it in parts.`,
  });

export interface UploadRules {
  checksOrigin: boolean;
  /** Bytes that all files together may have. */
  totalBytes: number;
}

/** Takes in one file: permission before its bytes, its content before its record, and nothing left behind where any of them fails. */
export function uploads({ checksOrigin, totalBytes }: UploadRules) {
  let underWay = 0;
  return async function take(
    context: Context,
    request: FastifyRequest,
  ): Promise<Pick<Attachment, "id" | "size" | "digest">> {
    const viewer = admit(context, request, checksOrigin);
    const sent = sentBy(request);
    const act = { name: "uploadAttachment" };
    const wrong = whyNotFileName(sent.fileName);
    await denied(context, viewer, () => actIn(context, viewer, act, (inside) => proofFor(inside, sent.about)));
    if (wrong) throw new Refused([wrong]);
    if (underWay >= ATTACHMENT_LIMITS.atOnce)
      throw new TopLevel("UNAVAILABLE", {
        zh: "同时上传的文件过多，请稍候重试。",
        en: "Too many files are being sent; try again shortly.",
      });
    underWay += 1;
    try {
      const received = await context.house.files
        .receive(request.raw, ATTACHMENT_LIMITS.fileBytes)
        .catch((error: Error) => {
          throw error instanceof TooLarge ? tooLarge() : error;
        });
      return await keep(context, viewer, sent, received, totalBytes);
    } finally {
      underWay -= 1;
    }
  };
}

async function keep(
  context: Context,
  viewer: Viewer,
  sent: Sent,
  received: Received,
  totalBytes: number,
): Promise<Attachment> {
  const { files } = context.house;
  let storedName: string | undefined;
  try {
    const found = await inspectFile(await readFile(received.path), sent.fileName);
    if ("refused" in found) throw new Refused([found.refused]);
    const { size, digest } = received;
    storedName = await files.keep(received);
    const name = storedName;
    return await actIn(context, viewer, { name: "uploadAttachment" }, async (act) => {
      const kept = { ...sent, ...found, size, digest, storedName: name };
      const attachment = await keepAttachment(act, kept, totalBytes);
      await act.em.flush();
      return attachment;
    });
  } catch (error) {
    await files.drop(received, storedName);
    throw error;
  }
}

/** What is denied is told to the log, like the denial of any change. */
async function denied<T>({ house, visit }: Context, viewer: Viewer, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TopLevel)
      await recordDenial(house.reads.pool, String(viewer.accountId), {
        kind: "DENIAL",
        action: "uploadAttachment",
        accountId: viewer.accountId,
        record: "attachment",
        tradeUnionId: ownUnion(viewer),
        requestId: visit.requestId,
        facts: { code: error.extensions["code"], permission: error.extensions["permission"] },
      });
    throw error;
  }
}

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  BAD_USER_INPUT: 400,
  UNAVAILABLE: 503,
};

/** Says what was refused, in the form of the rest of the contract; anything else is a fault of ours. */
export function refuseUpload(reply: FastifyReply, error: unknown, { visit }: Context): FastifyReply {
  const { language } = visit;
  reply.header("connection", "close"); // bytes that are still on their way are not waited for
  if (error instanceof Refused)
    return reply
      .code(422)
      .send({ attachment: null, userErrors: error.refusals.map((each) => userError(each, language)) });
  if (!(error instanceof TopLevel)) throw error;
  const { status, ...facts } = error.extensions as { status?: number; code: string };
  if (facts.code === "UNAVAILABLE") reply.header("retry-after", "5");
  return reply
    .code(status ?? STATUS[facts.code] ?? 400)
    .send({ errors: [{ message: error.in(language), extensions: { ...facts, requestId: visit.requestId } }] });
}

/** Registers the door in a part of the server of its own, where bodies are left alone. */
export const bytesAlone = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
};
