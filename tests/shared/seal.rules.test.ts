import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isKeyId, NONCE_BYTES, packSeal, placeOf, TAG_BYTES, unpackSeal } from "../../schema/shared/seal.rules.js";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const seal = fc.record({
  keyId: fc.stringMatching(/^[0-9a-f]{8}$/),
  nonce: bytes(NONCE_BYTES),
  box: fc.uint8Array({ maxLength: 200 }),
  tag: bytes(TAG_BYTES),
});

test("what is packed unpacks to the same", () => {
  fc.assert(fc.property(seal, (made) => expect(unpackSeal(packSeal(made))).toEqual(made)));
});

test("a seal is 33 bytes longer than its value and begins with its format", () => {
  const packed = packSeal({
    keyId: "0a1b2c3d",
    nonce: new Uint8Array(12),
    box: new Uint8Array(18),
    tag: new Uint8Array(16),
  });
  expect(packed.length).toBe(33 + 18);
  expect([...packed.subarray(0, 5)]).toEqual([1, 0x0a, 0x1b, 0x2c, 0x3d]);
});

test("what is no seal is refused", () => {
  const whole = { keyId: "0a1b2c3d", nonce: new Uint8Array(12), box: new Uint8Array(3), tag: new Uint8Array(16) };
  expect(() => packSeal({ ...whole, keyId: "0A1B2C3D" })).toThrow(RangeError);
  expect(() => packSeal({ ...whole, nonce: new Uint8Array(11) })).toThrow(RangeError);
  expect(() => packSeal({ ...whole, tag: new Uint8Array(12) })).toThrow(RangeError);
  expect(() => unpackSeal(new Uint8Array(32).fill(1))).toThrow(RangeError);
  expect(() => unpackSeal(new Uint8Array(60).fill(2))).toThrow(RangeError);
  expect([isKeyId("0a1b2c3d"), isKeyId("0a1b2c3"), isKeyId(undefined)]).toEqual([true, false, false]);
});

test("a place is table, column and row", () => expect(placeOf("person", "phone", 7)).toBe("person.phone.7"));
