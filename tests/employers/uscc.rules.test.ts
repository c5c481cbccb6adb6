import { expect, test } from "@jest/globals";
import {
  isUnionUscc,
  isUscc,
  normaliseUscc,
  organisationCheckCharacter,
  usccCheckCharacter,
  whyNotUscc,
} from "../../schema/employers/uscc.rules.js";

const VALID = [
  ["81330602MC0000012F", "2"],
  ["81330603MC0000020Q", "0"],
  ["89330600MC0000039H", "9"],
  ["81330602MC00003460", "6"],
  ["81330602MC000366X0", "X"],
  ["81330602MC000008XA", "X"],
  ["81330602MC0000223Y", "3"],
  ["81330621MC00000120", "2"],
  ["91350100M000100Y43", "4"],
] as const;

test.each(VALID)("GB 32100: %s is a code, its organisation code checks with %s", (code, organisationCheck) => {
  expect(usccCheckCharacter(code)).toBe(code[17]);
  expect(organisationCheckCharacter(code)).toBe(organisationCheck);
  expect(isUscc(code)).toBe(true);
  expect(whyNotUscc(code)).toBeUndefined();
});

test.each([
  ["81330602MC0000012G", "must end F"],
  ["81330602mc0000012f", "lower case"],
  ["8133O602MC0000012F", "letter O"],
  ["81330602MC000001F", "17 characters"],
  ["", "empty"],
])("GB 32100: %s is refused: %s", (code) => {
  expect(isUscc(code)).toBe(false);
  expect(whyNotUscc(code, ["uscc"])).toMatchObject({ code: "INVALID_FORMAT", path: ["uscc"] });
});

test("a code in lower case is offered in its right form and never converted in silence", () => {
  expect(whyNotUscc("81330602mc0000012f")?.facts).toMatchObject({ suggestion: "81330602MC0000012F" });
});

test("blanks and full-width characters are put right", () => {
  expect(normaliseUscc(" ８１330602ＭＣ0000012Ｆ　")).toBe("81330602MC0000012F");
});

test("a trade union's code begins with 81 or 89", () => {
  expect(VALID.map(([code]) => isUnionUscc(code))).toEqual([true, true, true, true, true, true, true, true, false]);
});
