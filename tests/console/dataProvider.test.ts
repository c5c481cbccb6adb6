import { describe, expect, jest, test } from "@jest/globals";
import { AWARD } from "../../admin/awards/award.facts.js";
import { TRADE_UNION } from "../../admin/hierarchy/tradeUnion.facts.js";
import { AskError, asker } from "../../admin/shared/ask.js";
import {
  amendmentInput,
  Conflict,
  creationInput,
  disputedFacts,
  REASON,
  Refused,
  settled,
} from "../../admin/shared/change.js";
import { conditionsOf, dataProviderOf } from "../../admin/shared/dataProvider.js";
import { DESCRIPTIONS } from "../../admin/shared/descriptions.js";

type Variables = Record<string, unknown>;

/** A provider whose server answers what the test says, and which notes what it was asked. */
function providerAnswering(answer: unknown, asOf?: string) {
  const asked: { query: string; variables: Variables }[] = [];
  const ask = async (query: string, variables: Variables = {}) => {
    asked.push({ query, variables });
    return answer;
  };
  return {
    asked,
    provider: dataProviderOf(ask as never, DESCRIPTIONS, { asOf: () => asOf, notThere: () => "absent" }),
  };
}

describe("reading", () => {
  const page = { page: { nodes: [{ id: "tradeUnion-1" }], totalCount: 41 } };

  test("a list goes by offset, with order, condition and total", async () => {
    const { asked, provider } = providerAnswering(page);
    const list = await provider.getList("tradeUnions", {
      filter: { type: { eq: "VILLAGE_UNION" }, name: { contains: "" } },
      sort: { field: "memberCount", order: "DESC" },
      pagination: { page: 3, perPage: 25 },
    });
    expect(list).toEqual({ data: page.page.nodes, total: 41 });
    expect(asked[0]?.variables).toEqual({
      filter: { type: { eq: "VILLAGE_UNION" } },
      orderBy: ["MEMBER_COUNT_DESC"],
      first: 25,
      offset: 50,
    });
  });

  test("rows that point at a record are a list with that condition; history is asked for beside it", async () => {
    const { asked, provider } = providerAnswering(page);
    await provider.getManyReference("positions", {
      target: "tradeUnion",
      id: "tradeUnion-7",
      filter: { history: true },
      sort: { field: "startOn", order: "ASC" },
      pagination: { page: 1, perPage: 10 },
    });
    expect(asked[0]?.variables).toMatchObject({
      filter: { tradeUnion: { eq: "tradeUnion-7" } },
      history: true,
      offset: 0,
    });
  });

  test("several records come through nodes, and hidden ones are left out", async () => {
    const { asked, provider } = providerAnswering({ nodes: [{ id: "person-1", name: "王芳" }, null] });
    expect((await provider.getMany("persons", { ids: ["person-1", "person-2"] })).data).toHaveLength(1);
    expect(asked[0]?.query).toContain("... on Person { id name }");
  });

  test("the day of the header goes with every read", async () => {
    const { asked, provider } = providerAnswering({ one: { id: "tradeUnion-1" } }, "2013-09-05");
    await provider.getOne("tradeUnions", { id: "tradeUnion-1" });
    expect(asked[0]?.variables).toEqual({ id: "tradeUnion-1", asOf: "2013-09-05" });
  });

  test("what is not there on that day is told in words", async () => {
    const { provider } = providerAnswering({ one: null });
    await expect(provider.getOne("tradeUnions", { id: "tradeUnion-9" })).rejects.toThrow("absent");
  });

  test("conditions left empty are no conditions", () => {
    expect(conditionsOf({ a: { eq: "" }, b: { eq: false }, c: null, d: { gte: "2020-01-01", lte: "" } })).toEqual({
      b: { eq: false },
      d: { gte: "2020-01-01" },
    });
  });
});

