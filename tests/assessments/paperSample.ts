import type { AnnualFacts, DimensionFacts, IndicatorFacts, PartFacts } from "../../reports/assessments/annual.facts.js";
import type { ReportModel } from "../../reports/shared/reportModel.js";

const QUOTES: Record<string, string> = {
  "二(一)": "企事业单位要在开业（设立）一年内依法建立工会组织。企事业单位、机关有会员25人以上的，要单独建立基层工会委员会；不足25人的，可以单独建立基层工会委员会，也可以由两个以上单位的会员联合建立基层工会委员会。",
  "二(二)": "凡企业数在50家以上、二三产从业人员2000人以上的乡镇（街道），应建立总工会。",
  "二(三)": "其主要职责是：加强组织建设、吸收职工入会；组织职工开展企业民主管理；组织职工开展平等协商、签订集体合同；开展劳动竞赛和技能培训；开展劳动保护工作；调解劳动争议；开展困难帮扶工作；建设先进企业职工文化；管理工会经费与工会资产。",
  "二(四)": "基层工会要建立以职工代表大会为基本形式的企事业单位民主管理制度、厂务公开制度、平等协商和集体合同制度、困难职工帮扶制度、劳动保护监督机制、劳动争议调解制度等。",
  "二(五)": "乡镇（街道）工会和基层工会要开设独立的银行账户，实行独立核算，建立预算、决算、经费审查监督制度及工会主席一支笔审批制度，加强经费管理，确保工会经费合理有效使用。",
  "三(一)": "各级党委要把党建带工建工作摆上重要议事日程，纳入党建工作目标考核体系，考核结果作为党委书记履行基层党建工作责任制专项述职的重要内容。",
  "三(二)": "乡镇（街道）工会原则上应设专职主席，任职期间享受同级行政副职待遇；乡镇（街道）工会主席确需由同级党委组成人员兼任的，应配专职副主席，任职期间享受同级中层正职待遇。",
  "三(三)": "建立健全职工诉求表达机制、利益协调机制、矛盾调处机制和权益保障机制，及时、真实、准确地向党委政府上报涉及职工切身利益的信息。",
};

function part(figures: Partial<PartFacts>): PartFacts {
  return {
    name: null,
    numerator: null,
    numeratorLabel: null,
    denominator: null,
    denominatorLabel: null,
    value: null,
    target: null,
    share: "1",
    nominalPoints: "1.0",
    effectivePoints: "1.0",
    ...figures,
  };
}

function rate(labels: [string, string], figures: [number, number], value: string, share: string, name: string | null = null): PartFacts {
  return part({
    name,
    numeratorLabel: labels[0],
    denominatorLabel: labels[1],
    numerator: figures[0],
    denominator: figures[1],
    value,
    share,
  });
}

type Row = [code: string, name: string, nominal: string, formula: string, clause: string, points?: string, parts?: PartFacts[]];

function indicator([code, name, nominalPoints, formula, clause, points, parts]: Row): IndicatorFacts {
  return {
    code,
    name,
    nominalPoints,
    formula,
    clause,
    quote: QUOTES[clause] ?? null,
    effectivePoints: nominalPoints,
    points: points ?? null,
    outcome: points === undefined ? "INSUFFICIENT_DATA" : "SCORED",
    parts: parts ?? [],
  };
}

function dimension(code: string, name: string, nominal: string, computed: string, points: string | null, rows: Row[]): DimensionFacts {
  const indicators = rows.map(indicator);
  return {
    code,
    name,
    nominalPoints: nominal,
    computedNominalPoints: computed,
    points,
    indicatorCount: indicators.length,
    computedIndicators: indicators.filter(({ outcome }) => outcome === "SCORED").length,
    indicators,
  };
}

const condition = (name: string, value = "满足"): PartFacts => part({ name, value });

