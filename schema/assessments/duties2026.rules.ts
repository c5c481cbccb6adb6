import { words } from "../shared/bilingual.rules.js";
import { type Dimension, single } from "./scheme.rules.js";

/** LIUHAO-2026, dimension C: 履行基本职责好. */
export const DUTIES_2026: Dimension = {
  code: "C",
  name: words("履行基本职责好", "Basic duties well performed"),
  points: "20",
  indicators: [
    {
      code: "C1",
      name: words("职代会、厂务公开建制率", "Workers' congress and open factory affairs in place"),
      source: "COMPUTED",
      basis: ["R17b", "R18"],
      parts: [
        {
          key: "C1a",
          name: words("职代会建制率", "Workers' congress"),
          points: "3",
          formula: { kind: "LIN", from: "0.50", to: "0.80" },
          counts: [
            words("已建职代会的工会", "Unions with a workers' congress"),
            words("存续的工会", "Unions in force"),
          ],
          unit: "个",
          record: words("职工代表大会制度记录", "workers' congress systems"),
        },
        {
          key: "C1b",
          name: words("厂务公开建制率", "Open factory affairs"),
          points: "2",
          formula: { kind: "LIN", from: "0.50", to: "0.80" },
          counts: [
            words("已实行厂务公开的工会", "Unions with open factory affairs"),
            words("存续的工会", "Unions in force"),
          ],
          unit: "个",
          record: words("厂务公开制度记录", "open factory affairs systems"),
        },
      ],
    },
    single("C2", words("集体合同（含工资专项）有效覆盖率", "Collective contracts in force"), "COMPUTED", ["R17c"], {
      points: "4",
      formula: {
        kind: "STEP",
        steps: [
          ["0.80", "4"],
          ["0.75", "3"],
          ["0.70", "2"],
          ["0.65", "1"],
        ],
      },
      counts: [words("集体合同有效的工会", "Unions with a contract in force"), words("存续的工会", "Unions in force")],
      unit: "个",
      record: words("集体合同记录", "collective contracts"),
    }),
    {
      code: "C3",
      name: words("劳动争议调解、劳动保护监督建制率", "Dispute mediation and labour protection in place"),
      source: "COMPUTED",
      basis: ["R17e", "R17f"],
      parts: [
        {
          key: "C3a",
          name: words("劳动争议调解建制率", "Dispute mediation"),
          points: "3",
          formula: { kind: "LIN", from: "0.50", to: "0.90" },
          counts: [
            words("已建调解制度的工会", "Unions with dispute mediation"),
            words("存续的工会", "Unions in force"),
          ],
          unit: "个",
          record: words("劳动争议调解制度记录", "dispute mediation systems"),
        },
        {
          key: "C3b",
          name: words("劳动保护监督建制率", "Labour protection supervision"),
          points: "2",
          formula: { kind: "LIN", from: "0.50", to: "0.90" },
          counts: [
            words("已建劳动保护监督的工会", "Unions with labour protection"),
            words("存续的工会", "Unions in force"),
          ],
          unit: "个",
          record: words("劳动保护监督制度记录", "labour protection systems"),
        },
      ],
    },
    single("C4", words("劳动竞赛、合理化建议活动", "Labour competitions and proposals"), "EVIDENCE", ["R17d"], {
      points: "2",
      formula: { kind: "CNT", target: 2 },
      unit: "次",
      record: words("劳动竞赛、合理化建议活动记录", "records of competitions and proposals"),
    }),
    single("C5", words("六项制度齐全率", "Six systems complete"), "COMPUTED", ["R18"], {
      points: "2",
      formula: { kind: "LIN", from: "0.60", to: "1.00" },
      counts: [words("已建立的制度数", "Systems in force"), words("应建制度数（工会数 × 6）", "Six for each union")],
      unit: "项",
      record: words("六项制度记录", "the six systems of each union"),
    }),
    single("C6", words("推优入党机制", "Recommendation of members to the party"), "EVIDENCE", ["R17a"], {
      points: "2",
      formula: { kind: "ALL" },
      record: words("推优入党机制材料", "papers on recommendation to the party"),
    }),
  ],
};
