import { words } from "../shared/bilingual.rules.js";
import { type Dimension, single } from "./scheme.rules.js";

/** LIUHAO-2026, dimension B: 组织网络健全好. */
export const NETWORK_2026: Dimension = {
  code: "B",
  name: words("组织网络健全好", "A sound network of organisation"),
  points: "22",
  indicators: [
    single("B1", words("组织形式达标（应建总工会）", "Form as due (federation where required)"), "COMPUTED", ["R15"], {
      points: "3",
      formula: { kind: "ALL" },
      record: words("乡镇（街道）概况（企业数、二三产从业人员数）", "township profile (enterprises, workers)"),
    }),
    single("B2", words("应建单位建会率", "Unionised among the units past their deadline"), "COMPUTED", ["R02"], {
      points: "5",
      formula: { kind: "LIN", from: "0.60", to: "0.95" },
      counts: [
        words("已建会的单位", "Units with a union"),
        words("建会期限已过的应建单位", "Units past their deadline"),
      ],
      unit: "个",
      record: words("用人单位开业日期与建会记录", "opening dates and coverage of employers"),
    }),
    single("B3", words("职工入会率", "Members among the employees of unionised units"), "COMPUTED", ["R08"], {
      points: "4",
      formula: { kind: "LIN", from: "0.60", to: "0.90" },
      counts: [words("会员人数", "Members"), words("已建会单位职工人数", "Employees of unionised units")],
      unit: "人",
      record: words("职工人数与会员名册", "head counts and member roll"),
    }),
    single(
      "B4",
      words("村（社区）、园区、商圈、楼宇覆盖率", "Villages, parks, shopping streets and buildings covered"),
      "COMPUTED",
      ["R01", "R09"],
      {
        points: "2",
        formula: { kind: "LIN", from: "0.50", to: "1.00" },
        counts: [words("已覆盖场所", "Places covered"), words("应覆盖场所", "Places to be covered")],
        unit: "个",
        record: words("应覆盖场所名单", "list of places to be covered"),
      },
    ),
    single("B5", words("按期换届率", "Unions within their term"), "COMPUTED", ["L16"], {
      points: "3",
      formula: { kind: "LIN", from: "0.80", to: "1.00" },
      counts: [words("任期内的工会", "Unions within their term"), words("有届次的工会", "Unions with a term")],
      unit: "个",
      record: words("工会届次记录", "terms of unions"),
    }),
    single(
      "B6",
      words("经审、女职工组织同步组建率", "Unions with both review and women's organs"),
      "COMPUTED",
      ["L45", "L11"],
      {
        points: "3",
        formula: {
          kind: "STEP",
          steps: [
            ["0.98", "3"],
            ["0.90", "2"],
            ["0.80", "1"],
          ],
        },
        counts: [
          words("经审、女职工组织齐全的工会", "Unions with both organs"),
          words("存续的工会", "Unions in force"),
        ],
        unit: "个",
        record: words("经审、女职工组织任职记录", "appointments to review and women's committees"),
      },
    ),
    single(
      "B7",
      words("法人资格登记率（证书有效）", "Unions registered as legal persons (certificate valid)"),
      "COMPUTED",
      ["L15"],
      {
        points: "2",
        formula: {
          kind: "STEP",
          steps: [
            ["0.90", "2"],
            ["0.70", "1"],
          ],
          cap: "1",
        },
        counts: [
          words("法人资格证书有效的工会", "Unions with a valid certificate"),
          words("存续的工会", "Unions in force"),
        ],
        unit: "个",
        record: words("工会法人资格登记记录", "legal-person registrations"),
      },
    ),
  ],
};
