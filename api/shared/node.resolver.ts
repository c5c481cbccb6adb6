import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { Node } from "../../schema/shared/node.js";
import { LocalDate } from "../../schema/shared/scalars.js";
import type { Context } from "../context.js";

/** Any record by its global id. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "任一记录；不存在或不可见时为空。Any record by its id; null when absent or hidden.",
  })
  node(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("id", () => ID, { description: "全局标识。Global id." }) _id: string,
    @Arg("asOf", () => LocalDate, { nullable: true, description: "查询哪一天。The day asked about." }) _asOf?: string,
  ) {
    return context.read(info);
  }

  @Query(() => [Node], {
    nullable: "items",
    description:
      "多条记录，至多 100 条，依所给次序，不存在或不可见者为空。Up to 100 records in the order asked, null for absent or hidden ones.",
  })
  nodes(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("ids", () => [ID], { description: "全局标识，至多 100 个。At most 100 ids." }) _ids: string[],
    @Arg("asOf", () => LocalDate, { nullable: true, description: "查询哪一天。The day asked about." }) _asOf?: string,
  ) {
    return context.read(info);
  }
}
