import type { FastifyInstance, FastifyReply } from "fastify";
import { type GraphQLSchema, parse, validate } from "graphql";
import type { AnnualFacts } from "../reports/assessments/annual.facts.js";
import { factsQuery, reportOf } from "../reports/catalogue.js";
import { closePrinters, modelDigest, PaperRefusal, type ReportModel, renderReport } from "../reports/print.js";
import { headText } from "../schema/audit/auditChain.rules.js";
import { chainHead } from "./audit/head.js";
import type { Context, House } from "./context.js";
import { type ArchivedPaper, findPaper, isCode, issuePaper, readCode, verifyCode } from "./documents/archive.js";
import { verifyPage } from "./documents/verifyPage.js";
import type { Executor } from "./executor.js";
import { numberOf } from "./reading/predicates.js";
import type { Viewer } from "./reading/viewer.js";
import { Actor } from "./shared/actor.js";
import { recordDenial } from "./shared/denials.js";
import { enterInLog, ownUnion } from "./shared/logbook.js";
import { STEPS_FIRST, stepLeft } from "./shared/stepsFirst.js";
import { TopLevel } from "./shared/topLevel.js";
import { contextOf } from "./visits.js";

const ANNUAL = "assessments/annual";

/** A paper ready to be handed out. */
export interface Paper {
  bytes: Uint8Array;
  fileName: string;
  preview: boolean;
}

/** What the log says of a paper that is handed out. */
interface Handed {
  unionId: number;
  documentId?: number;
  digest?: string;
}

/** The only door to the printing office: facts are read by GraphQL as the reader, or as the issuing office when a paper is issued. */
export function createReportDoor(house: House, run: Executor, schema: GraphQLSchema) {
  const report = reportOf(ANNUAL);
  if (!report) throw new Error(`${ANNUAL} is not in the catalogue`);
  const document = parse(factsQuery(report));
  const faults = validate(schema, document);
  if (faults.length)
    throw new Error(
      `the query of ${ANNUAL} does not fit the schema: ${faults.map(({ message }) => message).join("; ")}`,
    );

  async function factsFor(viewer: Viewer, year: number, code: string): Promise<AnnualFacts | undefined> {
    const asOf = `${year}-12-31` < viewer.today ? `${year}-12-31` : viewer.today;
    const context = {
      house,
      viewer,
      visit: { language: "zh", requestId: "report", address: "", cookies: {}, setCookie: () => {} },
      read: () => Promise.reject(new Error("not compiled")),
    } as Context;
    const { data, errors } = await run({ document, variables: { code, year, asOf }, hash: ANNUAL, context });
    if (errors?.length) throw errors[0]?.originalError ?? errors[0];
    const facts = data as unknown as AnnualFacts;
    return facts.tradeUnion?.assessments.nodes.length ? facts : undefined;
  }

  /** The annual paper of a union: issued once for a year that is over, a preview made for the reader while it runs. */
  async function annualPaper(
    viewer: Viewer,
    year: number,
    code: string,
    requestId: string,
  ): Promise<(Paper & Handed) | undefined> {
    new Actor(viewer).mustSomewhere("download:issued-document");
    const seen = await factsFor(viewer, year, code);
    if (!seen) return undefined;
    const fileName = `${seen.tradeUnion.name}${year}年度“六好”考核情况报告.pdf`;
    const issuer = await issuerOf(house, seen);
    const unionId = numberOf("TradeUnion", seen.tradeUnion.id);
    if (Number(viewer.today.slice(0, 4)) <= year) {
      const model: ReportModel<AnnualFacts> = {
        report: ANNUAL,
        facts: seen,
        issuer,
        frozenAt: `${viewer.today}T00:00:00.000Z`,
        preview: true,
      };
      return { bytes: await renderReport(model), fileName, preview: true, unionId };
    }
    const archived =
      (await findPaper(house.reads.pool, ANNUAL, unionId, year)) ??
      (await issue(viewer, year, code, unionId, issuer, requestId));
    return {
      bytes: archived.pdf,
      fileName,
      preview: false,
      unionId,
      documentId: archived.id,
      digest: archived.pdfDigest,
    };
  }

  /** Records who is handed which paper before it is handed out, and who is not. */
  return async function recorded(
    viewer: Viewer,
    year: number,
    code: string,
    requestId: string,
  ): Promise<Paper | undefined> {
    const what = { action: "downloadPaper", accountId: viewer.accountId, requestId };
    const denied = (status: string, permission?: unknown) =>
      recordDenial(house.reads.pool, String(viewer.accountId), {
        ...what,
        kind: "DENIAL",
        record: "issued_document",
        tradeUnionId: ownUnion(viewer),
        facts: { code: status, permission, year, file: `${code}.pdf` },
      });
    const paper = await annualPaper(viewer, year, code, requestId).catch(async (error: unknown) => {
      if (error instanceof TopLevel) await denied(String(error.extensions["code"]), error.extensions["permission"]);
      throw error;
    });
    if (!paper) {
      await denied("NOT_FOUND");
      return undefined;
    }
    const { documentId, unionId, digest, ...handed } = paper;
    const about = documentId
      ? { record: "issued_document", recordId: documentId }
      : { record: "trade_union", recordId: unionId };
    await enterInLog(house.reads.pool, {
      ...what,
      ...about,
      kind: "DOWNLOAD",
      tradeUnionId: unionId,
      facts: { year, preview: handed.preview, digest },
    });
    return handed;
  };

  async function issue(
    viewer: Viewer,
    year: number,
    code: string,
    unionId: number,
    issuer: Issuer,
    requestId: string,
  ): Promise<ArchivedPaper> {
    const auditHead = await chainHead(house.reads.pool);
    const office: Viewer = { accountId: viewer.accountId, role: "OFFICIAL", path: issuer.path, today: viewer.today };
    const facts = await factsFor(office, year, code);
    if (!facts) throw new Error(`the issuing office ${issuer.code} does not see ${code}`);
    const { code: issuerCode, name } = issuer;
    return issuePaper(
      house.reads.pool,
      {
        kind: ANNUAL,
        title: `${facts.tradeUnion.name}${year}年度“六好”考核情况报告`,
        tradeUnionId: unionId,
        assessmentId: numberOf("Assessment", facts.tradeUnion.assessments.nodes[0]?.id),
        issuerId: issuer.id,
        year,
        accountId: viewer.accountId > 0 ? viewer.accountId : undefined,
        requestId,
        auditHead,
      },
      facts,
      async ({ code: verification, frozenAt }) => {
        const bare: ReportModel<AnnualFacts> = {
          report: ANNUAL,
          facts,
          issuer: { code: issuerCode, name },
          frozenAt,
          preview: false,
          issuedOn: dayInShaoxing(frozenAt),
        };
        const digest = modelDigest(bare);
        const pdf = await renderReport({
          ...bare,
          verification: {
            code: verification,
            url: `${house.publicUrl}/verify/${verification}`,
            digest,
            auditHead: headText(auditHead),
          },
        });
        return { pdf, factsDigest: digest };
      },
    );
  }
}

