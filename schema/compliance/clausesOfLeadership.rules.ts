import type { RuleClause } from "./ruleClause.rules.js";

/** Rules of part three of the policy text: leadership, cadres, education. */
export const CLAUSES_OF_LEADERSHIP = {
  R32: {
    clause: "三(一)",
    quote:
      "各级党委要把党建带工建工作摆上重要议事日程，纳入党建工作目标考核体系，考核结果作为党委书记履行基层党建工作责任制专项述职的重要内容",
    codes: ["PARTY_BUILDING_ASSESSMENT_MISSING"],
  },
  R33: {
    clause: "三(一)",
    quote: "建立绍兴市推进基层工会建设工作领导小组，定期召开会议",
    codes: ["LEADING_GROUP_MISSING"],
  },
  R34: {
    clause: "三(一)",
    quote: "建立完善工会与政府联席会议制度，原则上每年召开一次会议",
    codes: ["JOINT_CONFERENCE_MISSING"],
  },
  R35: { clause: "三(一)", quote: "应当吸收同级工会参加研究，听取工会意见", codes: ["POLICY_WITHOUT_CONSULTATION"] },
  R36: { clause: "三(一)", quote: "及时向党委、政府汇报基层工会建设情况", codes: ["ANNUAL_REPORT_NOT_FILED"] },
  R37: {
    clause: "三(一)",
    quote: "结合本地实际，制订基层工会、乡镇（街道）工会建设的实施方案",
    codes: ["IMPLEMENTATION_PLAN_MISSING"],
  },
  R38: {
    clause: "三(一)",
    quote: "要在经费、人员等方面向基层工会倾斜，加强对基层工会干部的教育培训",
    codes: ["TRAINING_GAP"],
  },
  R39: { clause: "三(二)", quote: "政治上靠得住、工作上有本事、作风上过得硬、职工群众信得过", codes: [] },
  R40: {
    clause: "三(二)",
    quote: "积极稳妥地推进基层工会主席直接民主选举，逐步实现非公有制企业工会主席直接选举产生",
    codes: [],
  },
  R41: {
    clause: "三(二)",
    quote: "职工200人以上的企事业单位工会，要设专职工会主席或副主席",
    codes: ["FULLTIME_OFFICER_REQUIRED"],
  },
  R42: {
    clause: "三(二)",
    quote:
      "职工200人以下的企事业单位工会，可以设专职工会主席或副主席，未设专职工会主席或副主席的，应当配备专职工会工作人员",
    codes: ["FULLTIME_STAFF_REQUIRED"],
  },
  R43: {
    clause: "三(二)",
    quote: "企事业单位的专职工会主席、副主席任职期间，分别享受单位行政副职、中层管理人员正职的同等待遇",
    codes: ["TREATMENT_RANK_MISSING"],
  },
  R44: { clause: "三(二)", quote: "非公有制企业工会主席是党员的，可进入党组织领导班子", codes: [] },
  R45: {
    clause: "三(二)",
    quote: "乡镇（街道）工会原则上应设专职主席，任职期间享受同级行政副职待遇",
    codes: ["TOWNSHIP_FULLTIME_CHAIR_EXPECTED", "TREATMENT_RANK_MISSING"],
  },
  R46: {
    clause: "三(二)",
    quote: "乡镇（街道）工会主席确需由同级党委组成人员兼任的，应配专职副主席，任职期间享受同级中层正职待遇",
    codes: ["TOWNSHIP_FULLTIME_VICE_REQUIRED", "TREATMENT_RANK_MISSING"],
  },
  R47: {
    clause: "三(二)",
    quote: "坚持工会领导干部以同级党委管理为主，上级工会协助管理的干部管理体制",
    codes: ["MANAGEMENT_OPINION_MISSING"],
  },
  R48: {
    clause: "三(二)",
    quote:
      "工会主席、副主席任期未满时，不得随意调动其工作。因工作需要调动时，应当征得本级工会委员会和上一级工会的同意。",
    codes: ["TRANSFER_WITHOUT_CONSENT"],
  },
  R49: { clause: "三(二)", quote: "配备专职工作人员…要增设工会工作职位", codes: ["TOWNSHIP_STAFF_NONE"] },
  R50: { clause: "三(二)", quote: "素质高、能力强、年轻化的工会工作者队伍", codes: [] },
  R51: { clause: "三(二)", quote: "上级工会或乡镇（街道）工会可选聘职业化、社会化工会工作者", codes: [] },
  R52: {
    clause: "三(二)",
    quote: "要研究筹措基层工会干部维权资金，用于基层工会干部权益受到侵害、家庭遇到困难时的帮扶补助",
    codes: [],
  },
  R53: {
    clause: "三(三)",
    quote: "建立健全职工诉求表达机制、利益协调机制、矛盾调处机制和权益保障机制…第一知情人和第一报告人",
    codes: ["APPEAL_MECHANISM_MISSING"],
  },
  R54: { clause: "三(三)", quote: "充分利用新闻媒体，宣传推广基层工会建设的好做法好经验", codes: [] },
} as const satisfies Record<string, RuleClause>;
