import { ENTITIES } from "../schema/register.js";
import type { Class } from "../schema/shared/register.js";
import { NodeResolver } from "./shared/node.resolver.js";
import { recordDesk } from "./shared/recordDesk.js";

/** Everything that answers: the dull readings of every record, and the resolvers of the rooms. */
export const DESKS = [NodeResolver, ...(ENTITIES as unknown as Class[]).map(recordDesk)];
