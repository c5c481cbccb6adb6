import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "一个工会及其全部下级在当日的汇总。Totals of a union and everything below it on the day.",
})
export class Rollup {
  @Field(() => Int, { description: "工会数，含本会。Unions, itself included." }) unionCount!: number;
  @Field(() => Int, { description: "会员数。Members." }) memberCount!: number;
  @Field(() => Int, {
    nullable: true,
    description:
      "职工数；所覆盖单位的职工数均未掌握时为空。Employees; null when of none of the employers covered any figure is known.",
  })
  employeeCount?: number | null;
}
