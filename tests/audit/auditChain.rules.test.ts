import { expect, test } from "@jest/globals";
import { entryText, HEAD_SHOWN, headText, isSameHash, readHead } from "../../schema/audit/auditChain.rules.js";

const HASH = "0123456789abcdef".repeat(4);

test("a head is printed as number, colon and half of its hash, and read back from paper", () => {
  const text = headText({ id: 1204, hash: HASH });
  expect(text).toBe(`1204:${HASH.slice(0, HEAD_SHOWN)}`);
  expect(readHead(text)).toEqual({ id: 1204, hash: HASH.slice(0, HEAD_SHOWN) });
  expect(readHead(` 1204：${HASH.toUpperCase()} `)).toEqual({ id: 1204, hash: HASH });
});

test("what proves nothing is no head", () => {
  for (const text of ["", "1204", `1204:${HASH.slice(0, 15)}`, `x:${HASH}`, `1204:${HASH}0`, `-1:${HASH}`])
    expect(readHead(text)).toBeUndefined();
});

test("a noted hash is the same when the whole begins with it, and never when it is short", () => {
  expect(isSameHash(HASH, HASH.slice(0, 16))).toBe(true);
  expect(isSameHash(HASH, HASH.slice(0, 15))).toBe(false);
  expect(isSameHash(HASH, `f${HASH.slice(1, 32)}`)).toBe(false);
});

test("the text of an entry is made of every column but those of the chain", () => {
  for (const column of [
    "at",
    "kind",
    "account_id",
    "action",
    "record",
    "record_id",
    "record_ids",
    "trade_union_id",
    "before",
    "after",
    "reason",
    "request_id",
  ])
    expect(entryText("e")).toContain(`e.${column}`);
  expect(entryText("e")).not.toMatch(/hash|algorithm/);
});
