import type { Ref } from "@mikro-orm/core";
import { Column, Kept, One } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { Division } from "./division.entity.js";

@Kept(
  "TownshipProfile",
  "乡镇（街道）年度概况：企业数与二三产从业人员，判断应否建立总工会，二(二)。Yearly figures that decide whether a township federation is due.",
  { order: "division_id, year desc" },
)
export class TownshipProfile extends Row {
  @One(() => Division, "乡镇（街道）。The township.") division!: Ref<Division>;
  @Column("integer", "年度。Year.") year!: number;
  @Column("date", "数据截止日。Date the figures refer to.") referenceOn!: string;
  @Column("integer", "企业数（家）。Number of enterprises.", { nullable: true }) enterpriseCount?: number;
  @Column("integer", "二三产从业人员（人）。Workers in the secondary and tertiary sectors.", { nullable: true })
  secondaryTertiaryEmployees?: number;
  @Column("text", "数据来源。Source of the figures.") source!: string;
}
