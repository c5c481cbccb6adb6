import "reflect-metadata";
import { inspect } from "node:util";
import { passwordWork } from "../../api/access/passwords.js";
import type { DatabaseAddress } from "../../api/shared/database.js";
import { asker } from "../shared/ask.js";
import { houseOver } from "../shared/houseOver.js";
import type { World } from "../shared/world.js";
import type { Errand, Reply } from "./elsewhere.js";

const send = (reply: Reply) => process.send?.(reply);
let ask: ReturnType<typeof asker>;

async function open(address: DatabaseAddress): Promise<void> {
  const { house, close } = await houseOver(address);
  const sql = async <Row>(text: string, values: unknown[] = []) =>
    (await house.reads.pool.query(text, values)).rows as Row[];
  ask = asker({ house, address, sql, end: close } as World);
  process.on("disconnect", () => void close().finally(() => process.exit(0)));
  send("open");
}

process.on("message", async (errand: Errand) => {
  if ("open" in errand) return open(errand.open);
  try {
    const answer = "ask" in errand ? await ask(...errand.ask) : undefined;
    send({ number: errand.number, verifications: passwordWork.verifications, ...(answer ? { answer } : {}) });
  } catch (error) {
    send({ number: errand.number, verifications: passwordWork.verifications, broken: inspect(error) });
  }
});
