import type { Permission } from "../../schema/access/permissions.rules.js";
import type { Class } from "../../schema/shared/register.js";
import type { Act } from "./act.js";

/** A change that can be asked for: what it changes, what it is told, who may, and the action that does it. */
export interface Deed<T extends object = object, Input extends object = object> {
  record: Class<T>;
  input: Class<Input>;
  permission: Permission;
  /** Where the answer holds more than the record: its payload, and what the action tells goes into its fields. */
  payload?: Class;
  /** Whether nobody may do it by an access token. */
  inPerson?: boolean;
  description: string;
  act: (act: Act, input: Input) => Promise<T>;
}

export function deed<T extends object, Input extends object>(
  record: Class<T>,
  input: Class<Input>,
  permission: Permission,
  act: (act: Act, input: Input) => Promise<T>,
  description: string,
  options: Pick<Deed, "payload" | "inPerson"> = {},
): Deed {
  return { record, input, permission, act, description, ...options } as unknown as Deed;
}
