import { words } from "../shared/bilingual.rules.js";
import { CENTRE_2026 } from "./centre2026.rules.js";
import { DUTIES_2026 } from "./duties2026.rules.js";
import { GUIDANCE_2026 } from "./guidance2026.rules.js";
import { NETWORK_2026 } from "./network2026.rules.js";
import type { SchemeRules } from "./scheme.rules.js";
import { SERVICE_2026 } from "./service2026.rules.js";
import { SUPPORT_2026 } from "./support2026.rules.js";

/**
 * LIUHAO-2026, the score sheet of 六好 township unions: six dimensions in the order of the policy text, 34 indicators, 100
 * points. Weights, thresholds and grades are a proposal (grades after the Baotou scheme); the policy fixes the headings only.
 */
export const LIUHAO_2026: SchemeRules = {
  key: "LIUHAO",
  edition: 2026,
  name: words(
    "“六好”乡镇（街道）工会年度考核办法（2026 年版）",
    "Annual assessment of township unions, Six Goods, edition of 2026",
  ),
  validFromYear: 2024,
  dimensions: [SUPPORT_2026, NETWORK_2026, DUTIES_2026, GUIDANCE_2026, SERVICE_2026, CENTRE_2026],
  grades: [
    { grade: "MODEL", least: "95" },
    { grade: "ADVANCED", least: "90" },
    { grade: "QUALIFIED", least: "80" },
    { grade: "UNQUALIFIED", least: "0" },
  ],
  bonusMost: "5",
  vacancyDaysMost: 90,
};
