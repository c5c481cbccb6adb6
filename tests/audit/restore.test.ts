import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { TRADE_UNION } from "../../admin/hierarchy/tradeUnion.facts.js";
import { amendmentInput, REASON } from "../../admin/shared/change.js";
import { entryAbout } from "../../admin/shared/changes.js";
import { fieldsOf } from "../../admin/shared/description.js";
import { DESCRIPTIONS } from "../../admin/shared/descriptions.js";
import type { Row } from "../../admin/shared/naming.js";
import { restoredRow } from "../../admin/shared/restore.js";
import { type Asking, asker } from "../shared/ask.js";
import { openWorld, UNION, type World } from "../shared/world.js";

let world: World;
let ask: Asking;
beforeAll(async () => {
  world = await openWorld();
  ask = asker(world);
});
afterAll(() => world.end());

const id = `tradeUnion-${UNION.factory}`;
const present = async (): Promise<Row> =>
  (await ask("tashan", `{ tradeUnion(id: "${id}") { ${fieldsOf(TRADE_UNION, "show")} } }`)).data.tradeUnion;
const update = async (input: object) =>
  (
    await ask(
      "tashan",
      "mutation($input: UpdateTradeUnionInput!) { updateTradeUnion(input: $input) { tradeUnion { version address phone } userErrors { code } } }",
      { input },
    )
  ).data.updateTradeUnion;
const versions = async (): Promise<Row[]> =>
  (
    await ask(
      "tashan",
      `{ auditEntries(orderBy: [ID_DESC], filter: { record: { eq: "trade_union" }, recordId: { eq: ${UNION.factory} } }) { nodes { kind action reason recordIds before after } } }`,
    )
  ).data.auditEntries.nodes;

test("an earlier version is restored by the normal amendment, as a new version with its own entry", async () => {
  await update({ id, version: 1, address: "人民路 1 号", phone: "0575-85000001" });
  await update({ id, version: 2, address: "解放路 2 号", phone: "0575-85000002" });
  const earlier = (await versions()).find(({ after }) => after.address === "人民路 1 号");
  const row = await present();
  const restored = restoredRow(TRADE_UNION, row, earlier?.["after"]) as Row;
  const input = amendmentInput(TRADE_UNION, row, { ...restored, [REASON]: "恢复" });
  expect(input).toEqual({ id, version: 3, address: "人民路 1 号", phone: "0575-85000001", reason: "恢复" });
  expect(await update(input)).toEqual({
    tradeUnion: { version: 4, address: "人民路 1 号", phone: "0575-85000001" },
    userErrors: [],
  });
  expect((await versions())[0]).toMatchObject({
    action: "updateTradeUnion",
    reason: "恢复",
    before: { address: "解放路 2 号" },
    after: { address: "人民路 1 号" },
  });
  expect(await update(input)).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });
});

test("what stands already, has no amendment, or is about many at once offers nothing to restore", async () => {
  const row = await present();
  const [newest] = await versions();
  expect(restoredRow(TRADE_UNION, row, newest?.["after"])).toBeUndefined();
  const untouchable = DESCRIPTIONS.find(({ writes }) => !writes.update);
  expect(restoredRow(untouchable as never, row, { name: "x" })).toBeUndefined();
  expect(restoredRow(TRADE_UNION, row, [{ address: "x" }])).toBeUndefined();
  expect(restoredRow(TRADE_UNION, row, null)).toBeUndefined();
});

test("of an entry about many records a record sees its own part", () => {
  const entry = {
    record: "course",
    recordIds: [3, 5],
    before: [{ id: 3 }, { id: 5, hours: 1 }],
    after: [{ id: 3 }, { id: 5, hours: 2 }],
  };
  expect(entryAbout(entry, 5)).toMatchObject({ before: { hours: 1 }, after: { hours: 2 } });
  expect(entryAbout({ ...entry, before: null }, 5)).toMatchObject({ before: null, after: { hours: 2 } });
  expect(entryAbout({ recordIds: null, after: { a: 1 } }, 5)).toMatchObject({ after: { a: 1 } });
});
