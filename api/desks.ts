import { ENTITIES } from "../schema/register.js";
import type { Class } from "../schema/shared/register.js";
import { AccessResolver } from "./access/access.resolver.js";
import { EmployersDesk } from "./employers/employers.resolver.js";
import { HierarchyDesk } from "./hierarchy/hierarchy.resolver.js";
import { NodeResolver } from "./shared/node.resolver.js";
import { recordDesk } from "./shared/recordDesk.js";

/** Everything that answers: the dull readings of every record, and the resolvers of the rooms. */
export const DESKS = [NodeResolver, AccessResolver, EmployersDesk, HierarchyDesk, ...(ENTITIES as unknown as Class[]).map(recordDesk)];
