import { expect, test } from "@jest/globals";
import { may, PERMISSIONS, permissionsOf, ROLES } from "../../schema/access/permissions.rules.js";

const holders = (permission: (typeof PERMISSIONS)[number]) => ROLES.filter((role) => may(role, permission));

test("every permission is held by someone, and every role reads unions", () => {
  for (const permission of PERMISSIONS)
    expect({ permission, holders: holders(permission) }).not.toHaveProperty("holders", []);
  expect(holders("read:trade-union")).toEqual(ROLES);
});

test("officials and auditors write nothing", () => {
  const readingVerbs = ["read", "download", "verify"];
  for (const role of ["OFFICIAL", "AUDITOR"] as const)
    expect(permissionsOf(role).filter((one) => !readingVerbs.includes(one.split(":")[0] as string))).toEqual([]);
});

test("nobody but the federation reveals an identity number", () => {
  expect(holders("reveal:resident-id")).toEqual(["FEDERATION_ADMINISTRATOR"]);
  expect(holders("read:personal-data")).toEqual(["FEDERATION_ADMINISTRATOR", "CLERK"]);
});

test("who scores does not enter the data being scored, and who enters it does not score", () => {
  expect(holders("score:assessment")).toEqual(["COUNTY_ASSESSOR"]);
  expect(holders("review:assessment")).toEqual(["CITY_ASSESSOR"]);
  for (const role of ["COUNTY_ASSESSOR", "CITY_ASSESSOR"] as const) expect(may(role, "amend:employer")).toBe(false);
});

test("the system administrator keeps accounts and does not change assessments", () => {
  expect(holders("create:account")).toEqual(["SYSTEM_ADMINISTRATOR"]);
  expect(may("SYSTEM_ADMINISTRATOR", "read:assessment")).toBe(true);
  expect(may("SYSTEM_ADMINISTRATOR", "amend:assessment")).toBe(false);
});

test("a clerk enters data and neither reorganises nor issues papers", () => {
  expect(may("CLERK", "create:employer")).toBe(true);
  expect(may("CLERK", "amend:position")).toBe(true);
  for (const permission of [
    "affiliate:trade-union",
    "dissolve:trade-union",
    "issue:issued-document",
    "read:audit-entry",
  ] as const)
    expect(may("CLERK", permission)).toBe(false);
});

test("the log is read by the auditor, the system administrator, and each federation within its scope", () => {
  expect(holders("read:audit-entry")).toEqual(["SYSTEM_ADMINISTRATOR", "FEDERATION_ADMINISTRATOR", "AUDITOR"]);
});
