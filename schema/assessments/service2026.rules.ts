import { words } from "../shared/bilingual.rules.js";
import { type Dimension, single } from "./scheme.rules.js";

/** LIUHAO-2026, dimension E: 服务职工群众好. */
export const SERVICE_2026: Dimension = {
  code: "E",
  name: words("服务职工群众好", "Service to workers"),
  points: "16",
  indicators: [
    single("E1", words("困难职工建档与帮扶率", "Workers in hardship aided"), "COMPUTED", ["R17g"], {
      points: "3",
      formula: { kind: "LIN", from: "0.80", to: "1.00" },
      counts: [words("已帮扶的困难职工", "Workers aided"), words("建档困难职工", "Workers on file")],
      unit: "人",
      record: words("困难职工帮扶档案", "hardship cases"),
    }),
    single("E2", words("职工诉求按时办结率", "Appeals settled in time"), "COMPUTED", ["R53"], {
      points: "3",
      formula: { kind: "LIN", from: "0.70", to: "0.95" },
      counts: [words("按时办结的诉求", "Appeals settled in time"), words("应办结的诉求", "Appeals due")],
      unit: "件",
      record: words("职工诉求办理记录", "appeals of workers"),
    }),
    single("E3", words("劳动争议调解成功率", "Disputes settled by mediation"), "COMPUTED", ["R17f"], {
      points: "3",
      formula: { kind: "LIN", from: "0.50", to: "0.80" },
      counts: [words("调解成功的争议", "Disputes settled"), words("已办结的调解", "Mediations closed")],
      unit: "件",
      record: words("劳动争议调解记录", "labour disputes"),
    }),
    {
      code: "E4",
      name: words("职工之家／服务阵地、医疗互助参保率", "Workers' home, and medical mutual aid"),
      source: "COMPUTED_AND_EVIDENCE",
      basis: ["R17h"],
      parts: [
        {
          key: "E4a",
          name: words("职工之家／服务阵地", "Workers' home or service place"),
          points: "2",
          formula: { kind: "ALL" },
          record: words("职工之家、服务阵地材料", "papers on the workers' home"),
        },
        {
          key: "E4b",
          name: words("医疗互助参保率", "Insured in medical mutual aid"),
          points: "2",
          formula: { kind: "LIN", from: "0.30", to: "0.80" },
          counts: [words("参保职工", "Insured workers"), words("职工人数", "Employees")],
          unit: "人",
          record: words("医疗互助参保记录", "medical mutual aid records"),
        },
      ],
    },
    single("E5", words("会员满意度测评", "Satisfaction of members"), "EVIDENCE", ["R16"], {
      points: "3",
      formula: {
        kind: "STEP",
        steps: [
          ["0.90", "3"],
          ["0.80", "2"],
          ["0.60", "1"],
        ],
        leastCases: 30,
      },
      counts: [words("满意票", "Satisfied votes"), words("有效票", "Valid votes")],
      unit: "张",
      record: words("会员满意度测评结果", "result of the satisfaction vote"),
    }),
  ],
};
