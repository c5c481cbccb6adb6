import "reflect-metadata";
import "../../schema/register.js";
import type { DatabaseAddress } from "../shared/database.js";
import { withConnection } from "../shared/databaseConnection.js";
import { KeyRing, type Keys } from "../shared/keys.js";
import { Sealing } from "../shared/sealing.js";
import { loadDemonstration } from "./load.js";

/** Where to load the city, and the keys to seal its people with. */
export interface LoadErrand {
  address: DatabaseAddress;
  keys: Keys;
}

/** Runs in a process of its own, so that the memory the city takes while it is thought up goes when it ends. */
process.once("message", async ({ address, keys }: LoadErrand) => {
  try {
    await withConnection(address, (client) => loadDemonstration(client, new Sealing(new KeyRing(() => keys))));
    process.send?.({ done: true });
  } catch (error) {
    process.send?.({ failed: (error as Error).message });
  }
  process.disconnect();
});
