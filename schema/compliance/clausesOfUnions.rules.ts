import type { RuleClause } from "./ruleClause.rules.js";

/** Rules of part two of the policy text: the unions themselves, their forms, duties, systems and funds. */
export const CLAUSES_OF_UNIONS = {
  R01: {
    clause: "二(一)",
    quote: "乡镇（街道）、行政村（社区）、企事业单位基层工会组织网络",
    codes: ["NETWORK_COVERAGE"],
  },
  R02: {
    clause: "二(一)",
    quote: "企事业单位要在开业（设立）一年内依法建立工会组织",
    codes: ["UNION_NOT_ESTABLISHED_IN_TIME"],
  },
  R03: {
    clause: "二(一)",
    quote: "企事业单位、机关有会员25人以上的，要单独建立基层工会委员会",
    codes: ["SEPARATE_UNION_REQUIRED", "SEPARATE_UNION_PRESUMED"],
  },
  R04: {
    clause: "二(一)",
    quote: "不足25人的，可以单独建立基层工会委员会，也可以由两个以上单位的会员联合建立基层工会委员会",
    codes: ["JOINT_UNION_TOO_FEW_UNITS"],
  },
  R05: { clause: "二(一)", quote: "已建立工会组织的，要按规定逐步规范", codes: ["STANDARDIZATION_PENDING"] },
  R06: {
    clause: "二(一)",
    quote: "以非公有制企业、外商投资企业、台资企业、经济开发区（工业园区）和新社会组织为重点领域",
    codes: ["KEY_SECTOR_COVERAGE"],
  },
  R07: {
    clause: "二(一)",
    quote: "以农民工、劳务派遣工以及高学历、高职称、高收入群体为重点对象",
    codes: ["KEY_GROUP_COVERAGE"],
  },
  R08: {
    clause: "二(一)",
    quote: "确保新建基层工会数和职工入会数每年都有较大幅度的增长",
    codes: ["GROWTH_NOT_ACHIEVED"],
  },
  R09: {
    clause: "二(一)",
    quote: "可以经济功能区、行政村（社区）、专业市场、商业街区、商务楼宇等为单位，组建区域性工会联合会",
    codes: [],
  },
  R10: {
    clause: "二(一)",
    quote: "依托行业协会（商会）、个体私营企业协会和龙头企业、专业经济合作组织，组建行业性工会联合会",
    codes: [],
  },
  R11: { clause: "二(一)", quote: "实行区域化、网格化管理", codes: [] },
  R12: { clause: "二(二)", quote: "乡镇（街道）工会负责领导和管理所属区域的基层工会", codes: ["NO_LEADING_UNION"] },
  R13: {
    clause: "二(二)",
    quote: "接受同级党委和上级工会双重领导，以同级党委领导为主",
    codes: ["DUAL_LEADERSHIP_INCOMPLETE"],
  },
  R14: {
    clause: "二(二)",
    quote: "乡镇（街道）建立工会委员会、工会工作委员会或总工会",
    codes: ["TOWNSHIP_UNION_MISSING"],
  },
  R15: {
    clause: "二(二)",
    quote: "凡企业数在50家以上、二三产从业人员2000人以上的乡镇（街道），应建立总工会",
    codes: ["TOWNSHIP_FEDERATION_REQUIRED"],
  },
  R16: {
    clause: "二(二)",
    quote:
      "“六好”（党委政府重视支持好、组织网络健全好、履行基本职责好、指导帮助基层好、服务职工群众好、围绕中心开展工作好）",
    codes: ["SIX_GOODS_NOT_ASSESSED"],
  },
  R17a: {
    clause: "二(三)",
    quote: "发展、吸收会员，建设工会积极分子队伍，做好会员会籍管理工作",
    codes: ["MEMBER_ROLL_INCOMPLETE"],
  },
  R17b: { clause: "二(三)", quote: "执行职工代表大会的决议", codes: ["CONGRESS_RESOLUTION_OPEN"] },
  R17c: {
    clause: "二(三)",
    quote: "代表职工签订集体合同或者其他集体协议，并监督执行",
    codes: ["COLLECTIVE_CONTRACT_EXPIRED"],
  },
  R17d: {
    clause: "二(三)",
    quote: "做好先进生产工作者和劳动模范的评选、表彰、培养和管理工作",
    codes: ["AWARD_FILE_INCOMPLETE"],
  },
  R17e: { clause: "二(三)", quote: "落实安全生产工作制度…排除安全隐患", codes: ["HAZARD_OPEN"] },
  R17f: { clause: "二(三)", quote: "调解职工与企业发生的劳动争议", codes: [] },
  R17g: { clause: "二(三)", quote: "开展困难职工帮扶救助工作", codes: [] },
  R17h: { clause: "二(三)", quote: "建设先进企业职工文化", codes: [] },
  R17i: { clause: "二(三)", quote: "依法收好、管好、用好工会经费，管理工会财产", codes: [] },
  R18: {
    clause: "二(四)",
    quote:
      "基层工会要建立以职工代表大会为基本形式的企事业单位民主管理制度、厂务公开制度、平等协商和集体合同制度、困难职工帮扶制度、劳动保护监督机制、劳动争议调解制度等",
    codes: ["INSTITUTIONAL_SYSTEM_MISSING"],
  },
  R19: {
    clause: "二(四)",
    quote: "乡镇（街道）工会要建立健全各项组织制度和工作制度",
    codes: ["TOWNSHIP_SYSTEM_MISSING"],
  },
  R20: {
    clause: "二(四)",
    quote: "建立乡镇（街道）总工会的要实行工会代表大会制度，有条件的实行工会代表大会常任制",
    codes: ["UNION_CONGRESS_REQUIRED"],
  },
  R21: {
    clause: "二(四)",
    quote: "建立和完善工会组织民主参与、多方协调、联系基层的工作机制",
    codes: ["WORK_MECHANISM_MISSING"],
  },
  R22: {
    clause: "二(四)",
    quote: "建立健全工作管理、干部培训、经费使用和审查等各项规章制度",
    codes: ["INTERNAL_RULE_MISSING"],
  },
  R23: {
    clause: "二(四)",
    quote:
      "市本级、各县（市、区）总工会要建立健全劳动关系预警机制、涉及职工民生政策制订的源头参与机制、劳动关系三方协商机制",
    codes: ["LEVEL_MECHANISM_MISSING"],
  },
  R24: {
    clause: "二(五)",
    quote: "应依法按照每月全部职工工资总额的2%向工会拨缴工会经费",
    codes: ["UNION_FEE_SHORTFALL"],
  },
  R25: { clause: "二(五)", quote: "企业、事业单位拨缴的工会经费可在税前列支", codes: [] },
  R26: {
    clause: "二(五)",
    quote: "未按照规定要求建立工会组织的单位，须按上述标准缴纳工会筹备金",
    codes: ["PREPARATORY_FUND_UNPAID"],
  },
  R27: {
    clause: "二(五)",
    quote: "各地要建立工会经费留存制度，将基层工会上交经费总额以一定的比例留存乡镇（街道）工会",
    codes: ["RETENTION_POLICY_MISSING", "RETENTION_SHORTFALL"],
  },
  R28: {
    clause: "二(五)",
    quote: "上级工会可在经费上对乡镇（街道）工会给予支持…乡镇政府（街道办事处）要加大对工会工作和工会经费的支持力度",
    codes: ["GOVERNMENT_SUPPORT_NONE"],
  },
  R29: {
    clause: "二(五)",
    quote: "乡镇（街道）工会和基层工会要开设独立的银行账户，实行独立核算",
    codes: ["SEPARATE_ACCOUNT_MISSING", "INDEPENDENT_ACCOUNTING_MISSING"],
  },
  R30: {
    clause: "二(五)",
    quote: "建立预算、决算、经费审查监督制度及工会主席一支笔审批制度",
    codes: ["BUDGET_MISSING", "FINAL_ACCOUNT_MISSING", "AUDIT_REVIEW_MISSING", "SOLE_APPROVER_BREACH"],
  },
  R31: { clause: "二(五)", quote: "各级要积极开展工会经费税务代征的调研工作，尽早出台相关实施方案", codes: [] },
} as const satisfies Record<string, RuleClause>;
