import { expect, test } from "@jest/globals";
import { type ConsentFacts, whyNotTransfer } from "../../schema/positions/transfer.rules.js";

const post = { role: "CHAIR", termEndOn: "2027-05-31", superiorId: 7 } as const;
const own: ConsentFacts = { body: "OWN_COMMITTEE", decision: "AGREED", decidedOn: "2026-02-20" };
const above = (decidedOn: string, superiorId = 7): ConsentFacts => ({
  body: "SUPERIOR_UNION",
  decision: "AGREED",
  decidedOn,
  superiorId,
});

test("a chair moves in term with both consents given by the day", () => {
  expect(whyNotTransfer(post, [own, above("2026-03-01")], "2026-03-01")).toBeUndefined();
  expect(whyNotTransfer(post, [above("2026-02-01"), own], "2026-03-01")).toBeUndefined();
});

test("a chair cannot move without both consents", () => {
  const missing = (consents: ConsentFacts[]) => whyNotTransfer(post, consents, "2026-03-01")?.facts?.bodies;
  expect(missing([own])).toEqual(["SUPERIOR_UNION"]);
  expect(missing([own, above("2026-03-02")])).toEqual(["SUPERIOR_UNION"]);
  expect(missing([own, above("2026-01-15", 8)])).toEqual(["SUPERIOR_UNION"]);
  expect(missing([])).toEqual(["OWN_COMMITTEE", "SUPERIOR_UNION"]);
  expect(missing([{ ...own, decision: "REFUSED" }, above("2026-03-01")])).toEqual(["OWN_COMMITTEE"]);
});

test("the last day of the term is still protected, the day after is not", () => {
  expect(whyNotTransfer(post, [], "2027-05-31")).toMatchObject({ code: "CONSENT_MISSING", clause: "三(二)" });
  expect(whyNotTransfer(post, [], "2027-06-01")).toBeUndefined();
});

test("members of the committee and staff move without consents", () => {
  expect(whyNotTransfer({ ...post, role: "COMMITTEE_MEMBER" }, [], "2026-03-01")).toBeUndefined();
});
