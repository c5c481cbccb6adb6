import { words } from "../shared/bilingual.rules.js";
import { type Dimension, single } from "./scheme.rules.js";

/** LIUHAO-2026, dimension D: 指导帮助基层好. */
export const GUIDANCE_2026: Dimension = {
  code: "D",
  name: words("指导帮助基层好", "Guidance and help for the grassroots"),
  points: "15",
  indicators: [
    {
      code: "D1",
      name: words("新建工会、净增会员目标完成率", "Targets for new unions and new members"),
      source: "COMPUTED",
      basis: ["R08"],
      parts: [
        {
          key: "D1a",
          name: words("新建工会目标完成率", "New unions"),
          points: "2",
          formula: { kind: "CNT" },
          counts: [words("新建工会", "New unions"), words("年度目标", "Target of the year")],
          unit: "个",
          record: words("新建工会年度目标", "target of the year for new unions"),
        },
        {
          key: "D1b",
          name: words("净增会员目标完成率", "Net new members"),
          points: "2",
          formula: { kind: "CNT" },
          counts: [words("净增会员", "Net new members"), words("年度目标", "Target of the year")],
          unit: "人",
          record: words("净增会员年度目标", "target of the year for new members"),
        },
      ],
    },
    {
      code: "D2",
      name: words("专职干部配备合规率", "Full-time officers and staff as required"),
      source: "COMPUTED",
      basis: ["R41", "R42"],
      parts: [
        {
          key: "D2a",
          name: words("职工 200 人以上单位", "Units with 200 employees or more"),
          points: "2",
          formula: { kind: "RATE" },
          counts: [
            words("配备合规的单位", "Units as required"),
            words("职工 200 人以上的已建会单位", "Unionised units with 200 employees or more"),
          ],
          unit: "个",
          record: words("职工人数与任职记录", "head counts and appointments"),
        },
        {
          key: "D2b",
          name: words("职工不足 200 人单位", "Units with fewer than 200 employees"),
          points: "1",
          formula: { kind: "RATE" },
          counts: [
            words("配备合规的单位", "Units as required"),
            words("职工不足 200 人的已建会单位", "Unionised units with fewer than 200 employees"),
          ],
          unit: "个",
          record: words("职工人数与任职记录", "head counts and appointments"),
        },
      ],
    },
    {
      code: "D3",
      name: words("新任主席一年内培训率、干部年度培训覆盖率", "Training of new chairs and of cadres"),
      source: "COMPUTED",
      basis: ["R22", "R38"],
      parts: [
        {
          key: "D3a",
          name: words("新任主席一年内培训率", "New chairs trained within one year"),
          points: "3",
          formula: { kind: "LIN", from: "0.70", to: "1.00" },
          counts: [
            words("一年内受训合格的新任主席", "New chairs trained in time"),
            words("满一年的新任主席", "New chairs whose year is over"),
          ],
          unit: "人",
          record: words("培训记录", "training records"),
        },
        {
          key: "D3b",
          name: words("干部年度培训覆盖率", "Cadres trained in the year"),
          points: "2",
          formula: { kind: "LIN", from: "0.50", to: "0.90" },
          counts: [
            words("当年受训的工会干部", "Cadres trained in the year"),
            words("在任工会干部", "Cadres in office"),
          ],
          unit: "人",
          record: words("培训记录", "training records"),
        },
      ],
    },
    single(
      "D4",
      words("非公企业主席直接选举比例", "Chairs of non-public enterprises elected directly"),
      "COMPUTED",
      ["R40"],
      {
        points: "1",
        formula: { kind: "LIN", from: "0", to: "0.50" },
        counts: [
          words("直接选举产生的主席", "Chairs elected directly"),
          words("非公有制企业工会主席", "Chairs in non-public enterprises"),
        ],
        unit: "人",
        record: words("主席选举方式记录", "election methods of chairs"),
      },
    ),
    single("D5", words("届中调动程序合规", "Transfers in mid-term by the rules"), "COMPUTED", ["R48"], {
      points: "2",
      formula: { kind: "DED", each: "2" },
      unit: "例",
      record: words("届中调动同意意见", "consents to mid-term transfers"),
    }),
  ],
};
