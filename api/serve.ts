import type { AddressInfo } from "node:net";
import { keepWitness } from "./audit/witness.js";
import { firstStart } from "./firstStart.js";
import { type OpenHouse, openHouse } from "./house.js";
import { createServer } from "./server.js";
import { readSettings } from "./settings.js";

/** Opens the house and serves it until it is told to stop. */
export async function serve(): Promise<void> {
  const { house, address, close } = await open().catch((error: Error) => {
    console.error(error.message || error);
    process.exit(1);
  });
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    close().then(
      () => process.exit(0),
      (error: Error) => {
        house.log.error({ error }, "stopping failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  console.log(`Gonghui is ready: ${address}`);
}

async function open() {
  const settings = readSettings(process.env);
  const house = await openHouse(settings, "serve");
  try {
    house.demonstration = await firstStart(house);
    await sweepFiles(house);
    const app = await createServer(house);
    await app.listen({ port: settings.port, host: settings.host });
    const { port } = app.server.address() as AddressInfo;
    const watch = watchTheDay(house);
    const endWitness = await keepWitness(house.reads.pool, settings.dataFolder, (error) =>
      house.log.error({ error: error.message }, "the head of the audit log could not be noted"),
    );
    const close = async () => {
      clearInterval(watch);
      await app.close();
      await endWitness();
      await house.close();
    };
    return { house, address: `http://${settings.host}:${port}`, close };
  } catch (error) {
    await house.close();
    const busy = (error as { code?: string }).code === "EADDRINUSE";
    throw busy
      ? new Error(
          `端口 ${settings.port} 已被占用，请用 PORT 另选一个。\nPort ${settings.port} is taken; choose another by PORT.`,
        )
      : error;
  }
}

/** What a process that was killed has left of files takes no room for long; what is younger may be another process at work. */
async function sweepFiles({ files, reads }: OpenHouse): Promise<void> {
  const known = async (names: string[]) =>
    new Set(
      (
        await reads.pool.query<{ name: string }>(
          "select stored_name as name from attachment where stored_name = any ($1)",
          [names],
        )
      ).rows.map(({ name }) => name),
    );
  await files.sweep(known, 15 * 60_000);
}

/** Planned changes take effect when the day turns in Shaoxing. */
function watchTheDay({ reads, log }: OpenHouse): NodeJS.Timeout {
  return setInterval(() => {
    reads.pool
      .query("select turn_the_day()")
      .catch((error: Error) => log.error({ error }, "the day could not be turned"));
  }, 60_000).unref();
}