const DIMENSIONS: DimensionFacts[] = [
  dimension("A", "党委政府重视支持好", "15.0", "5.0", "5.0", [
    ["A1", "党建带工建纳入党建目标考核", "3.0", "ALL", "三(一)"],
    ["A2", "党委专题研究工会工作", "3.0", "CNT(2)", "三(一)"],
    ["A3", "主席配备（专职，或党委成员兼任＋专职副主席）", "3.0", "ALL", "三(二)", "3.0", [condition("主席、副主席配备", "符合，空缺0天")]],
    ["A4", "任职待遇落实", "2.0", "ALL", "三(二)", "2.0", [condition("任职待遇", "已按规定落实")]],
    ["A5", "联席会议或听取汇报", "2.0", "ALL", "三(一)"],
    ["A6", "政府（办事处）经费支持", "2.0", "ALL", "二(五)"],
  ]),
  dimension("B", "组织网络健全好", "22.0", "22.0", "18.5", [
    ["B1", "组织形式达标（应建总工会）", "3.0", "ALL", "二(二)", "3.0", [condition("组织形式", "已建立总工会")]],
    ["B2", "应建单位建会率", "5.0", "LIN(0.60, 0.95)", "二(一)", "4.3", [rate(["已建会单位", "应建会单位"], [171, 190], "0.9000", "6/7")]],
    ["B3", "职工入会率", "4.0", "LIN(0.60, 0.90)", "二(一)", "3.3", [rate(["会员", "已建会单位职工"], [11475, 13500], "0.8500", "5/6")]],
    ["B4", "村（社区）、园区、商圈、楼宇覆盖率", "2.0", "LIN(0.50, 1.00)", "二(一)", "1.6", [rate(["已覆盖", "应覆盖"], [27, 30], "0.9000", "4/5")]],
    ["B5", "按期换届率", "3.0", "LIN(0.80, 1.00)", "二(四)", "2.3", [rate(["届期内工会", "有届期的工会"], [160, 168], "0.9524", "16/21")]],
    ["B6", "经审、女职工组织同步组建率", "3.0", "STEP 0.98→3, 0.90→2, 0.80→1", "二(四)", "2.0", [rate(["同步组建工会", "在册工会"], [156, 170], "0.9176", "2/3")]],
    ["B7", "法人资格登记率（证书有效）", "2.0", "STEP 0.90→2, 0.70→1", "二(四)", "2.0", [rate(["有效登记工会", "在册工会"], [155, 170], "0.9118", "1")]],
  ]),
  dimension("C", "履行基本职责好", "20.0", "0.0", null, [
    ["C1", "职代会、厂务公开建制率", "5.0", "LIN(0.50, 0.80)", "二(四)"],
    ["C2", "集体合同（含工资专项）有效覆盖率", "4.0", "STEP 0.80→4, 0.75→3, 0.70→2, 0.65→1", "二(三)"],
    ["C3", "劳动争议调解、劳动保护监督建制率", "5.0", "LIN(0.50, 0.90)", "二(三)"],
    ["C4", "劳动竞赛、合理化建议活动", "2.0", "CNT(2)", "二(三)"],
    ["C5", "六项制度齐全率", "2.0", "LIN(0.60, 1.00)", "二(四)"],
    ["C6", "推优入党机制", "2.0", "ALL", "二(三)"],
  ]),
  dimension("D", "指导帮助基层好", "15.0", "9.0", "7.2", [
    ["D1", "新建工会、净增会员目标完成率", "4.0", "CNT", "二(一)"],
    [
      "D2",
      "专职干部配备合规率（200人以上；不足200人）",
      "3.0",
      "RATE",
      "三(二)",
      "2.6",
      [
        rate(["配备合规单位", "应配备单位"], [13, 14], "0.9286", "13/14", "职工200人以上"),
        rate(["配备合规单位", "应配备单位"], [120, 156], "0.7692", "10/13", "职工不足200人"),
      ],
    ],
    [
      "D3",
      "新任主席一年内培训率、干部年度培训覆盖率",
      "5.0",
      "LIN(0.70, 1.00); LIN(0.50, 0.90)",
      "三(一)",
      "3.8",
      [
        rate(["已培训新任主席", "新任主席"], [17, 18], "0.9444", "22/27", "新任主席"),
        rate(["已培训干部", "工会干部"], [262, 340], "0.7706", "23/34", "工会干部"),
      ],
    ],
    ["D4", "非公企业主席直接选举比例", "1.0", "LIN(0, 0.50)", "三(二)", "0.8", [rate(["直接选举产生", "非公企业工会主席"], [48, 120], "0.4000", "4/5")]],
    ["D5", "届中调动程序合规", "2.0", "DED(2)", "三(二)"],
  ]),
  dimension("E", "服务职工群众好", "16.0", "0.0", null, [
    ["E1", "困难职工建档与帮扶率", "3.0", "LIN(0.80, 1.00)", "二(三)"],
    ["E2", "职工诉求按时办结率", "3.0", "LIN(0.70, 0.95)", "三(三)"],
    ["E3", "劳动争议调解成功率", "3.0", "LIN(0.50, 0.80)", "二(三)"],
    ["E4", "职工之家／服务阵地、医疗互助参保率", "4.0", "ALL; LIN(0.30, 0.80)", "二(三)"],
    ["E5", "会员满意度测评", "3.0", "STEP 0.90→3, 0.80→2, 0.60→1", "二(二)"],
  ]),
  dimension("F", "围绕中心开展工作好", "12.0", "0.0", null, [
    ["F1", "劳模与先进档案、推荐管理", "2.0", "DED(0.5)", "二(三)"],
    ["F2", "职工技能培训竞赛参与率", "3.0", "LIN(0.10, 0.40)", "二(三)"],
    ["F3", "劳动关系和谐（无重大事件）", "2.0", "ALL", "三(三)"],
    ["F4", "工会经费收缴率", "3.0", "LIN(0.60, 0.95)", "二(五)"],
    ["F5", "独立账户、预决算、经审、一支笔", "2.0", "ALL", "二(五)"],
  ]),
];