/** Day of an instant in the city's zone, `YYYY-MM-DD`: the day of signature is the day of issue. */
const dayInShaoxing = (instant: string) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" }).format(new Date(instant));

interface Issuer {
  id: number;
  code: string;
  name: string;
  path: string;
}

/** The federation whose letterhead the paper carries: the superior of the union on the day of the figures. */
async function issuerOf({ reads }: House, { tradeUnion }: AnnualFacts): Promise<Issuer> {
  const { rows } = await reads.pool.query(
    "select s.id, coalesce(v.code, s.code) as code, coalesce(v.name, s.name) as name, s.path from trade_union u join trade_union s on s.id = coalesce((select a.parent_id from affiliation a where a.trade_union_id = u.id and a.known_to is null and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date)), u.parent_id, u.id) left join trade_union_version v on v.trade_union_id = s.id and v.known_to is null and v.valid_from <= $2::date and (v.valid_to is null or v.valid_to > $2::date) where u.id = $1",
    [numberOf("TradeUnion", tradeUnion.id), tradeUnion.assessments.nodes[0]?.cutoffOn],
  );
  return rows[0] as Issuer;
}

/** Papers over HTTP: signed in and within scope; hidden and absent look alike. Verification needs no sign-in. */
export function serveReports(app: FastifyInstance, house: House, run: Executor, schema: GraphQLSchema): void {
  const annualPaper = createReportDoor(house, run, schema);
  app.addHook("onClose", async () => closePrinters());
  app.get<{ Params: { year: string; file: string } }>("/reports/assessments/:year/:file", async (request, reply) => {
    const context = await contextOf(house, request, reply);
    const { viewer, visit } = context;
    if (!viewer) return refusePaper(reply, 401, visit.language === "en" ? "Sign in first." : "请先登录。");
    const step = stepLeft(context);
    if (step) return refusePaper(reply, 403, STEPS_FIRST[step][visit.language]);
    const year = /^(19|20|21)\d\d$/.test(request.params.year) ? Number(request.params.year) : undefined;
    const code = /^([0-9]{6,12}(?:-[0-9]{4})?)\.pdf$/.exec(request.params.file)?.[1];
    const paper =
      year && code
        ? await annualPaper(viewer, year, code, visit.requestId).catch((error: unknown) => said(error, visit.language))
        : undefined;
    if (typeof paper === "string") return refusePaper(reply, 422, paper);
    if (!paper) return refusePaper(reply, 404, visit.language === "en" ? "No such paper." : "没有这份文书。");
    return reply
      .type("application/pdf")
      .header(
        "content-disposition",
        `inline; filename="assessment-${year}-${code}.pdf"; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
      )
      .header("cache-control", "private, no-store")
      .header("x-gonghui-preview", String(paper.preview))
      .send(Buffer.from(paper.bytes));
  });
  app.get<{ Params: { code: string } }>("/verify/:code", async (request, reply) => {
    const code = readCode(request.params.code).slice(0, 32);
    const paper = isCode(code) ? await verifyCode(house.reads.pool, code) : undefined;
    return reply
      .code(paper ? 200 : 404)
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(verifyPage(code, paper));
  });
}

const refusePaper = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).type("text/plain; charset=utf-8").send(`${text}\n`);

/** A paper that cannot be printed says why; anything else is a fault of ours. */
function said(error: unknown, language: "zh" | "en"): string {
  if (error instanceof TopLevel) return error.in(language);
  if (error instanceof PaperRefusal) return error.message;
  throw error;
}
