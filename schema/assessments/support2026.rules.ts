import { words } from "../shared/bilingual.rules.js";
import { type Dimension, single } from "./scheme.rules.js";

/** LIUHAO-2026, dimension A: 党委政府重视支持好. */
export const SUPPORT_2026: Dimension = {
  code: "A",
  name: words("党委政府重视支持好", "Support by party committee and government"),
  points: "15",
  indicators: [
    single(
      "A1",
      words("党建带工建纳入党建目标考核", "Union building led by party building enters the party's target assessment"),
      "COMPUTED_AND_EVIDENCE",
      ["R32"],
      { points: "3", formula: { kind: "ALL" }, record: words("党建带工建考核结果", "result of the party-led sheet") },
    ),
    single("A2", words("党委专题研究工会工作", "Party committee meetings on union work"), "EVIDENCE", ["R36"], {
      points: "3",
      formula: { kind: "CNT", target: 2 },
      unit: "次",
      record: words("党委专题研究记录", "minutes of party committee meetings"),
    }),
    single(
      "A3",
      words(
        "主席配备（专职，或党委成员兼任＋专职副主席）",
        "Chair in place (full time, or from the party committee with a full-time vice chair)",
      ),
      "COMPUTED",
      ["R45", "R46"],
      { points: "3", formula: { kind: "ALL" }, record: words("主席任职记录", "appointments of the chair") },
    ),
    single("A4", words("任职待遇落实", "Treatment ranks granted"), "COMPUTED", ["R45", "R46"], {
      points: "2",
      formula: { kind: "ALL" },
      record: words("任职待遇记录", "treatment ranks of officers"),
    }),
    single("A5", words("联席会议或听取汇报", "Joint conference or report heard"), "EVIDENCE", ["R34"], {
      points: "2",
      formula: { kind: "ALL" },
      record: words("联席会议记录", "minutes of the joint conference"),
    }),
    single("A6", words("政府（办事处）经费支持", "Financial support by the government"), "COMPUTED", ["R28"], {
      points: "2",
      formula: { kind: "ALL" },
      record: words("政府补助记录", "government subsidies"),
    }),
  ],
};
