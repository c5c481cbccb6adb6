import type { FastifyInstance } from "fastify";
import { parse } from "graphql";
import { ATTACHMENT_LIMITS, endingOf } from "../schema/documents/attachment.rules.js";
import type { Context, House } from "./context.js";
import { bytesAlone, refuseUpload, uploads } from "./documents/uploadDoor.js";
import type { Executor } from "./executor.js";
import type { Guards } from "./guards.js";
import { numberOf } from "./reading/predicates.js";
import { Actor } from "./shared/actor.js";
import { recordDenial } from "./shared/denials.js";
import { DATA_ONLY } from "./shared/httpRefusal.js";
import { enterInLog, ownUnion } from "./shared/logbook.js";
import { stepsFirst } from "./shared/stepsFirst.js";
import { TopLevel } from "./shared/topLevel.js";
import { contextOf } from "./visits.js";

const ONE = parse(
  "query attachment($id: ID!) { attachment(id: $id) { id fileName mediaType digest withdrawnOn tradeUnion { id } } }",
);

interface Found {
  id: string;
  fileName: string;
  mediaType: string;
  digest: string;
  withdrawnOn: string | null;
  tradeUnion: { id: string } | null;
}

/** What a browser does with an attachment: save it, and nothing else. */
const HANDED = {
  ...DATA_ONLY,
  "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "cache-control": "private, no-store",
};

/** Files in and out over HTTP: in by those who may add to a record, out to those who see it. */
export function serveAttachments(app: FastifyInstance, house: House, run: Executor, guards: Guards): void {
  const take = uploads({ checksOrigin: guards.checksOrigin, totalBytes: guards.attachedBytes });
  app.register(async (scope) => {
    bytesAlone(scope);
    scope.post("/uploads", { bodyLimit: ATTACHMENT_LIMITS.fileBytes + 1, helmet: false }, async (request, reply) => {
      const context = await contextOf(house, request, reply);
      reply.headers(DATA_ONLY);
      try {
        const { id, size, digest } = await take(context, request);
        return reply.code(201).send({ attachment: { id: `attachment-${id}`, size, digest }, userErrors: [] });
      } catch (error) {
        return refuseUpload(reply, error, context);
      }
    });
  });
  app.get<{ Params: { id: string } }>("/attachments/:id", { helmet: false }, async (request, reply) => {
    const context = await contextOf(house, request, reply);
    reply.headers(HANDED);
    try {
      const { found, bytes } = await handOut(context, run, request.params.id);
      return reply.type(found.mediaType).header("content-disposition", dispositionOf(found)).send(bytes);
    } catch (error) {
      return refuseUpload(reply, error, context);
    }
  });
}

const dispositionOf = ({ id, fileName }: Found) =>
  `attachment; filename="${id}.${endingOf(fileName)}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;

const absent = () => new TopLevel("NOT_FOUND", { zh: "没有这个附件。", en: "There is no such attachment." });
const gone = () =>
  new TopLevel(
    "NOT_FOUND",
    { zh: "此附件已撤回，不再提供下载。", en: "This attachment was withdrawn and is handed out no more." },
    { status: 410 },
  );

/** The bytes of an attachment that its reader sees, by the same query, permission and walls as any record; in the log before they leave. */
async function handOut(context: Context, run: Executor, id: string): Promise<{ found: Found; bytes: Buffer }> {
  const { house, viewer, visit } = context;
  if (!viewer) throw new TopLevel("UNAUTHENTICATED", { zh: "请先登录。", en: "Sign in first." });
  stepsFirst(context);
  const number = numberOf("Attachment", id);
  const what = {
    action: "downloadAttachment",
    accountId: viewer.accountId,
    record: "attachment",
    recordId: Math.max(0, number),
    requestId: visit.requestId,
  };
  try {
    new Actor(viewer).mustSomewhere("download:attachment");
    const { data, errors } = await run({ document: ONE, variables: { id }, hash: "attachment handed out", context });
    if (errors?.length) throw errors[0]?.originalError ?? errors[0];
    const found = data?.["attachment"] as Found | null;
    if (!found) throw absent();
    if (found.withdrawnOn) throw gone();
    const { rows } = await house.reads.pool.query<{ name: string }>(
      "select stored_name as name from attachment where id = $1",
      [number],
    );
    const bytes = await house.files.read(rows[0]?.name ?? "", found.digest);
    const tradeUnionId = found.tradeUnion ? numberOf("TradeUnion", found.tradeUnion.id) : ownUnion(viewer);
    await enterInLog(house.reads.pool, { ...what, kind: "DOWNLOAD", tradeUnionId, facts: { digest: found.digest } });
    return { found, bytes };
  } catch (error) {
    if (error instanceof TopLevel)
      await recordDenial(house.reads.pool, String(viewer.accountId), {
        ...what,
        kind: "DENIAL",
        tradeUnionId: ownUnion(viewer),
        facts: { code: error.extensions["code"], permission: error.extensions["permission"] },
      });
    throw error;
  }
}
