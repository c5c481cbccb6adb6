import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from "graphql";
import { Chance } from "../../api/demonstration/chance.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { recordMarks } from "../../schema/shared/register.js";
import { Arguments } from "./generatorArguments.js";
import { Draw, type Pools } from "./generatorValues.js";
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
  private given: Arguments;
  private fragments: { name: string; type: string; text: string }[] = [];
  private serial = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    pools: Pools,
    seed: string,
  ) {
    this.chance = new Chance(seed);
    this.draw = new Draw(this.chance, pools);
    this.given = new Arguments(schema, this.draw);
  }

  operation(): Made {
    this.given = new Arguments(this.schema, this.draw);
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
    const variables = this.given.declared.length ? `(${this.given.declared.join(", ")})` : "";
    const text = [
      `query${name}${variables} { ${roots.join(" ")} }`,
      ...this.fragments.map((each) => `fragment ${each.name} on ${each.type} ${each.text}`),
    ].join("\n");
    return { text, variables: this.given.sent };
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
    const given = this.given.write(args, {
      [kind === "node" ? "id" : "ids"]: ids,
      ...(this.chance.holds(30) ? { asOf: this.draw.day() } : {}),
    });
    const typed = Array.from({ length: this.chance.whole(0, 3) }, () => {
      const type = this.schema.getType(this.chance.pick([...recordMarks().keys()])) as GraphQLObjectType;
      return `... on ${type.name}${this.given.directive()} ${this.selection(type, 1, kind === "node" ? 1 : 5, type.name as RecordName, true)}`;
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
        `... ${this.chance.holds(60) ? `on ${type.name}` : ""}${this.given.directive()} ${this.selection(type, depth, rows, record, apart)}`,
      );
    if (record === type.name && !apart && this.chance.holds(4)) parts.push(`... on Node { __typename id }`);
    if (this.chance.holds(7)) parts.push(this.spread(type, depth, rows, record));
    return `{ ${parts.join(" ")} }`;
  }

  private spread(type: GraphQLObjectType, depth: number, rows: number, record: RecordName | undefined): string {
    const known = this.fragments.filter((each) => each.type === type.name && each.text);
    const used = known.length && this.chance.holds(40) ? this.chance.pick(known) : undefined;
    if (used) return `...${used.name}${this.given.directive()}`;
    const fragment = { name: `F${++this.serial}`, type: type.name, text: "" };
    fragment.text = this.selection(type, depth, rows, record, true);
    this.fragments.push(fragment);
    return `...${fragment.name}${this.given.directive()}`;
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
      ? this.given.listArguments(listed, definition.args, rows)
      : { text: this.given.oneArguments(definition.args, target.name as RecordName), size: 1 };
    const head = `${key}${name}${args.text}${this.given.directive()}`;
    if (isLeafType(target)) return head;
    const many = rows * (listed ? args.size : name === "ancestors" ? 8 : 1);
    const deeper = depth + (listed || (isRecord && !type.name.endsWith("Connection")) ? 1 : 0);
    return `${head} ${this.selection(target as GraphQLObjectType, deeper, many, listed ?? (isRecord ? (target.name as RecordName) : record))}`;
  }

  private alias(): string {
    const { chance } = this;
    if (chance.holds(70)) return "";
    return chance.holds(50) ? `a${++this.serial}: ` : `${chance.pick(ALIASES)}: `;
  }
}
