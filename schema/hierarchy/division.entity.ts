import { type Collection, type Ref } from "@mikro-orm/core";
import { Column, Kept, Many, One, OneOf } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { TownshipProfile } from "./townshipProfile.entity.js";
import { TradeUnion } from "./tradeUnion.entity.js";
import { DIVISION_LEVEL_NAMES, DIVISION_TYPE_NAMES, type DivisionLevel, type DivisionType } from "./unionType.rules.js";

@Kept(
  "Division",
  "行政区划：省、市、县（市、区）、乡镇（街道）、村（社区）。名称、代码与上级随时间变化，可按日查询。An administrative division; names, codes and parents are dated.",
  { asOf: "division_as_of", order: "code" },
)
export class Division extends Row {
  @Column("text", "区划代码，当日有效。Division code in force on the day.") code!: string;
  @Column("text", "名称，当日有效。Name on the day.", { pinyin: true }) name!: string;
  @OneOf("DivisionLevel", DIVISION_LEVEL_NAMES, "层级。Level.") level!: DivisionLevel;
  @OneOf("DivisionType", DIVISION_TYPE_NAMES, "类型，当日有效。Type on the day.", { nullable: true })
  type?: DivisionType;
  @Column("boolean", "当日是否存续。Whether it exists on the day.") standing!: boolean;
  @One(() => Division, "上级区划。Parent division.", { nullable: true }) parent?: Ref<Division>;
  @Many(() => Division, "parent", "下级区划。Divisions below.") children!: Collection<Division>;
  @Many(() => TradeUnion, "territory", "在此属地的工会。Unions lying here.") tradeUnions!: Collection<TradeUnion>;
  @Many(() => TownshipProfile, "division", "乡镇（街道）概况，按年。Yearly profile.")
  profiles!: Collection<TownshipProfile>;
}
