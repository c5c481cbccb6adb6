import { Field, ID, InputType, Int } from "type-graphql";
import type { RecordName } from "../records.js";
import { enumeration } from "./marks.js";
import type { LocalDate } from "./period.rules.js";
import type { Refusal } from "./refusal.rules.js";
import { type Class, KINDS, type Kind, type Names } from "./register.js";

/** What may be sent for one field of an input, beyond what its GraphQL type says. */
export interface InputMark {
  name: string;
  /** The field's Chinese and English name, as in its description. */
  label: string;
  kind: Kind | "enum" | "link";
  required: boolean;
  list: boolean;
  least?: number;
  most?: number;
  /** The record a link leads to; the field's name is the link's with `Id` or `Ids` at its end. */
  record?: RecordName;
}

interface GivenOptions {
  required?: boolean;
  list?: boolean;
  least?: number;
  most?: number;
}

const TEXT = 200;
const LIST = 250;
const INTEGER = 2_147_483_647;
const marks = new WeakMap<object, Map<string, InputMark>>();

function note(prototype: object, mark: InputMark) {
  const own = marks.get(prototype) ?? new Map<string, InputMark>();
  marks.set(prototype, own.set(mark.name, mark));
}

/** Everything marked on an input and on what it extends. */
export function inputMarks(input: Class): InputMark[] {
  const found = new Map<string, InputMark>();
  for (let prototype = input.prototype; prototype; prototype = Object.getPrototypeOf(prototype))
    for (const [name, mark] of marks.get(prototype) ?? []) if (!found.has(name)) found.set(name, mark);
  return [...found.values()];
}

/** What speaks against an input as it was sent, whatever is on file. `today` is the calendar day in Shaoxing. */
export type InputRule<Input = never> = (input: Input, today: LocalDate) => readonly (Refusal | undefined)[];
const rules = new WeakMap<object, InputRule[]>();

/** Holds an input, and whatever extends it, to rules that need no record: all they find is told together. */
export const Keeps =
  <Input extends object>(...kept: InputRule<Input>[]) =>
  (input: abstract new () => Input): void =>
    void rules.set(input.prototype, kept as InputRule[]);

/** The rules of an input and of what it extends. */
export function inputRules(input: Class): InputRule[] {
  const found: InputRule[] = [];
  for (let prototype = input.prototype; prototype; prototype = Object.getPrototypeOf(prototype))
    found.push(...(rules.get(prototype) ?? []));
  return found;
}

const given =
  (
    kind: InputMark["kind"],
    type: () => unknown,
    label: string,
    options: GivenOptions & { record?: RecordName },
  ): PropertyDecorator =>
  (prototype, key) => {
    const { required = false, list = false, record } = options;
    Field((list ? () => [type()] : type) as never, { nullable: !required, description: label })(prototype, key);
    const bounds =
      kind === "text"
        ? { most: options.most ?? TEXT }
        : list
          ? { most: options.most ?? LIST }
          : kind === "integer"
            ? { least: options.least ?? 0, most: options.most ?? INTEGER }
            : {};
    note(prototype, { name: String(key), label, kind, required, list, ...bounds, ...(record ? { record } : {}) });
  };

/** A value of a stored kind; texts are trimmed and at most 200 characters unless told otherwise, whole numbers not negative. */
export const Given = (kind: Kind, label: string, options: GivenOptions = {}) =>
  given(kind, KINDS[kind].graphql, label, options);

/** One of the names of an enumeration. */
export const GivenOneOf = (typeName: string, names: Names, label: string, options: GivenOptions = {}) => {
  const values = enumeration(typeName, names);
  return given("enum", () => values, label, options);
};

/** The id of a record that the sender must be able to see. */
export const GivenLink = (record: RecordName, label: string, options: GivenOptions = {}) =>
  given("link", () => ID, label, { ...options, record });

/** Every change may be explained; the reason stands in the audit log. */
@InputType()
export abstract class Explained {
  @Given("text", "变更事由，记入审计。Reason of the change, kept in the audit log.", { most: 500 }) reason?: string;
}

/** The record to be changed, in the version its editor saw. */
export function GivenSelf(record: RecordName): PropertyDecorator {
  return (prototype, key) => {
    Field(() => ID, { description: "要修改的记录。The record to change." })(prototype, key);
    note(prototype, { name: String(key), label: "标识。Id.", kind: "link", required: true, list: false, record });
  };
}
export function GivenVersion(): PropertyDecorator {
  return (prototype, key) => {
    Field(() => Int, {
      description:
        "所见版本号；已被他人修改时拒绝并返回最新内容。The version seen; a stale one is refused with the current record.",
    })(prototype, key);
  };
}
