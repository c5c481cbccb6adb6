import { expect, test } from "@jest/globals";
import { readSettings, SettingsError } from "../../api/settings.js";

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readSettings(environment, "/project");
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
};

test("an empty environment gives the defaults of the contract", () => {
  expect(readSettings({ PATH: "/bin" }, "/project")).toEqual({
    port: 4000,
    host: "127.0.0.1",
    dataFolder: "/project/.data",
    demonstration: true,
    url: "http://127.0.0.1:4000",
    logLevel: "info",
  });
});

test("every variable of the contract is read", () => {
  const environment = {
    PORT: "4103",
    HOST: "0.0.0.0",
    DATABASE_URL: "postgres://office:secret@db.example:5433/unions?sslmode=verify-full",
    GONGHUI_DATA: "elsewhere",
    GONGHUI_DEMO: "0",
    GONGHUI_URL: "https://unions.example/gonghui/",
    GONGHUI_LOG: "debug",
    GONGHUI_OIDC_ISSUER: "https://id.example/realms/city",
    GONGHUI_OIDC_CLIENT_ID: "gonghui",
    GONGHUI_OIDC_CLIENT_SECRET: "told to nobody",
  };
  expect(readSettings(environment, "/project")).toEqual({
    port: 4103,
    host: "0.0.0.0",
    databaseUrl: environment.DATABASE_URL,
    dataFolder: "/project/elsewhere",
    demonstration: false,
    url: "https://unions.example/gonghui",
    logLevel: "debug",
    oidc: { issuer: "https://id.example/realms/city", clientId: "gonghui", clientSecret: "told to nobody" },
  });
});

test("a provider is set as a whole, and asked over TLS", () => {
  expect(faultsOf({ GONGHUI_OIDC_ISSUER: "https://id.example" })).toEqual([
    expect.stringMatching(/GONGHUI_OIDC_CLIENT_ID、GONGHUI_OIDC_CLIENT_SECRET.*set all three/),
  ]);
  const others = { GONGHUI_OIDC_CLIENT_ID: "gonghui", GONGHUI_OIDC_CLIENT_SECRET: "told to nobody" };
  for (const issuer of [
    "http://id.example",
    "id.example",
    `https://me:${"word"}@id.example`,
    "https://id.example/?x=1",
  ]) {
    const faults = faultsOf({ ...others, GONGHUI_OIDC_ISSUER: issuer });
    expect(faults).toEqual([expect.stringMatching(/^GONGHUI_OIDC_ISSUER: /)]);
    expect(faults.join()).not.toContain("told to nobody");
  }
  expect(readSettings({ ...others, GONGHUI_OIDC_ISSUER: "http://127.0.0.1:9000" }, "/project").oidc?.clientId).toBe(
    "gonghui",
  );
});

test("the printed address stays the same whatever the port", () => {
  expect(readSettings({ PORT: "4103" }, "/project").url).toBe("http://127.0.0.1:4000");
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PORT", "-1"],
  ["PORT", "4000.5"],
  ["HOST", "a b"],
  ["DATABASE_URL", "unions"],
  ["DATABASE_URL", "mysql://office@db/unions"],
  ["DATABASE_URL", "postgres://office@db/"],
  ["DATABASE_URL", "postgres://db/unions"],
  ["DATABASE_URL", "postgres://office@db/unions?sslmode=perhaps"],
  ["DATABASE_URL", "postgres://office@db/unions?sslmod=require"],
  ["DATABASE_URL", ""],
  ["GONGHUI_DATA", " "],
  ["GONGHUI_DEMO", "no"],
  ["GONGHUI_URL", "unions.example"],
  ["GONGHUI_URL", "javascript:alert(1)"],
  ["GONGHUI_URL", "https://office:secret@unions.example"],
  ["GONGHUI_LOG", "loud"],
  ["GONGHUI_DEMOS", "1"],
])("%s=%j stops the start and is named", (name, value) => {
  const faults = faultsOf({ [name]: value });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${name}: .*[\\u4e00-\\u9fff].* / .*[a-z]`));
});

test("all faults are told at once, and no password with them", () => {
  const faults = faultsOf({ PORT: "x", GONGHUI_DEMO: "2", DATABASE_URL: "mysql://office:top-secret@db/unions" });
  expect(faults).toHaveLength(3);
  expect(faults.join()).not.toContain("top-secret");
});
