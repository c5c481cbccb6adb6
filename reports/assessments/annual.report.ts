import { colophon } from "../shared/colophon.js";
import type { Compositor } from "../shared/compositor.js";
import type { Block, Definition } from "../shared/definition.js";
import { letterhead } from "../shared/letterhead.js";
import { pageNumber } from "../shared/pageNumber.js";
import { PaperRefusal } from "../shared/paperRefusal.js";
import {
  blankLines,
  figureCaption,
  headingOne,
  headingTwo,
  paragraph,
  tableCaption,
  titleBlock,
} from "../shared/paragraphs.js";
import type { ReportModel } from "../shared/reportModel.js";
import { signaturePlaces, signOff } from "../shared/signOff.js";
import { verificationBox } from "../shared/verificationBox.js";
import { clauseTable } from "./annual.clauses.js";
import type { AnnualFacts, AssessedUnion, AssessmentFacts } from "./annual.facts.js";
import { methodNotes } from "./annual.notes.js";
import { scoreTable } from "./annual.scores.js";
import { basicFacts, dimensionChart, summaryTable } from "./annual.tables.js";
import {
  annualTitle,
  basisSentence,
  dimensionSentence,
  openingOf,
  outcomeOf,
  standingOf,
  VERIFYING,
} from "./annual.words.js";

/** The annual assessment of a township union under 六好, as an official paper. */
export function annualReport(model: ReportModel<AnnualFacts>, pen: Compositor): Definition {
  const { tradeUnion: union } = model.facts;
  const assessment = union.assessments.nodes[0];
  if (!assessment) throw new PaperRefusal("MODEL_INVALID", `${union.name}没有可以出件的年度考核。`);
  const title = annualTitle(union, assessment);
  const schemeCode = `${assessment.scheme.key}-${assessment.scheme.edition}`;
  return {
    title,
    author: model.issuer.name,
    subject: `${assessment.scheme.name}（${schemeCode}）`,
    keywords: [union.code, assessment.year, assessment.cutoffOn, schemeCode, model.verification?.code ?? "预览"].join(
      "；",
    ),
    createdAt: model.frozenAt,
    content: [
      ...letterhead(pen, model.issuer.name, model.preview, model.documentNumber),
      titleBlock(pen, title, [union.name]),
      blankLines(pen, 1),
      paragraph(pen, openingOf(union, assessment), "导语"),
      ...standing(pen, union, assessment),
      ...scores(pen, assessment),
      ...method(pen, assessment),
      ...closing(pen, model),
    ],
    footer: (page) => pageNumber(pen, page, model.preview),
  };
}

function standing(pen: Compositor, union: AssessedUnion, assessment: AssessmentFacts): Block[] {
  return [
    headingOne(pen, "一、基本情况", "standing"),
    paragraph(pen, standingOf(union, assessment), "基本情况"),
    { ...paragraph(pen, "登记的基本情况见表1。", "基本情况"), room: 8 },
    keptWhole(tableCaption(pen, `表1　${union.name}基本情况`), basicFacts(pen, union, assessment)),
    headingOne(pen, "二、考核总体情况", "result"),
    ...outcomeOf(assessment).map((text) => paragraph(pen, text, "考核总体情况")),
    { ...paragraph(pen, "各方面的得分见表2。", "考核总体情况"), room: 10 },
    keptWhole(tableCaption(pen, "表2　各方面得分汇总（单位：分）"), summaryTable(pen, assessment)),
    { ...paragraph(pen, "各方面得分与满分的比较见图1。", "考核总体情况"), room: 11 },
    keptWhole(dimensionChart(pen, assessment), figureCaption(pen, "图1　各方面得分（单位：分）")),
  ];
}

/** A table or figure with its caption on one page. The white below comes behind the whole, where a page may end without it. */
function keptWhole(...parts: Block[]): Block {
  return { stack: parts.map((part) => ({ ...part, snap: false })), unbreakable: true, snap: true };
}

function scores(pen: Compositor, { sheet }: AssessmentFacts): Block[] {
  const sections = sheet.dimensions.flatMap((dimension, index) => [
    headingTwo(pen, `（${"一二三四五六七八九十"[index] ?? index + 1}）${dimension.name}`, "scores", 8),
    paragraph(pen, dimensionSentence(dimension, index + 3), dimension.name),
    tableCaption(pen, `表${index + 3}　${dimension.name}指标得分（单位：分）`, 5),
    scoreTable(pen, dimension),
  ]);
  return [headingOne(pen, "三、各项指标得分", "scores", 9), ...sections];
}

function method(pen: Compositor, assessment: AssessmentFacts): Block[] {
  const number = assessment.sheet.dimensions.length + 3;
  return [
    headingOne(pen, "四、口径说明", "method", 4),
    ...methodNotes(assessment).map((text) => paragraph(pen, text, "口径说明")),
    headingOne(pen, "五、指标依据", "clauses", 7),
    paragraph(pen, basisSentence(number), "指标依据"),
    tableCaption(pen, `表${number}　指标依据条款`, 5),
    clauseTable(pen, assessment),
  ];
}

/** Lines from the last heading to the foot of the 版记: kept together, or a full even page would cost a blank one (7.5). */
const SIGN_OFF_LINES = 15;

function closing(pen: Compositor, model: ReportModel<AnnualFacts>): Block[] {
  const { verification } = model;
  return [
    // Text stands above the place of the seal: a sign-off is never alone on its page (7.3.5.1).
    ...(verification
      ? [headingOne(pen, "六、核验", "verification", SIGN_OFF_LINES), paragraph(pen, VERIFYING, "核验")]
      : []),
    blankLines(pen, 1),
    { ...signaturePlaces(pen, ["考核人：", "复核人：", "负责人："]), room: verification ? 9 : 6 },
    blankLines(pen, 2),
    ...signOff(pen, model.issuer.name, model.issuedOn),
    ...(verification ? [blankLines(pen, 1), verificationBox(pen, verification)] : []),
    ...(model.issuedOn ? [colophon(pen, model.facts.tradeUnion.name, model.issuer.name, model.issuedOn)] : []),
  ];
}
