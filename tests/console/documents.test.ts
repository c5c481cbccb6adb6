import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { getOperationAST, parse, validate } from "graphql";
import { asker } from "../../admin/shared/ask.js";
import { digestOf, documentIds } from "../../admin/shared/documentIds.js";
import { documents } from "../../admin/shared/documents.js";
import { EXAMPLES } from "../../admin/shared/exampleQueries.js";
import { brokenLimit, measure } from "../../api/access/documentLimits.js";
import { documentHash, trustedDocuments } from "../../api/access/trustedDocuments.js";
import { compileQuery, priceOfChanges } from "../../api/reading/operation.js";
import type { Asked } from "../../api/reading/plan.js";
import { buildContract } from "../../api/schema.js";
import { LIMITS } from "../../schema/access/limits.rules.js";
import { code, ROOT, textOf } from "../house/tree.js";

const schema = buildContract();
const all = documents();
const nameOf = (text: string) => /^\w+ (\w+)/.exec(text)?.[1] ?? "";

describe("the documents of the console", () => {
  test("are listed by the build, each under its hash", () => {
    expect(existsSync(join(ROOT, "dist", "console", "documents.json"))).toBe(true);
    expect([...trustedDocuments()].sort()).toEqual(all.map((text) => [documentHash(text), text]).sort());
  });

  test("fit the contract and keep its limits, so that they also run where free text is asked", () => {
    expect(all.length).toBeGreaterThan(100);
    for (const text of [...all, ...EXAMPLES]) {
      const document = parse(text);
      expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
      expect([nameOf(text), brokenLimit(measure(document), LIMITS)]).toEqual([nameOf(text), undefined]);
    }
  });

  test("are written nowhere but where the list finds them", () => {
    const consoleCode = code().filter((path) => path.startsWith("admin/"));
    const own = consoleCode.filter((path) => !/(operations?|exampleQueries)\.ts$/.test(path));
    expect(own.filter((path) => /["'`]\s*(query|mutation)\b[^"'`]*\{/.test(textOf(path)))).toEqual([]);
    const listed = textOf("admin/shared/documents.ts");
    const rooms = consoleCode
      .filter((path) => /\.(deeds|operations?)\.ts$/.test(path))
      .map((path) => path.replace("admin/shared/", "./").replace("admin/", "../").replace(/ts$/, "js"));
    expect(rooms.length).toBeGreaterThan(2);
    expect(rooms.filter((path) => !listed.includes(`"${path}"`))).toEqual([]);
    // Selections given by hand: those of the tree, and the audit log's, which is a description's.
    const selections = consoleCode.flatMap((path) =>
      [...textOf(path).matchAll(/meta: \{[^}]*fields: (\w+)/g)].map(([, name]) => name),
    );
    expect(selections.length).toBeGreaterThan(4);
    expect(
      selections.filter((name) => !["NODE_FIELDS", "PANEL_FIELDS", "ANCESTOR_FIELDS", "FIELDS"].includes(name ?? "")),
    ).toEqual([]);
    expect(textOf("admin/shared/AuditTimeline.tsx")).toContain('const FIELDS = fieldsOf(AUDIT_ENTRY, "show");');
  });
});

describe("what the console asks has its price", () => {
  const viewer = { accountId: 1, role: "SYSTEM_ADMINISTRATOR" as const, today: "2026-11-22" };
  const variables = { id: "tradeUnion-1", ids: ["tradeUnion-1"], within: "tradeUnion-1", first: 50, offset: 0 };
  const priceOf = (text: string) => {
    const document = parse(text);
    const operation = getOperationAST(document) as Asked["operation"];
    const asked: Asked = { schema, operation, fragments: {}, variables };
    return operation.operation === "mutation"
      ? priceOfChanges(asked, viewer)
      : (compileQuery(asked, viewer)?.price ?? 1);
  };
  /** Points of what is asked most, for a page of 50. They change with the weights only, and then the contract says so. */
  const GOLDEN: Record<string, number> = {
    viewer: 1,
    login: 10,
    dashboardScope: 73,
    dashboardWhole: 1_413,
    unionsByType: 12,
    dissolveTradeUnion: 11,
  };

  test("known to the point where it is asked most", () => {
    const found = Object.fromEntries(
      Object.keys(GOLDEN).map((name) => [name, priceOf(all.find((text) => nameOf(text) === name) ?? "{ __typename }")]),
    );
    expect(found).toEqual(GOLDEN);
  });

  test("below the limit of the console, and but for one of a partner", () => {
    const prices = all.map((text) => [nameOf(text), priceOf(text)] as const);
    expect(prices.filter(([, price]) => price > LIMITS.points.trusted)).toEqual([]);
    // The dashboard of the whole installation allows for twenty cities.
    expect(prices.filter(([name, price]) => price > LIMITS.points.free && name !== "dashboardWhole")).toEqual([]);
  });
});

describe("the console names a document by its hash", () => {
  const answering = () => jest.fn<typeof fetch>().mockImplementation(async () => new Response('{"data":{}}'));
  const ask = async (trustedDocuments: boolean, digest = digestOf) => {
    const fetch = answering();
    const documentId = documentIds({ setting: async () => ({ trustedDocuments }), digest });
    await asker({ fetch, language: () => "zh", unreachable: () => "", documentId })(all[0] as string, { a: 1 });
    return JSON.parse(String(fetch.mock.calls[0]?.[1]?.body));
  };

  test("where the server says so, and sends its text elsewhere", async () => {
    const hash = documentHash(all[0] as string);
    expect(await ask(true)).toEqual({
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
      variables: { a: 1 },
    });
    expect(await ask(false)).toEqual({ query: all[0], variables: { a: 1 } });
    expect(await ask(true, async () => undefined)).toEqual({ query: all[0], variables: { a: 1 } });
  });

  test("works each hash out once, and asks again for a setting it could not read", async () => {
    const digest = jest.fn(async () => "h");
    const setting = jest.fn(async () => ({ trustedDocuments: true })).mockRejectedValueOnce(new Error("away"));
    const idOf = documentIds({ setting, digest });
    expect([await idOf("a"), await idOf("a"), await idOf("a"), await idOf("b")]).toEqual([undefined, "h", "h", "h"]);
    expect(digest).toHaveBeenCalledTimes(2);
  });
});
