import { Foundation } from "./foundation.js";

/** Every migration in its order. */
export const migrationsList = [{ name: "foundation", class: Foundation }];