/** A township's sheet as the system answers it: twelve indicators computed, the rest short of records. */
export function sampleFacts(name = "塔山街道总工会"): AnnualFacts {
  return {
    tradeUnion: {
      id: "tradeUnion-7",
      code: "330602001",
      name,
      level: "TOWNSHIP",
      type: "TOWNSHIP_FEDERATION",
      townshipForm: "FEDERATION",
      establishedOn: "2003-06-18",
      memberCount: 11475,
      employeeCount: 13500,
      parent: { code: "330602", name: "越城区总工会" },
      ancestors: [
        { code: "330600", name: "绍兴市总工会", level: "MUNICIPAL" },
        { code: "330602", name: "越城区总工会", level: "COUNTY" },
      ],
      rollup: { unionCount: 171, memberCount: 11475, employeeCount: 13500 },
      assessments: {
        nodes: [
          {
            id: "assessment-1",
            year: 2025,
            state: "OPEN",
            asOf: "2025-12-31",
            scheme: { key: "LIUHAO-2026", edition: 1, name: "乡镇（街道）工会“六好”考核办法（2026年版）" },
            indicatorCount: 34,
            computedIndicators: 12,
            complete: false,
            nominalPoints: "100.0",
            points: null,
            grade: null,
            dimensions: structuredClone(DIMENSIONS),
          },
        ],
      },
    },
  };
}

/** The model of an issued paper; `changes` are laid over it. */
export function sampleModel(changes: Partial<ReportModel<AnnualFacts>> = {}): ReportModel<AnnualFacts> {
  return {
    report: "assessments/annual",
    facts: sampleFacts(),
    issuer: { code: "330602", name: "越城区总工会" },
    frozenAt: "2026-01-20T01:30:00.000Z",
    preview: false,
    issuedOn: "2026-01-20",
    verification: {
      code: "K7QF-2MXD-9WTA",
      url: "http://127.0.0.1:4000/verify/K7QF-2MXD-9WTA",
      digest: "5b0c1f7e9d24a86390e1b7c2d4f85a6e7c3901b2f4d6a8e0c1b3d5f7a9e2c4b6",
    },
    ...changes,
  };
}
