import { expect, test } from "@jest/globals";
import { whyNotOpen } from "../../schema/duties/hardshipCase.rules.js";

test("a case opens by today and closes on or after the day it opened, not in the future", () => {
  expect(whyNotOpen("2025-01-01", null, "2025-01-01")).toEqual([]);
  expect(whyNotOpen("2025-01-01", "2025-01-01", "2025-06-01")).toEqual([]);
  expect(whyNotOpen("2025-01-02", null, "2025-01-01")).toMatchObject([{ path: ["openedOn"] }]);
  expect(whyNotOpen("2025-01-02", "2025-01-01", "2025-06-01")).toMatchObject([{ path: ["closedOn"] }]);
  expect(whyNotOpen("2025-01-02", "2025-06-02", "2025-06-01")).toMatchObject([{ path: ["closedOn"] }]);
});
