import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { RECORDS } from "../records.js";
import { type Class, type FieldMark, markOf, type RecordMark } from "./register.js";
import { Fen, Instant, LocalDate } from "./scalars.js";

/** Makes a class for TypeGraphQL out of a table of fields, as lists differ only in their names. */
function shaped(
  name: string,
  as: (name: string, options: { description: string }) => ClassDecorator,
  description: string,
  fields: Record<string, [() => unknown, string, boolean?]>,
): Class {
  const made = { [name]: class {} }[name] as Class;
  as(name, { description })(made);
  for (const [field, [type, about, nullable = true]] of Object.entries(fields))
    Field(type as never, { nullable, description: about })(made.prototype, field);
  return made;
}

const once = <K extends object, V>(make: (key: K) => V) => {
  const made = new Map<K, V>();
  return (key: K): V => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as V;
  };
};

const compared = (type: () => unknown, ordered: boolean, text = false): Record<string, [() => unknown, string]> => ({
  eq: [type, "等于。Equal to."],
  in: [(() => [type()]) as () => unknown, "属于其一，至多 250 个。One of, at most 250."],
  isNull: [() => Boolean, "是否为空。Whether it is absent."],
  ...(ordered
    ? ({
        gt: [type, "大于。After."],
        gte: [type, "不小于。Not before."],
        lt: [type, "小于。Before."],
        lte: [type, "不大于。Not after."],
      } as Record<string, [() => unknown, string]>)
    : {}),
  ...(text
    ? ({ contains: [type, "包含。Contains."], startsWith: [type, "以此开头。Starts with."] } as Record<
        string,
        [() => unknown, string]
      >)
    : {}),
});

const input = (name: string, description: string, fields: Record<string, [() => unknown, string]>) =>
  shaped(name, InputType as never, description, fields);
const FILTERS = {
  text: input(
    "TextFilter",
    "文本条件。Conditions on text.",
    compared(() => String, false, true),
  ),
  integer: input(
    "IntFilter",
    "整数条件。Conditions on whole numbers.",
    compared(() => Int, true),
  ),
  date: input(
    "DateFilter",
    "日期条件。Conditions on dates.",
    compared(() => LocalDate, true),
  ),
  instant: input(
    "DateTimeFilter",
    "时刻条件。Conditions on instants.",
    compared(() => Instant, true),
  ),
  fen: input(
    "FenFilter",
    "金额条件。Conditions on money.",
    compared(() => Fen, true),
  ),
  boolean: input(
    "BooleanFilter",
    "是否条件。Conditions on yes and no.",
    compared(() => Boolean, false),
  ),
  id: input(
    "IdFilter",
    "按标识的条件。Conditions on a linked record.",
    compared(() => ID, false),
  ),
};
const WHOLE = input("WholeFilter", "只能以完整内容查找的条件。A condition on a value that is found only whole.", {
  eq: [() => String, "等于。Equal to."],
});
const enumNames = new WeakMap<object, string>();
const enumFilter = once((values: object) => {
  const name = Object.keys(values).length ? (enumNames.get(values) as string) : "";
  return input(
    `${name}Filter`,
    `枚举条件。Conditions on ${name}.`,
    compared(() => values, false),
  );
});
/** Names an enumeration, and makes its filter while types may still be registered. */
export function nameEnum(values: object, name: string) {
  enumNames.set(values, name);
  enumFilter(values);
}

function fieldFilter(mark: FieldMark): (() => unknown) | undefined {
  if (mark.mark === "one") return () => FILTERS.id;
  if (mark.mark !== "column" || !mark.filter) return undefined;
  return mark.kind === "enum"
    ? () => enumFilter(mark.graphql() as object)
    : () => FILTERS[mark.kind as keyof typeof FILTERS];
}

/** The filter of a record's lists: a condition for each filterable field, and `and`, `or`, `not` over them. */
export const filterOf = once((target: Class): Class => {
  const mark = markOf(target);
  const self: () => unknown = () => filterOf(target);
  const fields: Record<string, [() => unknown, string]> = {
    and: [() => [self()], "全部满足。All of."],
    or: [() => [self()], "满足其一。Any of."],
    not: [self, "不满足。Not."],
  };
  if (mark.search) fields.search = [() => String, "汉字、拼音、首字母或代码。Characters, pinyin, initials or code."];
  if (mark.within) fields.within = [() => ID, "在此工会及其下级范围内。At or below this union."];
  for (const [name, field] of mark.fields) {
    const type = fieldFilter(field);
    if (type) fields[name] = [type, "条件。Condition."];
  }
  for (const name of mark.sealed.keys())
    fields[name] = [() => WHOLE, "完整号码，仅供有权查找者核对。The whole number, for those who may search by it."];
  return input(`${mark.name}Filter`, `${RECORDS[mark.name].zh}筛选。Filter of ${mark.name}.`, fields);
});

/** Fields a list can be ordered by. */
export const orderFields = (mark: RecordMark) =>
  [...mark.fields.values()].filter((field) => field.mark === "column" && field.order && !field.guard);

export const orderName = (field: string, direction: "ASC" | "DESC") =>
  `${field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_${direction}`;

export const orderOf = once((target: Class): Record<string, string> => {
  const mark = markOf(target);
  const names = [
    "ID_ASC",
    "ID_DESC",
    ...orderFields(mark).flatMap(({ name }) => [orderName(name, "ASC"), orderName(name, "DESC")]),
  ];
  const values = Object.fromEntries(names.map((name) => [name, name]));
  registerEnumType(values, {
    name: `${mark.name}Order`,
    description: `${RECORDS[mark.name].zh}排序。Order of ${mark.name}.`,
  });
  return values;
});

@ObjectType({ simpleResolvers: true, description: "本页在列表中的位置。Where a page lies in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "其后是否还有。Whether more follow." }) hasNextPage!: boolean;
  @Field(() => Boolean, { description: "其前是否还有。Whether more precede." }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "首条游标。Cursor of the first row." }) startCursor?: string;
  @Field(() => String, { nullable: true, description: "末条游标。Cursor of the last row." }) endCursor?: string;
}

/** The page a list answers with. */
export const connectionOf = once((target: Class): Class => {
  const { name } = markOf(target);
  const type = (as: string, about: string, fields: Record<string, [() => unknown, string, boolean?]>) =>
    shaped(
      as,
      ((n: string, o: { description: string }) => ObjectType(n, { ...o, simpleResolvers: true })) as never,
      about,
      fields,
    );
  const edge = type(`${name}Edge`, `${RECORDS[name].zh}及其游标。A row and its cursor.`, {
    cursor: [() => String, "游标。Cursor.", false],
    node: [() => target, "记录。The record.", false],
  });
  return type(`${name}Connection`, `${RECORDS[name].zh}的一页。A page of ${name}.`, {
    nodes: [() => [target], "本页记录。The rows of the page.", false],
    edges: [() => [edge], "本页记录及游标。The rows with their cursors.", false],
    pageInfo: [() => PageInfo, "页位置。Where the page lies.", false],
    totalCount: [
      () => Int,
      "符合条件的总数，仅在索取时计算。How many there are in all; counted only when asked for.",
      false,
    ],
  });
});
