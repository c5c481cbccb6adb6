import { once } from "node:events";
import { openDatabase } from "../../api/shared/database.js";

// A process of its own that opens the database of a folder, says so on one line, and stops it on SIGTERM: the tests kill it.
const [dataFolder = "", purpose = "serve", address] = process.argv.slice(2);
try {
  const database = await openDatabase({
    dataFolder,
    purpose: purpose as "serve" | "command",
    ...(address && { address }),
    durable: false,
  });
  // Listening before speaking: whoever reads the line may answer with the signal at once.
  const asked = once(process, "SIGTERM");
  console.log(JSON.stringify({ pid: database.pid, address: database.address }));
  const alive = setInterval(() => undefined, 1000);
  await asked;
  clearInterval(alive);
  await database.stop();
} catch (error) {
  console.log(JSON.stringify({ code: (error as { code?: string }).code, message: (error as Error).message }));
  process.exitCode = 1;
}
