import type { Ref } from "@mikro-orm/core";
import { Column, Computed, Kept, One } from "../shared/marks.js";
import { Row } from "../shared/row.entity.js";
import { Employer } from "./employer.entity.js";

@Kept("EmployerYear", "单位一年的职工与工资数据。Employees and payroll of an employer in a year.", {
  order: "year desc, employer_id",
})
export class EmployerYear extends Row {
  @One(() => Employer, "单位。The employer.") employer!: Ref<Employer>;
  @Column("integer", "年度。Year.") year!: number;
  @Column("date", "数据截止日。Date the figures refer to.") referenceOn!: string;
  @Column("integer", "职工数。Employees.") employeeCount!: number;
  @Column("integer", "女职工数。Female employees.", { nullable: true }) femaleEmployeeCount?: number;
  @Column("integer", "劳务派遣工数。Dispatched workers.", { nullable: true }) dispatchedCount?: number;
  @Column("integer", "农民工数。Migrant workers.", { nullable: true }) migrantCount?: number;
  @Column("fen", "全年职工工资总额（分）。Payroll of the year in fen.", { nullable: true }) payrollFen?: string;
  @Computed(() => String, "全年职工工资总额（元）。Payroll of the year in yuan.", {
    nullable: true,
    sql: ({ alias }) => `to_char(${alias}.payroll_fen / 100.0, 'FM99,999,999,999,999,990.00')`,
  })
  payrollYuan?: string;
}
