import { expect, test } from "@jest/globals";
import { isAllowedFrom, isNetwork, neighbourhood } from "../../schema/access/addresses.rules.js";
import { rolesGivenBy, whyNotGrant } from "../../schema/access/grants.rules.js";
import { nounOf, PERMISSIONS, ROLES } from "../../schema/access/permissions.rules.js";
import {
  NOUNS_WITHOUT_SCOPE,
  permissionsOfScopes,
  SCOPES,
  scopeFor,
  scopesOf,
  unknownScopes,
} from "../../schema/access/scopes.rules.js";

test("every scope stands for something, and none for accounts, grants, tokens, sessions, the log or a reveal", () => {
  for (const [scope, permissions] of SCOPES) expect({ scope, size: permissions.length }).not.toHaveProperty("size", 0);
  const all = permissionsOfScopes([...SCOPES.keys()]);
  const out = PERMISSIONS.filter((permission) => !all.has(permission));
  expect(
    out.every((permission) =>
      /^(reveal|search):|:(account|role-grant|api-token|session|audit-entry|hardship-case|attachment)$/.test(
        permission,
      ),
    ),
  ).toBe(true);
  expect(
    [...NOUNS_WITHOUT_SCOPE].filter(
      (noun) => !/^(account|role-grant|api-token|session|audit-entry|resident-id|hardship-case|attachment)$/.test(noun),
    ),
  ).toEqual([]);
});

test("reading scopes read and fetch, writing ones do the rest, an unknown one nothing", () => {
  expect([...permissionsOfScopes(["unions:read"])].every((each) => each.startsWith("read:"))).toBe(true);
  expect(permissionsOfScopes(["reports:read"])).toContain("download:issued-document");
  expect(permissionsOfScopes(["unions:write"])).toContain("dissolve:trade-union");
  expect(permissionsOfScopes(["unions:write"])).not.toContain("read:trade-union");
  expect(permissionsOfScopes(["unions"]).size).toBe(0);
  expect(unknownScopes(["unions:read", "unions:delete"])).toEqual(["unions:delete"]);
});

test("the scope that is named is the record's own", () => {
  expect(scopeFor("read:employer")).toBe("employers:read");
  expect(scopeFor("read:person")).toBe("members:read");
  expect(scopeFor("read:position")).toBe("officers:read");
  expect(scopeFor("amend:trade-union")).toBe("unions:write");
  expect(scopeFor("read:account")).toBeUndefined();
  expect(scopesOf("OFFICIAL").some((scope) => scope.endsWith(":write"))).toBe(false);
  expect(nounOf("TradeUnionVersion")).toBe("trade-union-version");
});

test("networks are read as networks are, and the two families never match", () => {
  for (const good of ["10.0.0.1", "10.1.0.0/16", "::1", "2001:db8::/32", "::/0", "1:2:3:4:5:6:7:8"])
    expect([good, isNetwork(good)]).toEqual([good, true]);
  for (const bad of [
    "",
    "10.0.0",
    "10.0.0.256",
    "10.0.0.0/33",
    "::/129",
    "1::2::3",
    "1:2:3:4:5:6:7",
    "a.b.c.d",
    "10.0.0.0/8/8",
    "1:2:3:4:5:6:7:8::",
  ])
    expect([bad, isNetwork(bad)]).toEqual([bad, false]);
  expect(isAllowedFrom("10.1.2.3", ["10.1.0.0/16"])).toBe(true);
  expect(isAllowedFrom("10.17.2.3", ["10.1.0.0/16"])).toBe(false);
  expect(isAllowedFrom("::ffff:10.1.2.3", ["10.1.0.0/16"])).toBe(true);
  expect(isAllowedFrom("10.1.2.3", ["::/0"])).toBe(false);
  expect(isAllowedFrom("?", ["0.0.0.0/0", "::/0"])).toBe(false);
  expect(isAllowedFrom("?", [])).toBe(true);
});

test("attempts are counted by a /24 or a /64", () => {
  expect(neighbourhood("192.0.2.1")).toBe(neighbourhood("::ffff:192.0.2.254"));
  expect(neighbourhood("192.0.2.1")).not.toBe(neighbourhood("192.0.3.1"));
  expect(neighbourhood("2001:db8:1:2::1")).toBe(neighbourhood("2001:db8:1:2:ffff::9"));
  expect(neighbourhood("2001:db8:1:2::1")).not.toBe(neighbourhood("2001:db8:1:3::1"));
});

test("nobody gives a role above the own one, or any to oneself", () => {
  expect(rolesGivenBy({ accountId: 1, role: "SYSTEM_ADMINISTRATOR" }, ROLES)).toEqual(ROLES);
  const given = (unionType: "MUNICIPAL_FEDERATION" | "COUNTY_FEDERATION" | "TOWNSHIP_FEDERATION") =>
    rolesGivenBy({ accountId: 1, role: "FEDERATION_ADMINISTRATOR", unionType }, ROLES);
  expect(given("MUNICIPAL_FEDERATION")).toContain("CITY_ASSESSOR");
  expect(given("COUNTY_FEDERATION")).not.toContain("CITY_ASSESSOR");
  expect(given("COUNTY_FEDERATION")).toContain("COUNTY_ASSESSOR");
  expect(given("TOWNSHIP_FEDERATION")).toEqual(["FEDERATION_ADMINISTRATOR", "CLERK", "OFFICIAL"]);
  for (const role of ["CLERK", "COUNTY_ASSESSOR", "CITY_ASSESSOR", "OFFICIAL", "AUDITOR"] as const)
    expect(rolesGivenBy({ accountId: 1, role }, ROLES)).toEqual([]);
  const admin = { accountId: 1, role: "SYSTEM_ADMINISTRATOR" } as const;
  expect(whyNotGrant(admin, { accountId: 1, role: "CLERK", hasUnion: true }, ROLES)?.path).toEqual(["accountId"]);
  expect(whyNotGrant(admin, { accountId: 2, role: "CLERK", hasUnion: false }, ROLES)?.code).toBe("REQUIRED");
  expect(whyNotGrant(admin, { accountId: 2, role: "AUDITOR", hasUnion: false }, ROLES)).toBeUndefined();
});
