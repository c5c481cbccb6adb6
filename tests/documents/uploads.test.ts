import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { filesBelow } from "../people/traces.js";
import { type Asking, asker } from "../shared/ask.js";
import { asConsole, asPartner, type Served, serve } from "../shared/served.js";
import { openWorld, type World } from "../shared/world.js";
import { GOOD, HOSTILE, pdf } from "./fileSamples.js";

let world: World;
let served: Served;
let origin: string;
let ask: Asking;
let folder: string;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  served = await serve(world);
  await served.app.listen({ port: 0, host: "127.0.0.1" });
  origin = `http://127.0.0.1:${(served.app.server.address() as AddressInfo).port}`;
  ask = asker(world);
  folder = world.house.files.folder;
  for (const name of ["clerk", "tashan", "keqiao", "official", "assessor", "auditor"])
    cookies[name] = (await asConsole(world, name)).cookie;
  await world.sql(
    "insert into award (id, recommended_by_id, collective_id, level, title, state) values (1, 4, 8, 'MUNICIPAL', 'MUNICIPAL_MODEL_COLLECTIVE', 'NOMINATED')",
  );
});
afterAll(async () => {
  await served.end();
  await world.end();
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever it was told
type Body = any;
interface Given {
  as?: string;
  about?: string;
  headers?: Record<string, string>;
}
async function send(
  fileName: string,
  bytes: Buffer,
  { as = "clerk", about = "tradeUnion-4", headers = {} }: Given = {},
) {
  const response = await fetch(`${origin}/uploads`, {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "x-about": about,
      "x-file-name": encodeURIComponent(fileName),
      ...(cookies[as] ? { cookie: cookies[as] } : {}),
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
  const body = (await response.json()) as Body;
  return {
    status: response.status,
    body,
    code: body.userErrors?.[0]?.code ?? body.errors?.[0]?.extensions?.code,
    headers: response.headers,
  };
}
const fetchAs = (as: string | undefined, id: string) =>
  fetch(`${origin}/attachments/${id}`, { headers: as ? { cookie: cookies[as] as string } : {} });
const onDisk = () => {
  try {
    return filesBelow(folder).length;
  } catch {
    return 0;
  }
};
const rows = async () => (await world.sql<{ n: number }>("select count(*)::integer as n from attachment"))[0]?.n;
const left = async () => [onDisk(), await rows()];

describe("a good file", () => {
  test.each(Object.entries(GOOD))(
    "%s comes back byte for byte, to be saved and not opened",
    async (fileName, bytes) => {
      const { status, body } = await send(fileName, bytes);
      expect([status, body.userErrors]).toEqual([201, []]);
      const digest = createHash("sha256").update(bytes).digest("hex");
      expect(body.attachment).toEqual({ id: expect.stringMatching(/^attachment-\d+$/), size: bytes.length, digest });
      const back = await fetchAs("official", body.attachment.id);
      expect(back.status).toBe(200);
      expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
      const { headers } = back;
      expect(headers.get("content-disposition")).toMatch(
        /^attachment; filename="attachment-\d+\.\w+"; filename\*=UTF-8''/,
      );
      expect(headers.get("content-disposition")).toContain(encodeURIComponent(fileName));
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
      expect(headers.get("cache-control")).toContain("no-store");
    },
  );

  test("is in the log when it comes and whenever it goes, and lies under a name that says nothing", async () => {
    const { body } = await send("批复.pdf", pdf("/X 1"), { about: "award-1" });
    const { id } = body.attachment;
    await fetchAs("tashan", id);
    const number = Number(id.split("-")[1]);
    const entries = await world.sql<{ kind: string; action: string; account: number; told: string }>(
      "select kind, action, account_id as account, after::text as told from audit_entry where record = 'attachment' and record_id = $1 order by id",
      [number],
    );
    expect(entries.map(({ kind, action, account }) => [kind, action, account])).toEqual([
      ["CHANGE", "uploadAttachment", 6],
      ["DOWNLOAD", "downloadAttachment", 5],
    ]);
    expect(entries.map(({ told }) => told).join()).not.toContain("stored_name");
    const [row] = await world.sql<{ stored_name: string; union: number; award: number }>(
      "select stored_name, trade_union_id as union, award_id as award from attachment where id = $1",
      [number],
    );
    expect(row).toMatchObject({ union: 4, award: 1 });
    expect(readdirSync(folder)).toContain(row?.stored_name);
    const { data } = await ask(
      "official",
      '{ attachments(filter: { award: { eq: "award-1" } }) { nodes { id fileName mediaType tradeUnion { name } } } }',
    );
    expect(data.attachments.nodes).toEqual([
      { id, fileName: "批复.pdf", mediaType: "application/pdf", tradeUnion: { name: "塔山街道总工会" } },
    ]);
  });

  test("that was changed on the disk is handed out to nobody", async () => {
    const { body } = await send("a.txt", Buffer.from("真"));
    const [row] = await world.sql<{ name: string }>(
      "select stored_name as name from attachment order by id desc limit 1",
    );
    writeFileSync(join(folder, row?.name as string), "假");
    const back = await fetchAs("clerk", body.attachment.id);
    expect(back.status).toBe(500);
    expect(await back.text()).not.toMatch(/假|gonghui-files/);
  });
});

test.each(Object.entries(HOSTILE))(
  "%s is refused in both languages, and nothing of it is left",
  async (_, [fileName, bytes]) => {
    const before = await left();
    const { status, code, body } = await send(fileName, bytes);
    expect([status, code]).toEqual([422, "FILE_CONTENT_REFUSED"]);
    expect(body.userErrors[0].message).toMatch(/[\u4e00-\u9fff]/);
    expect(body.userErrors[0].path).toEqual(["file"]);
    const english = await send(fileName, bytes, { headers: { "accept-language": "en" } });
    expect(english.body.userErrors[0].message).toMatch(/^[\x20-\x7e]+$/);
    expect(await left()).toEqual(before);
  },
);

describe("what is refused before its content", () => {
  test("names of other kinds, a path for a name, and no name", async () => {
    const before = await left();
    for (const fileName of ["a.svg", "a.html", "a.exe", "a.xlsm", "a"])
      expect((await send(fileName, pdf())).code).toBe("FILE_TYPE_REFUSED");
    expect((await send("../../a.pdf", pdf())).code).toBe("INVALID_FORMAT");
    expect((await send("", pdf())).code).toBe("REQUIRED");
    expect((await send("a.pdf", Buffer.alloc(0))).code).toBe("FILE_CONTENT_REFUSED");
    expect(await left()).toEqual(before);
  });

  test("more than 10 MB, whether it says so or not", async () => {
    const before = await left();
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, 65);
    const said = await send("a.txt", large).catch((error: Error) => ({ code: error.message, status: 413 }));
    expect(said.status).toBe(413);
    const unsaid = await raw(`x-file-name: a.txt\r\ntransfer-encoding: chunked`, async (write) => {
      for (let at = 0; at < 11; at += 1) if (!write(`100000\r\n${"A".repeat(1024 * 1024)}\r\n`)) break;
      write("0\r\n\r\n");
    });
    expect(unsaid).toMatch(/^(HTTP\/1\.1 413|$)/);
    expect(await left()).toEqual(before);
  });

  test("another site, nobody, a token, a form, and who may not", async () => {
    const before = await left();
    expect(await send("a.pdf", pdf(), { headers: { origin: "https://evil.example" } })).toMatchObject({
      status: 403,
      code: "FORBIDDEN",
    });
    expect(await send("a.pdf", pdf(), { headers: { "sec-fetch-site": "cross-site" } })).toMatchObject({ status: 403 });
    expect(await send("a.pdf", pdf(), { as: "nobody" })).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    const { headers } = await asPartner(world, "tashan");
    expect(await send("a.pdf", pdf(), { as: "nobody", headers })).toMatchObject({ status: 403, code: "FORBIDDEN" });
    for (const type of [
      "multipart/form-data; boundary=x",
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/json",
    ])
      expect(await send("a.pdf", pdf(), { headers: { "content-type": type } })).toMatchObject({ status: 415 });
    for (const as of ["official", "auditor", "assessor"])
      expect(await send("a.pdf", pdf(), { as })).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await left()).toEqual(before);
  });

  test("a record that is hidden, like one that is not there, or of a kind without attachments", async () => {
    const before = await left();
    for (const about of ["tradeUnion-6", "tradeUnion-600", "assessment-99", "award-99", "person-3", "", "x"])
      expect([about, await send("a.pdf", pdf(), { about })]).toMatchObject([about, { status: 404, code: "NOT_FOUND" }]);
    expect(await left()).toEqual(before);
    expect((await send("a.pdf", pdf(), { about: "assessment-1" })).status).toBe(201);
  });
});

/** Sends a request byte by byte over a socket of its own, and gives what comes back before it closes. */
function raw(
  head: string,
  body: (write: (text: string) => boolean, end: () => void) => Promise<void>,
  to = origin,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(to).port), "127.0.0.1");
    let told = "";
    socket
      .on("data", (piece) => (told += piece))
      .on("error", () => {})
      .on("close", () => resolve(told));
    socket.write(
      `POST /uploads HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/octet-stream\r\nx-about: tradeUnion-4\r\ncookie: ${cookies["clerk"]}\r\n${head}\r\n\r\n`,
    );
    void body(
      (text) => !socket.destroyed && socket.write(text) !== undefined,
      () => socket.destroy(),
    );
  });
}
const settled = async (wanted: unknown) => {
  for (let tries = 0; tries < 100 && JSON.stringify(await left()) !== JSON.stringify(wanted); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
};

test("a sender who goes away half-way leaves no file and no row", async () => {
  const before = await left();
  await raw("x-file-name: a.txt\r\ncontent-length: 100000", async (write, end) => {
    write("A".repeat(50_000));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(onDisk()).toBe((before[0] as number) + 1);
    end();
  });
  await settled(before);
  expect(await left()).toEqual(before);
});

test("a sender of one byte a second is closed, and leaves nothing", async () => {
  const before = await left();
  const hasty = await serve(world, { patience: 1_000 });
  await hasty.app.listen({ port: 0, host: "127.0.0.1" });
  const to = `http://127.0.0.1:${(hasty.app.server.address() as AddressInfo).port}`;
  const begun = performance.now();
  let isOver = false;
  await raw(
    "x-file-name: a.txt\r\ncontent-length: 100",
    async (write) => {
      while (!isOver && performance.now() - begun < 10_000 && write("A"))
        await new Promise((resolve) => setTimeout(resolve, 1_000));
    },
    to,
  );
  isOver = true;
  expect(performance.now() - begun).toBeLessThan(6_000);
  await hasty.end();
  await settled(before);
  expect(await left()).toEqual(before);
}, 20_000);

test("a process that was killed leaves what the next one sweeps away, and nothing younger or known", async () => {
  const before = await left();
  mkdirSync(join(folder, "incoming"), { recursive: true });
  const [half, orphan, young] = ["1".repeat(32), "2".repeat(32), "3".repeat(32)];
  const old = new Date(Date.now() - 3_600_000);
  for (const path of [join(folder, "incoming", half), join(folder, orphan), join(folder, "incoming", young)])
    writeFileSync(path, "x");
  for (const name of readdirSync(folder)) if (name !== "incoming") utimesSync(join(folder, name), old, old);
  utimesSync(join(folder, "incoming", half), old, old);
  const known = async (names: string[]) =>
    new Set(
      (
        await world.sql<{ name: string }>("select stored_name as name from attachment where stored_name = any ($1)", [
          names,
        ])
      ).map(({ name }) => name),
    );
  expect(await world.house.files.sweep(known, 900_000)).toBe(2);
  expect(await left()).toEqual([(before[0] as number) + 1, before[1]]);
  expect(await world.house.files.sweep(known, 0)).toBe(1);
  expect(await left()).toEqual(before);
});

test("when the room is used up the next file is refused and leaves nothing; a smaller one still fits", async () => {
  const [{ bytes } = { bytes: "0" }] = await world.sql<{ bytes: string }>("select attached_bytes() as bytes");
  const narrow = await serve(world, { attachedBytes: Number(bytes) + 10 });
  const before = await left();
  const put = (text: string) =>
    narrow.app.inject({
      method: "POST",
      url: "/uploads",
      headers: {
        "content-type": "application/octet-stream",
        "x-about": "tradeUnion-4",
        "x-file-name": "a.txt",
        cookie: cookies["clerk"] as string,
      },
      payload: text,
    });
  const refused = await put("A".repeat(11));
  expect([refused.statusCode, (refused.json() as Body).userErrors[0].code]).toEqual([422, "STORAGE_FULL"]);
  expect(await left()).toEqual(before);
  expect((await put("A".repeat(10))).statusCode).toBe(201);
  await narrow.end();
});

describe("who fetches", () => {
  let id: string;
  beforeAll(async () => {
    id = (await send("a.pdf", pdf())).body.attachment.id;
  });
  const answer = async (as: string | undefined, which: string) => {
    const response = await fetchAs(as, which);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string; requestId?: string } }[] };
    const told = errors.map(({ extensions: { requestId: _, ...rest }, ...error }) => ({ ...error, ...rest }));
    const heads = [...response.headers].filter(([name]) => !["date", "x-request-id", "content-length"].includes(name));
    return JSON.stringify([response.status, told, heads]);
  };

  test("another county finds an attachment no more than one that never was, and is in the log", async () => {
    const hidden = await answer("keqiao", id);
    expect(hidden).toContain("NOT_FOUND");
    for (const other of ["attachment-999999", "attachment-x", "..%2f..%2fetc%2fpasswd", "tradeUnion-4"])
      expect(await answer("keqiao", other)).toBe(hidden);
    expect(await answer(undefined, id)).toContain("UNAUTHENTICATED");
    const { headers } = await asPartner(world, "tashan");
    expect((await fetch(`${origin}/attachments/${id}`, { headers })).status).toBe(403);
    const denials = await world.sql(
      "select 1 from audit_entry where kind = 'DENIAL' and action = 'downloadAttachment' and account_id = 4",
    );
    expect(denials.length).toBeGreaterThan(0);
    expect(
      (await ask("keqiao", "query($id: ID!) { attachment(id: $id) { id } node(id: $id) { id } }", { id })).data,
    ).toEqual({ attachment: null, node: null });
  });

  test("nobody, once it was withdrawn with a reason; the record and the bytes stay", async () => {
    const WITHDRAW =
      "mutation($input: WithdrawAttachmentInput!) { withdrawAttachment(input: $input) { attachment { id withdrawnOn withdrawalReason } userErrors { path code } } }";
    const before = await left();
    const input = { id, version: 1, reason: "误传" };
    expect((await ask("official", WITHDRAW, { input })).errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    expect((await ask("keqiao", WITHDRAW, { input })).errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND" });
    expect(
      (await ask("clerk", WITHDRAW, { input: { ...input, reason: " " } })).data.withdrawAttachment.userErrors,
    ).toMatchObject([{ path: ["reason"], code: "REQUIRED" }]);
    const { data } = await ask("clerk", WITHDRAW, { input });
    expect(data.withdrawAttachment).toMatchObject({ attachment: { id, withdrawalReason: "误传" }, userErrors: [] });
    expect(
      (await ask("clerk", WITHDRAW, { input: { ...input, version: 2 } })).data.withdrawAttachment.userErrors,
    ).toMatchObject([{ code: "ILLEGAL_TRANSITION" }]);
    expect((await fetchAs("clerk", id)).status).toBe(410);
    expect(await left()).toEqual(before);
  });
});
