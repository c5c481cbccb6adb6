import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Permission } from "../../schema/access/permissions.rules.js";
import type { Class } from "../../schema/shared/register.js";
import type { Context } from "../context.js";
import type { Deed } from "./deed.js";
import { enter } from "./door.js";
import { payload } from "./payload.js";

const known = new Map<string, Permission>();
/** Every change of every room and the permission it asks for. */
export const deedPermissions: ReadonlyMap<string, Permission> = known;

/** The mutations of a room. None has a body of its own: each goes through the door. */
export function deeds(table: Record<string, Deed>): Class {
  @Resolver()
  class Desk {}
  for (const [name, each] of Object.entries(table)) {
    known.set(name, each.permission);
    const run = (input: object, context: Context, info: GraphQLResolveInfo) => enter(name, each, input, context, info);
    Object.defineProperty(Desk.prototype, name, { value: run, writable: true, configurable: true });
    const answered = each.payload ?? payload(each.record);
    Mutation(() => answered, { description: each.description })(
      Desk.prototype,
      name,
      Object.getOwnPropertyDescriptor(Desk.prototype, name) as never,
    );
    Arg("input", () => each.input, { description: "所填内容。What is asked." })(Desk.prototype, name, 0);
    Ctx()(Desk.prototype, name, 1);
    Info()(Desk.prototype, name, 2);
  }
  return Desk;
}
