import { Field, ID, InterfaceType } from "type-graphql";

/** Anything that can be fetched again by its id. */
@InterfaceType({
  resolveType: (row: { $type: string }) => row.$type,
  description: "可凭全局标识再次取得的记录。A record that can be fetched again by its global id.",
})
export abstract class Node {
  @Field(() => ID, { description: "全局标识，终身不变，不复用。Opaque global id, stable for life." })
  id!: unknown;
}
