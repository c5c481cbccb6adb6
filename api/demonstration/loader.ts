import type { DatabaseAddress } from "../shared/database.js";
import { withConnection } from "../shared/databaseConnection.js";
import { loadDemonstration } from "./load.js";

/** Runs in a process of its own, so that the memory the city takes while it is thought up goes when it ends. */
process.once("message", async (address: DatabaseAddress) => {
  try {
    await withConnection(address, loadDemonstration);
    process.send?.({ done: true });
  } catch (error) {
    process.send?.({ failed: (error as Error).message });
  }
  process.disconnect();
});
