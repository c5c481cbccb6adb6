import "reflect-metadata";
import { requireNode } from "./nodeVersion.js";

requireNode();
const { serve } = await import("./serve.js");
await serve();
