import { Entity, Enum, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Arg, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { AMENDING } from "../access/amending.js";
import { RECORDS, type RecordName } from "../records.js";
import { ENUMERATIONS } from "./enumerations.rules.js";
import { connectionOf, filterOf, nameEnum, orderOf } from "./lists.js";
import { Node } from "./node.js";
import {
  type By,
  type Class,
  gather,
  KINDS,
  type Kind,
  type Names,
  note,
  noteSealed,
  type Place,
  type RecordMark,
  register,
  sealedOf,
  toColumn,
} from "./register.js";

/** A record: table, GraphQL type and node in one class. */
export function Kept(
  name: RecordName,
  description: string,
  options: Partial<
    Pick<RecordMark, "period" | "existence" | "asOf" | "order" | "search" | "superseded" | "within" | "watched">
  > = {},
): ClassDecorator {
  return (target) => {
    tellWhetherAmendable(name, target);
    register({
      name,
      table: toColumn(RECORDS[name].one),
      class: target as unknown as Class,
      order: "id",
      search: false,
      superseded: false,
      ...options,
      fields: gather(target),
      sealed: sealedOf(target),
    });
    ObjectType(name, { simpleResolvers: true, implements: Node, description })(target);
    Entity({ tableName: toColumn(RECORDS[name].one) })(target as never);
  };
}

/** Every record that is amended by a mutation tells whether this reader may, by the rule of that mutation. */
function tellWhetherAmendable(name: RecordName, target: Function): void {
  const amending = AMENDING[name];
  if (!amending) return;
  Computed(
    () => Boolean,
    "本人能否修改；原因见 explainAccess。Whether the reader may amend it; explainAccess says why.",
    {
      sql: ({ alias, mayAt }) => mayAt(amending.permission, amending.path(alias), amending.anywhere?.(alias)),
    },
  )(target.prototype, "mayAmend");
}

interface ColumnOptions {
  nullable?: boolean;
  guard?: string;
  filter?: boolean;
  order?: boolean;
  hidden?: boolean;
  kept?: false;
  default?: unknown;
  lock?: true;
  pinyin?: true;
  /** Column of a list of numbers in which `eq` and `in` look as well. */
  among?: string;
}

/** A stored value. `hidden` keeps it out of GraphQL; `kept: false` marks a projection that only the database writes. */
export function Column(kind: Kind, description: string, options: ColumnOptions = {}): PropertyDecorator {
  return (prototype, key) => {
    const name = String(key);
    const { nullable = false, hidden = false } = options;
    Property({
      type:
        kind === "fen"
          ? "string"
          : kind === "integer"
            ? "integer"
            : kind === "boolean"
              ? "boolean"
              : kind === "instant"
                ? "Date"
                : "string",
      columnType: KINDS[kind].column,
      fieldName: toColumn(name),
      nullable,
      ...(options.lock ? { version: true } : {}),
      ...(options.default === undefined ? {} : { default: options.default as never }),
    })(prototype, name);
    if (hidden) return;
    Field(KINDS[kind].graphql as never, {
      nullable: nullable || options.guard !== undefined,
      description,
      simple: true,
    })(prototype, key);
    note(prototype, {
      mark: "column",
      name,
      kind,
      column: toColumn(name),
      nullable,
      list: false,
      graphql: KINDS[kind].graphql,
      filter: options.filter ?? true,
      order: options.order ?? true,
      pinyin: options.pinyin ?? false,
      ...(options.among ? { among: options.among } : {}),
      ...(options.guard ? { guard: options.guard } : {}),
    });
  };
}

interface SealedOptions {
  /** Permission to find it whole; without one it has no index and is found by nobody. */
  guard?: string;
  /** Permission to see its mask; absent for whoever sees the record. */
  maskGuard?: string;
  /** What the field that shows its mask says. */
  masked: string;
}

/**
 * Personal data that never stands in the database in clear. What is given for it stays in memory until it is sealed into its
 * columns; readers are shown its mask, by a field of its own.
 */
export function Sealed({ guard, maskGuard, masked }: SealedOptions): PropertyDecorator {
  return (prototype, key) => {
    const name = String(key);
    const column = toColumn(name);
    Property({ type: "string", nullable: true, persist: false })(prototype, name);
    for (const end of guard ? ["Sealed", "Bidx"] : ["Sealed"])
      Property({ type: "blob", columnType: "bytea", fieldName: `${column}_${end.toLowerCase()}`, nullable: true })(
        prototype,
        `${name}${end}`,
      );
    for (const end of ["Mask", "Key"])
      Property({ type: "string", columnType: "text", fieldName: `${column}_${end.toLowerCase()}`, nullable: true })(
        prototype,
        `${name}${end}`,
      );
    if (guard) noteSealed(prototype, { name, column, guard });
    Computed(() => String, masked, {
      nullable: true,
      sql: ({ alias }) => `${alias}.${column}_mask`,
      ...(maskGuard ? { guard: maskGuard } : {}),
    })(prototype, `${name}Masked`);
  };
}

/** What a record holds of each sealed value: what was given, until it is sealed, and the columns it is sealed into. */
export type SealedValues<Name extends string> = { [Given in Name]?: string | null } & {
  [Bytes in `${Name}Sealed` | `${Name}Bidx`]?: Uint8Array | null;
} & { [Text in `${Name}Mask` | `${Name}Key`]?: string | null } & { readonly [Shown in `${Name}Masked`]?: string };

/** One of a list of names: kept as text, printed as a GraphQL enumeration whose values are described in Chinese. */
export function OneOf(
  typeName: string,
  names: Names,
  description: string,
  options: ColumnOptions & { list?: boolean } = {},
): PropertyDecorator {
  const values = enumeration(typeName, names);
  return (prototype, key) => {
    const name = String(key);
    const { nullable = false, list = false } = options;
    if (list) Property({ type: "string[]", columnType: "text[]", fieldName: toColumn(name) })(prototype, name);
    else
      Enum({
        items: () => Object.keys(values),
        type: "string",
        columnType: "text",
        fieldName: toColumn(name),
        nullable,
      })(prototype, name);
    Field((list ? () => [values] : () => values) as never, { nullable, description })(prototype, key);
    note(prototype, {
      mark: "column",
      name,
      kind: "enum",
      column: toColumn(name),
      nullable,
      list,
      graphql: () => values,
      filter: options.filter ?? !list,
      order: false,
      pinyin: false,
    });
  };
}

const enumerations = new Map<string, Record<string, string>>();
/** The GraphQL enumeration of a table of names, registered once. */
export function enumeration(typeName: string, names: Names): Record<string, string> {
  const known = enumerations.get(typeName);
  if (known) return known;
  const values = Object.fromEntries(Object.keys(names).map((value) => [value, value]));
  const about = ENUMERATIONS[typeName];
  if (!about) throw new Error(`${typeName} is not described in enumerations.rules.ts`);
  registerEnumType(values, {
    name: typeName,
    description: `${about.zh}。${about.en}.`,
    valuesConfig: Object.fromEntries(
      Object.entries(names).map(([value, { zh, en }]) => [value, { description: `${zh} · ${en}` }]),
    ),
  });
  enumerations.set(typeName, values);
  nameEnum(values, typeName);
  return values;
}

/** A link to one record: ORM relation, GraphQL field and compiled join. Always nullable for readers, as the target may be hidden from them. */
export function One(
  target: () => Class,
  description: string,
  options: { nullable?: boolean; kept?: false } = {},
): PropertyDecorator {
  return (prototype, key) => {
    const name = String(key);
    ManyToOne({
      entity: target as never,
      ref: true,
      fieldName: `${toColumn(name)}_id`,
      nullable: options.nullable ?? false,
      deleteRule: "no action",
    })(prototype, name);
    Field(target as never, { nullable: true, description })(prototype, key);
    note(prototype, { mark: "one", name, column: `${toColumn(name)}_id`, target, nullable: true });
  };
}

/** The records that point here: a connection, with the arguments of every list. */
export function Many(target: () => Class, by: By, description: string): PropertyDecorator {
  return (prototype, key) => {
    const name = String(key);
    Field(() => connectionOf(target()), { description })(prototype, key);
    for (const [index, [argument, type, about]] of LIST_ARGUMENTS(target).entries())
      Arg(argument, type as never, { nullable: true, description: about })(prototype, key, index);
    note(prototype, { mark: "many", name, target, by, nullable: false });
  };
}

/** The arguments of every list, in their order. */
export const LIST_ARGUMENTS = (target: () => Class): [string, () => unknown, string][] => [
  ["filter", () => filterOf(target()), "筛选条件。Conditions the rows must meet."],
  ["orderBy", () => [orderOf(target())], "排序，末位总按标识排。Order; the id always comes last."],
  ["first", () => Int, "自前取几条，1–500，缺省 50。How many from the start."],
  ["after", () => String, "自此游标之后。After this cursor."],
  ["last", () => Int, "自后取几条，1–500。How many from the end."],
  ["before", () => String, "在此游标之前。Before this cursor."],
  ["offset", () => Int, "跳过几条，至多 10000，供页码使用。Rows to skip, for page numbers."],
  ["history", () => Boolean, "含当日不在效力内的记录。Also rows not in force on the day."],
];

/** A value computed inside the statement; `complete` may finish it in Node by a pure rule. */
export function Computed<T>(
  type: () => unknown,
  description: string,
  options: {
    sql: (place: Place) => string;
    nullable?: boolean;
    row?: boolean;
    guard?: string;
    complete?: (value: T) => unknown;
  },
): PropertyDecorator {
  return (prototype, key) => {
    Field(type as never, { nullable: options.nullable ?? false, description })(prototype, key);
    note(prototype, {
      mark: "computed",
      name: String(key),
      nullable: options.nullable ?? false,
      sql: options.sql,
      ...(options.row ? { row: true } : {}),
      ...(options.guard ? { guard: options.guard } : {}),
      ...(options.complete ? { complete: options.complete as never } : {}),
    });
  };
}

/** Key and version, the same for every record. */
export function Key(): PropertyDecorator {
  return (prototype, key) => {
    PrimaryKey({ type: "integer", fieldName: "id" })(prototype, String(key));
    Field(() => ID, { description: "全局标识，终身不变，不复用。Opaque global id.", simple: true })(prototype, key);
  };
}
