import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Permission } from "../../schema/access/permissions.rules.js";
import type { Class } from "../../schema/shared/register.js";
import type { Context } from "../context.js";
import type { Act } from "./act.js";
import { enter } from "./door.js";
import { payload } from "./payload.js";

/** A change that can be asked for: what it changes, what it is told, who may, and the action that does it. */
export interface Deed<T extends object = object, Input extends object = object> {
  record: Class<T>;
  input: Class<Input>;
  permission: Permission;
  description: string;
  act: (act: Act, input: Input) => Promise<T>;
}

const known = new Map<string, Permission>();
/** Every change of every room and the permission it asks for. */
export const deedPermissions: ReadonlyMap<string, Permission> = known;

export function deed<T extends object, Input extends object>(
  record: Class<T>,
  input: Class<Input>,
  permission: Permission,
  act: (act: Act, input: Input) => Promise<T>,
  description: string,
): Deed {
  return { record, input, permission, act, description } as unknown as Deed;
}

/** The mutations of a room. None has a body of its own: each goes through the door. */
export function deeds(table: Record<string, Deed>): Class {
  @Resolver()
  class Desk {}
  for (const [name, each] of Object.entries(table)) {
    known.set(name, each.permission);
    const run = (input: object, context: Context, info: GraphQLResolveInfo) => enter(name, each, input, context, info);
    Object.defineProperty(Desk.prototype, name, { value: run, writable: true, configurable: true });
    const answered = payload(each.record);
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