describe("changing", () => {
  const before = {
    id: "tradeUnion-1",
    version: 4,
    name: "旧名",
    phone: "0575",
    territory: { id: "division-1" },
    address: null,
  };

  test("an amendment carries the version and only what was changed; emptied fields are null, links go by id", () => {
    const after = { ...before, name: "新名", phone: "", territory: { id: "division-2" }, address: "" };
    expect(amendmentInput(TRADE_UNION, before, after)).toEqual({
      id: "tradeUnion-1",
      version: 4,
      name: "新名",
      phone: null,
      territoryId: "division-2",
    });
  });

  test("the reason of a change goes with it", () => {
    expect(amendmentInput(TRADE_UNION, before, { ...before, [REASON]: "更正" })).toEqual({
      id: "tradeUnion-1",
      version: 4,
      reason: "更正",
    });
  });

  test("a creation sends what was filled in, and the superior under the contract's name", () => {
    const data = {
      name: "某某工会",
      type: "BRANCH",
      parent: { id: "tradeUnion-3" },
      establishedOn: "2026-01-01",
      uscc: "",
    };
    expect(creationInput(TRADE_UNION, data)).toEqual({
      name: "某某工会",
      type: "BRANCH",
      superiorId: "tradeUnion-3",
      establishedOn: "2026-01-01",
    });
  });

  test("refusals reach the fields they are about", async () => {
    const userErrors = [
      { path: ["input", "name"], code: "REQUIRED", message: "请填写名称" },
      { path: ["territoryId"], code: "REFERENCE_UNKNOWN", message: "没有这个区划" },
      { path: [], code: "PERIOD_LOCKED", message: "该年度已锁定", clause: "二(二)", quote: "……" },
    ];
    const { provider } = providerAnswering({ payload: { record: null, userErrors } });
    const refused = await provider
      .update("tradeUnions", { id: before.id, data: { ...before, name: "" }, previousData: before })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect((refused as Refused).body.errors).toEqual({ name: "请填写名称", territory: { id: "没有这个区划" } });
    expect((refused as Refused).refusals).toHaveLength(3);
  });

  test("a stale version is a conflict with both sides, settled field by field", async () => {
    const theirs = { ...before, version: 5, name: "他人的名称", phone: "1111" };
    const mine = { ...before, name: "我的名称", phone: "2222" };
    const userErrors = [{ path: ["version"], code: "CONFLICT", message: "已被他人修改" }];
    const { provider } = providerAnswering({ payload: { record: theirs, userErrors } });
    const conflict = (await provider
      .update("tradeUnions", { id: before.id, data: mine, previousData: before })
      .catch((error: unknown) => error)) as Conflict;
    expect(conflict).toBeInstanceOf(Conflict);
    const disputed = disputedFacts(TRADE_UNION, conflict);
    expect(disputed.map(({ source }) => source)).toEqual(["name", "phone"]);
    const again = settled(
      theirs,
      mine,
      disputed.filter(({ source }) => source === "phone"),
    );
    expect(amendmentInput(TRADE_UNION, theirs, again)).toEqual({ id: "tradeUnion-1", version: 5, phone: "2222" });
  });

  test("nothing is ever deleted", async () => {
    await expect(providerAnswering({}).provider.delete("awards", { id: "award-1" })).rejects.toThrow();
    expect(AWARD.writes).toEqual({ create: true, update: true });
  });
});

describe("asking", () => {
  const answering = (...bodies: object[]) => {
    const fetch = jest.fn<typeof globalThis.fetch>();
    for (const body of bodies)
      fetch.mockResolvedValueOnce(new Response(JSON.stringify(body), { headers: { "x-request-id": "r-1" } }));
    return fetch;
  };
  const lost = { errors: [{ message: "请先登录", extensions: { code: "UNAUTHENTICATED" } }] };

  test("is JSON by POST in the language of the console", async () => {
    const fetch = answering({ data: { ok: 1 } });
    await expect(
      asker({ fetch, language: () => "en", unreachable: () => "" })("query q { ok }", { a: 1 }),
    ).resolves.toEqual({ ok: 1 });
    const headers = { "accept-language": "en", "content-type": "application/json" };
    expect(fetch).toHaveBeenCalledWith(
      "/graphql",
      expect.objectContaining({ method: "POST", headers: expect.objectContaining(headers) }),
    );
  });

  test("a top-level error keeps its code and the number of the request", async () => {
    const fetch = answering({ errors: [{ message: "无权操作", extensions: { code: "FORBIDDEN" } }] });
    const error = (await asker({ fetch, language: () => "zh", unreachable: () => "" })("{ a }").catch(
      (one: unknown) => one,
    )) as AskError;
    expect([error.message, error.code, error.status, error.requestId]).toEqual(["无权操作", "FORBIDDEN", 403, "r-1"]);
  });

  test("an ended session is mended by signing in again, and the request is sent once more", async () => {
    const fetch = answering(lost, { data: { saved: true } });
    const signInAgain = jest.fn(async () => undefined);
    await expect(
      asker({ fetch, language: () => "zh", unreachable: () => "", signInAgain })("mutation m { saved }"),
    ).resolves.toEqual({ saved: true });
    expect(signInAgain).toHaveBeenCalledTimes(1);
  });

  test("a server that cannot be reached is told in words", async () => {
    const fetch = jest.fn<typeof globalThis.fetch>().mockRejectedValue(new TypeError("fetch failed"));
    await expect(asker({ fetch, language: () => "zh", unreachable: () => "无法连接服务器" })("{ a }")).rejects.toThrow(
      "无法连接服务器",
    );
  });
});
