import { spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { buildContract, printContract } from "../../api/schema.js";
import { refusedChanges } from "./contractChanges.js";
import { ROOT, textOf } from "./tree.js";

const contract = buildContract();

test("the printed contract is the one in the repository (npm run schema rewrites it)", () => {
  const printed = printContract(contract);
  const lines = printed.split("\n");
  const kept = textOf("schema/schema.graphql").split("\n");
  const first = lines.findIndex((line, index) => line !== kept[index]);
  expect({ line: first + 1, text: lines[first] }).toEqual({ line: first + 1, text: kept[first] });
  expect(kept.length).toBe(lines.length);
});

const released = releasedContract();
/** Partners rely on what was released: the newest version tag; before the first release, on what was committed last. */
function releasedContract(): string | undefined {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync("git", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    return status === 0 ? stdout : undefined;
  };
  const tag = git("describe", "--tags", "--match", "v*", "--abbrev=0")?.trim() ?? "HEAD";
  return git("show", `${tag}:schema/schema.graphql`);
}

(released === undefined ? test.skip : test)(
  "nothing of the last contract is gone that was not deprecated first",
  () => {
    expect(refusedChanges(released ?? "", contract)).toEqual([]);
  },
);

test("a field that goes without notice is refused, a deprecated one may go with its type", () => {
  const earlier = `type Query { union: Union old: Old @deprecated(reason: "2026-01-01: use union") kind(of: String): Kind }
    type Union { name: String! } type Old { name: String } enum Kind { A B }`;
  const now = buildSchema("type Query { union: Union kind: Kind } type Union { code: String } enum Kind { A }");
  expect(
    refusedChanges(earlier, now)
      .map((change) => change.split(":")[0])
      .sort(),
  ).toEqual(["ARG_REMOVED", "FIELD_REMOVED", "VALUE_REMOVED_FROM_ENUM"]);
});

interface Described {
  name: string;
  at: string;
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
}

function* everything(schema: GraphQLSchema): Generator<Described> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
    yield { ...type, name: type.name, at: type.name, description: type.description };
    if (isEnumType(type)) for (const value of type.getValues()) yield { ...value, at: `${type.name}.${value.name}` };
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) yield { ...field, at: `${type.name}.${field.name}` };
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        yield { ...field, at: `${type.name}.${field.name}` };
        for (const arg of field.args) yield { ...arg, at: `${type.name}.${field.name}(${arg.name}:)` };
      }
  }
}

/** These name themselves: ascending and descending by a field that is described. */
const isOrder = ({ at }: Described) => /Order\.[A-Z0-9_]+_(ASC|DESC)$/.test(at);

test("every type, field, argument, enum value and input field is described", () => {
  const bare = [...everything(contract)].filter((thing) => !thing.description?.trim() && !isOrder(thing));
  expect(bare.map(({ at }) => at)).toEqual([]);
});

test("descriptions are in Chinese, with English beside it", () => {
  const oneSided = [...everything(contract)].filter(
    ({ description }) => description && !(/\p{Script=Han}/u.test(description) && /[a-z]{2}/i.test(description)),
  );
  expect(oneSided.map(({ at, description }) => `${at}: ${description}`)).toEqual([]);
});

test("every deprecation tells its day and what to use instead", () => {
  const undated = [...everything(contract)].filter(
    ({ deprecationReason }) => deprecationReason && !/^\d{4}-\d{2}-\d{2}: .{10,}/.test(deprecationReason),
  );
  expect(undated.map(({ at }) => at)).toEqual([]);
});
