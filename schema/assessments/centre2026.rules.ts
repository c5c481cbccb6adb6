import { words } from "../shared/bilingual.rules.js";
import { type Dimension, single } from "./scheme.rules.js";

/** LIUHAO-2026, dimension F: 围绕中心开展工作好. */
export const CENTRE_2026: Dimension = {
  code: "F",
  name: words("围绕中心开展工作好", "Work around the central tasks"),
  points: "12",
  indicators: [
    single("F1", words("劳模与先进档案、推荐管理", "Files of model workers"), "COMPUTED_AND_EVIDENCE", ["R17d"], {
      points: "2",
      formula: { kind: "DED", each: "0.5" },
      unit: "例",
      record: words("劳模与先进档案核查结果", "check of award files"),
    }),
    single("F2", words("职工技能培训竞赛参与率", "Workers in skill training and competitions"), "EVIDENCE", ["R17d"], {
      points: "3",
      formula: { kind: "LIN", from: "0.10", to: "0.40" },
      counts: [words("参与职工", "Participants"), words("职工人数", "Employees")],
      unit: "人",
      record: words("职工技能培训竞赛参与人数", "participants in skill training and competitions"),
    }),
    single(
      "F3",
      words("劳动关系和谐（无重大事件）", "Harmonious labour relations (no major incident)"),
      "COMPUTED_AND_EVIDENCE",
      ["R53"],
      { points: "2", formula: { kind: "ALL" }, record: words("劳动关系重大事件报告", "reports of major incidents") },
    ),
    single("F4", words("工会经费收缴率", "Union fees collected"), "COMPUTED", ["R24"], {
      points: "3",
      formula: { kind: "LIN", from: "0.60", to: "0.95" },
      counts: [words("已缴经费（分）", "Paid, in fen"), words("应缴经费（分）", "Accrued, in fen")],
      unit: "分",
      record: words("工会经费拨缴记录", "union fee contributions"),
    }),
    {
      code: "F5",
      name: words("独立账户、预决算、经审、一支笔", "Own account, budget and final account, review, sole approver"),
      source: "COMPUTED",
      basis: ["R29", "R30"],
      parts: [
        {
          key: "F5a",
          name: words("独立账户", "Own account"),
          points: "0.5",
          formula: { kind: "ALL" },
          record: words("银行账户记录", "bank accounts"),
        },
        {
          key: "F5b",
          name: words("预算、决算", "Budget and final account"),
          points: "0.5",
          formula: { kind: "ALL" },
          record: words("预算、决算记录", "budgets and final accounts"),
        },
        {
          key: "F5c",
          name: words("经费审查", "Finance review"),
          points: "0.5",
          formula: { kind: "ALL" },
          record: words("经费审查记录", "finance reviews"),
        },
        {
          key: "F5d",
          name: words("一支笔审批", "Sole approver"),
          points: "0.5",
          formula: { kind: "ALL" },
          record: words("支出审批记录", "approvals of expenditure"),
        },
      ],
    },
  ],
};
