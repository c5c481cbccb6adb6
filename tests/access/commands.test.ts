import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { viewerOfToken } from "../../api/access/session.js";
import { commandOn } from "../shared/command.js";
import { openWorld, type World } from "../shared/world.js";

const PATIENCE = 60_000;
let world: World;
let folder: string;
let gonghui: ReturnType<typeof commandOn>;
beforeAll(async () => {
  world = await openWorld();
  folder = mkdtempSync(join(tmpdir(), "access-"));
  gonghui = commandOn(world.address, folder);
});
afterAll(async () => {
  await world.end();
  rmSync(folder, { recursive: true, force: true });
});

test(
  "an administrator gives a partner a token from the command line: it is told once, listed by its prefix, and refused once revoked",
  async () => {
    const made = await gonghui(
      "token",
      "create",
      "统计平台",
      "--account",
      "tashan",
      "--days",
      "3",
      "--scope",
      "unions:read",
    );
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: "" });
    const [token, prefix] = /gonghui_([A-Za-z0-9]{8})_\S+/.exec(made.out) ?? [];
    const viewer = () => viewerOfToken(world.house.reads.gate, String(token), "127.0.0.1");
    expect((await viewer())?.viewer.path).toBeDefined();
    const listed = await gonghui("token", "list");
    expect(listed.out).toContain(String(prefix));
    expect(listed.out).not.toContain(String(token));
    expect(await gonghui("token", "revoke", String(prefix))).toMatchObject({ code: 0, err: "" });
    await new Promise((resume) => setTimeout(resume, 1_000));
    expect(await viewer()).toBeUndefined();
  },
  PATIENCE,
);

test(
  "an account made from the command line gets its password once, and none when it is disabled",
  async () => {
    const words = ["account", "create", "wang.min", "--name", "王敏", "--role", "CLERK", "--union", "330602001"];
    const made = await gonghui(...words);
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: "" });
    expect(await gonghui(...words)).toMatchObject({ code: 1, out: "" });
    const again = await gonghui("account", "password", "wang.min");
    expect(again.code).toBe(0);
    expect(again.out).not.toBe(made.out);
    expect(await gonghui("account", "disable", "wang.min")).toMatchObject({ code: 0 });
    const rows = await world.sql("select disabled_at is not null as disabled from account where username = 'wang.min'");
    expect(rows).toEqual([{ disabled: true }]);
  },
  PATIENCE,
);

test(
  "a command that is called wrongly says how it is called and ends with 2",
  async () => {
    for (const words of [
      [],
      ["token", "make"],
      ["token", "create"],
      ["report", "--year", "25", "--union", "1", "--out", "."],
      ["--no-such"],
    ]) {
      const { code, err } = await gonghui(...words);
      expect({ words, code, told: /用法 · Usage/.test(err) }).toEqual({ words, code: 2, told: true });
    }
  },
  PATIENCE,
);

test(
  "an account is linked to a person of a provider only where a provider is set",
  async () => {
    const linked = await gonghui("account", "link", "tashan", "--subject", "u-100");
    expect(linked).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/请先设置.*Set GONGHUI_OIDC_ISSUER/) });
    expect(await world.sql("select 1 from sign_in_link")).toEqual([]);
    const unlinked = await gonghui("account", "unlink", "tashan");
    expect(unlinked).toMatchObject({ code: 1, err: expect.stringMatching(/没有关联的身份.*has no link/) });
  },
  PATIENCE,
);
