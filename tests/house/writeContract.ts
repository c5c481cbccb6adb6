import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildContract, printContract } from "../../api/schema.js";
import { ROOT } from "./tree.js";

writeFileSync(join(ROOT, "schema", "schema.graphql"), printContract(buildContract()));
console.log("schema/schema.graphql");
