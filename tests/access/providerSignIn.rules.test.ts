import { expect, test } from "@jest/globals";
import { PROVIDER_REFUSALS, REFUSAL_STATUS } from "../../schema/access/providerSignIn.rules.js";

test("every refusal of a sign-in by the provider is told in both languages, and names no person and no place", () => {
  for (const [code, { zh, en }] of Object.entries(PROVIDER_REFUSALS)) {
    expect([code, zh]).toEqual([code, expect.stringMatching(/^[\p{Script=Han}，。、]+$/u)]);
    expect([code, en]).toEqual([code, expect.stringMatching(/^[A-Z][A-Za-z ,;.-]+\.$/)]);
  }
});

test("what the visitor can put right is no fault of the server, and what is away may be tried again", () => {
  expect(Object.keys(REFUSAL_STATUS).sort()).toEqual(Object.keys(PROVIDER_REFUSALS).sort());
  const { UNAVAILABLE, ...others } = REFUSAL_STATUS;
  expect(UNAVAILABLE).toBe(503);
  for (const status of Object.values(others)) expect(Math.floor(status / 100)).toBe(4);
});
