/** Queries shown in the explorer, each a tab of its own. */
export const EXAMPLES = [
  `# 示例一：越城区总工会及其直接下级，含汇总
# 先在控制台登录；查询范围以本人管辖范围为限。按 Ctrl+Enter 运行。
query CountySummary {
  tradeUnion(code: "330602") {
    name
    level
    rollup { unionCount memberCount employeeCount }
    children(first: 50, orderBy: [CODE_ASC]) {
      totalCount
      nodes { code name type rollup { unionCount memberCount } }
    }
  }
}
`,
  `# 示例二：按拼音首字母查找工会，并看其上级层次
query FindUnions {
  tradeUnions(filter: { search: "ts" }, first: 10) {
    totalCount
    nodes { code name type ancestors { name } }
  }
}
`,
  `# 示例三：回看历史。2013 年 9 月 5 日的绍兴县（330621）与次年的柯桥区
query DivisionHistory {
  before: division(code: "330621", asOf: "2013-09-05") { code name type }
  after: division(code: "330603", asOf: "2014-01-01") { code name type }
}
`,
  `# 示例四：塔山街道总工会现任专职主席、副主席及任期
query OfficersNow {
  positions(
    filter: { role: { in: [CHAIR, EXECUTIVE_VICE_CHAIR, VICE_CHAIR] }, employmentMode: { eq: FULL_TIME } }
    first: 20
    orderBy: [TERM_END_ON_ASC]
  ) {
    totalCount
    nodes { tradeUnion { name } person { name } role startOn termEndOn }
  }
}
`,
  `# 示例五：年度考核评分表，含各项指标的数据与计分公式
query AnnualAssessment {
  assessments(filter: { year: { eq: 2025 } }, first: 1) {
    nodes {
      tradeUnion { name }
      state
      sheet {
        computedCount
        indicatorCount
        dimensions { name computedPoints indicators { code name outcome points } }
      }
    }
  }
}
`,
];
