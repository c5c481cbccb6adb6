import {
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { Chance } from "../../api/demonstration/chance.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { recordMarks } from "../../schema/shared/register.js";
import { Draw, literal, type Pools } from "./generatorValues.js";
import type { Values } from "./plainRows.js";

/** A random operation: its text and the variables sent along. */
export interface Made {
  text: string;
  variables: Values;
}

const DEEPEST = 6;
const ALIASES = [
  "o",
  "p",
  "n",
  "w",
  "c",
  "l",
  "id",
  "name",
  "code",
  "r1",
  "j0",
  "total",
  "data",
  "toString",
  "__proto__",
  "page",
  `long${"g".repeat(58)}`,
  `long${"g".repeat(70)}`,
  `long${"g".repeat(70)}2`,
];

/** Walks the schema by chance and writes an operation that anyone could send. */
export class Generator {
  private readonly draw: Draw;
  private readonly chance: Chance;
  private declared: string[] = [];
  private sent: Values = {};
  private fragments: { name: string; type: string; text: string }[] = [];
  private serial = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    pools: Pools,
    seed: string,
  ) {
    this.chance = new Chance(seed);
    this.draw = new Draw(this.chance, pools);
  }

  operation(): Made {
    this.declared = [];
    this.sent = {};
    this.fragments = [];
    this.serial = 0;
    const roots = Array.from(
      {
        length: this.chance.weighted([
          [1, 70],
          [2, 22],
          [3, 8],
        ] as const),
      },
      () => this.root(),
    );
    const name = this.chance.holds(50) ? " Asked" : "";
    const variables = this.declared.length ? `(${this.declared.join(", ")})` : "";
    const text = [
      `query${name}${variables} { ${roots.join(" ")} }`,
      ...this.fragments.map((each) => `fragment ${each.name} on ${each.type} ${each.text}`),
    ].join("\n");
    return { text, variables: this.sent };
  }

  private root(): string {
    const query = this.schema.getQueryType() as GraphQLObjectType;
    const record = this.chance.pick([...recordMarks().keys()]);
    const kind = this.chance.weighted([
      ["one", 38],
      ["many", 48],
      ["node", 6],
      ["nodes", 5],
      ["__typename", 3],
    ] as const);
    if (kind === "__typename") return `${this.alias()}__typename`;
    if (kind === "node" || kind === "nodes") return this.node(query, kind);
    const favoured = this.chance.holds(40)
      ? this.chance.pick(["TradeUnion", "Position", "Person", "Division"] as RecordName[])
      : record;
    return this.field(query, RECORDS[favoured][kind], 0, 1, favoured);
  }

  private node(query: GraphQLObjectType, kind: "node" | "nodes"): string {
    const args = query.getFields()[kind]?.args ?? [];
    const ids =
      kind === "node" ? this.draw.anyId() : Array.from({ length: this.chance.whole(0, 5) }, () => this.draw.anyId());
    const given = this.arguments(args, {
      [kind === "node" ? "id" : "ids"]: ids,
      ...(this.chance.holds(30) ? { asOf: this.draw.day() } : {}),
    });
    const typed = Array.from({ length: this.chance.whole(0, 3) }, () => {
      const type = this.schema.getType(this.chance.pick([...recordMarks().keys()])) as GraphQLObjectType;
      return `... on ${type.name}${this.directive()} ${this.selection(type, 1, kind === "node" ? 1 : 5, type.name as RecordName, true)}`;
    });
    return `a${++this.serial}: ${kind}${given} { ${this.chance.holds(80) ? "__typename " : ""}id ${typed.join(" ")} }`;
  }

  /** The selection of a type; `apart` gives every field a name of its own, as fields of different types must not meet. */
  private selection(
    type: GraphQLObjectType,
    depth: number,
    rows: number,
    record: RecordName | undefined,
    apart = false,
  ): string {
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const parts: string[] = [];
    if (record && type.name === record && this.chance.holds(70)) parts.push(apart ? `i${++this.serial}: id` : "id");
    for (let count = this.chance.whole(1, 4); count > 0 || parts.length === 0; count--) {
      const pool = depth >= DEEPEST || (leaves.length && this.chance.holds(45)) ? leaves : fields;
      const { name } = this.chance.pick(pool.length ? pool : fields);
      parts.push(this.field(type, name, depth, rows, record, apart));
    }
    if (this.chance.holds(6)) parts.push(`${apart ? `t${++this.serial}: ` : this.alias()}__typename`);
    if (this.chance.holds(7))
      parts.push(
        `... ${this.chance.holds(60) ? `on ${type.name}` : ""}${this.directive()} ${this.selection(type, depth, rows, record, apart)}`,
      );
    if (record === type.name && !apart && this.chance.holds(4)) parts.push(`... on Node { __typename id }`);
    if (this.chance.holds(7)) parts.push(this.spread(type, depth, rows, record));
    return `{ ${parts.join(" ")} }`;
  }

  private spread(type: GraphQLObjectType, depth: number, rows: number, record: RecordName | undefined): string {
    const known = this.fragments.filter((each) => each.type === type.name && each.text);
    const used = known.length && this.chance.holds(40) ? this.chance.pick(known) : undefined;
    if (used) return `...${used.name}${this.directive()}`;
    const fragment = { name: `F${++this.serial}`, type: type.name, text: "" };
    fragment.text = this.selection(type, depth, rows, record, true);
    this.fragments.push(fragment);
    return `...${fragment.name}${this.directive()}`;
  }

  private field(
    type: GraphQLObjectType,
    name: string,
    depth: number,
    rows: number,
    record: RecordName | undefined,
    apart = false,
  ): string {
    const definition = type.getFields()[name];
    if (!definition) throw new Error(`${type.name}.${name}`);
    const target = getNamedType(definition.type);
    const listed = /^(.+)Connection$/.exec(target.name)?.[1] as RecordName | undefined;
    const isRecord = isObjectType(target) && recordMarks().has(target.name as RecordName);
    const key = apart
      ? `a${++this.serial}: `
      : definition.args.length || !isLeafType(target)
        ? this.chance.holds(75)
          ? `a${++this.serial}: `
          : ""
        : this.alias();
    const args = listed
      ? this.listArguments(listed, definition.args, rows)
      : { text: this.oneArguments(definition.args, target.name as RecordName), size: 1 };
    const head = `${key}${name}${args.text}${this.directive()}`;
    if (isLeafType(target)) return head;
    const many = rows * (listed ? args.size : name === "ancestors" ? 8 : 1);
    return `${head} ${this.selection(target as GraphQLObjectType, isRecord || listed ? depth + (listed ? 1 : isRecord && type.name.endsWith("Connection") ? 0 : 1) : depth, many, listed ?? (isRecord ? (target.name as RecordName) : record), apart && false)}`;
  }

  private oneArguments(args: readonly GraphQLArgument[], record: RecordName): string {
    if (!args.length) return "";
    const hasCode = args.some(({ name }) => name === "code");
    const by = this.chance.weighted([
      ["id", 60],
      ["code", hasCode ? 60 : 0],
      ["both", hasCode ? 4 : 0],
      ["neither", 2],
    ] as const);
    return this.arguments(args, {
      ...(by === "id" || by === "both" ? { id: this.draw.id(record) } : {}),
      ...(by === "code" || by === "both" ? { code: this.draw.code(record) } : {}),
      ...(this.chance.holds(30) ? { asOf: this.chance.holds(95) ? this.draw.day() : null } : {}),
    });
  }

  private listArguments(
    record: RecordName,
    args: readonly GraphQLArgument[],
    rows: number,
  ): { text: string; size: number } {
    const { chance, draw } = this;
    const made: Values = {};
    const recipe = draw.recipe(record);
    const paged = recipe && chance.holds(22);
    if (paged) Object.assign(made, recipe.args);
    else {
      if (chance.holds(45))
        made["filter"] = draw.filter(record, this.schema.getType(`${record}Filter`) as GraphQLInputObjectType);
      if (chance.holds(45)) made["orderBy"] = Array.from({ length: chance.whole(0, 2) }, () => this.order(record));
    }
    if (paged)
      for (const name of ["after", "before"]) if (chance.holds(60)) made[name] = this.cursor(record, recipe.cursors);
    const most = Math.max(1, Math.min(500, Math.floor(400 / rows)));
    if (rows > 4 || chance.holds(70))
      made[chance.holds(75) ? "first" : "last"] = chance.holds(97)
        ? chance.whole(1, Math.min(most, 6))
        : chance.pick([500, 501, 0, -1, 20]);
    if (chance.holds(1)) made["last"] = 3;
    if (chance.holds(15))
      made["offset"] = chance.weighted([
        [0, 10],
        [1, 40],
        [2, 30],
        [7, 17],
        [10_001, 1],
        [-1, 1],
      ] as const);
    if (chance.holds(25)) made["history"] = chance.holds(80);
    if (args.some(({ name }) => name === "asOf") && chance.holds(30)) made["asOf"] = draw.day();
    for (const name of ["filter", "orderBy", "first", "after", "offset", "history"])
      if (!(name in made) && chance.holds(3)) made[name] = null;
    return {
      text: this.arguments(args, made),
      size: Math.max(1, Math.min(500, ((made["last"] ?? made["first"] ?? 50) as number) || 1)),
    };
  }

  private cursor(record: RecordName, cursors: string[]): string {
    const { chance, draw } = this;
    if (cursors.length && chance.holds(94)) return chance.pick(cursors);
    return chance.holds(60)
      ? (chance.pick(draw.recipes(record).flatMap((each) => each.cursors)) ?? "x")
      : chance.pick(["", "garbage", "WzEsMl0", "W10", "bnVsbA", "游标", "WyJ4IiwgMV0"]);
  }

  private order(record: RecordName): string {
    const type = this.schema.getType(`${record}Order`) as unknown as { getValues(): { name: string }[] };
    return this.chance.pick(type.getValues()).name;
  }

  /** Arguments as literals or variables, some with defaults, some absent, some null. */
  private arguments(args: readonly GraphQLArgument[], values: Values): string {
    const parts = args.flatMap(({ name, type }) =>
      name in values ? [`${name}: ${this.given(type, values[name], name)}`] : [],
    );
    return parts.length ? `(${parts.join(", ")})` : "";
  }

  private given(type: GraphQLInputType, value: unknown, name: string): string {
    const { chance } = this;
    if (chance.holds(60)) return literal(value, type);
    const variable = `v${++this.serial}`;
    const isBound = name === "first" || name === "last"; // a bound that is absent would be 50
    const mode =
      value === null
        ? "sent"
        : chance.weighted([
            ["sent", 70],
            ["default", 15],
            ["both", 8],
            ["absent", isNonNullType(type) || isBound ? 0 : 4],
            ["null", isNonNullType(type) || isBound ? 0 : 3],
          ] as const);
    this.declared.push(
      `$${variable}: ${type}${mode === "default" || mode === "both" ? ` = ${literal(value, type)}` : ""}`,
    );
    if (mode === "sent" || mode === "both") this.sent[variable] = value;
    if (mode === "null") this.sent[variable] = null;
    return `$${variable}`;
  }

  private directive(): string {
    const { chance } = this;
    if (!chance.holds(7)) return "";
    const name = chance.pick(["skip", "include"]);
    const holds = name === "skip" ? chance.holds(25) : chance.holds(75);
    if (chance.holds(50)) return ` @${name}(if: ${holds})`;
    const variable = `b${++this.serial}`;
    this.declared.push(`$${variable}: Boolean!`);
    this.sent[variable] = holds;
    return ` @${name}(if: $${variable})`;
  }

  private alias(): string {
    const { chance } = this;
    if (chance.holds(70)) return "";
    return chance.holds(50) ? `a${++this.serial}: ` : `${chance.pick(ALIASES)}: `;
  }
}
