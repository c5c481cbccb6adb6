import { expect, test } from "@jest/globals";
import { serverProcesses } from "../../api/shared/databaseProcess.js";
import { addressOf, recall, remember, settingOf, supervisedFolder } from "./supervisedFolder.js";

const place = supervisedFolder();

test("a second server is refused with the address of the first", async () => {
  place.copyPrepared();
  const owner = await place.startElsewhere(["serve", "http://127.0.0.1:4102"]);
  addressOf(owner);
  const refusal = await place.start().catch((error: Error) => error);
  expect(refusal).toMatchObject({ code: "DATABASE_OWNED" });
  expect((refusal as Error).message).toMatch(
    /http:\/\/127\.0\.0\.1:4102[\s\S]*in use by another Gonghui.*http:\/\/127\.0\.0\.1:4102/,
  );
  expect(await settingOf(addressOf(owner), "port")).toBe("5432");
});

test("two servers starting at once: one runs, one is refused", async () => {
  const both = await Promise.all([place.startElsewhere(["serve"]), place.startElsewhere(["serve"])]);
  expect(both.map((one) => one.answer.code ?? "runs").sort()).toEqual(["DATABASE_OWNED", "runs"]);
});

test("a command joins the running server and leaves it running", async () => {
  place.copyPrepared();
  const owner = await place.startElsewhere(["serve"]);
  await remember(addressOf(owner), "shared");
  const command = await place.start("command");
  expect(command.pid).toBeUndefined();
  expect(await recall(command.address)).toEqual(["shared"]);
  await command.stop();
  expect(await recall(addressOf(owner))).toEqual(["shared"]);
});

test("a command alone starts the database and stops it", async () => {
  place.copyPrepared();
  const command = await place.start("command");
  await remember(command.address, "alone");
  await command.stop();
  expect(serverProcesses(place.cluster())).toEqual([]);
});

test("a command whose database another command has joined waits for it before stopping", async () => {
  place.copyPrepared();
  const first = await place.startElsewhere(["command"]);
  const second = await place.start("command");
  const ending = first.end("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await remember(second.address, "still here");
  await second.stop();
  await ending;
  expect(await place.isGone()).toBe(true);
});

test("a server starts once the command that holds the folder has ended", async () => {
  place.copyPrepared();
  const command = await place.startElsewhere(["command"]);
  await remember(addressOf(command), "before");
  const starting = place.start();
  await command.end("SIGTERM");
  expect(await recall((await starting).address)).toEqual(["before"]);
});
