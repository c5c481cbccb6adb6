import {
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
} from "graphql";
import type { RecordName } from "../../schema/records.js";
import { type Draw, literal } from "./generatorValues.js";
import type { Values } from "./plainRows.js";

/** Writes the arguments and directives of one operation, as literals or as variables, which it gathers. */
export class Arguments {
  /** Declarations of the variables. */
  readonly declared: string[] = [];
  /** Their values, as they are sent. */
  readonly sent: Values = {};
  private serial = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: Draw,
  ) {}

  oneArguments(args: readonly GraphQLArgument[], record: RecordName): string {
    if (!args.length) return "";
    const hasCode = args.some(({ name }) => name === "code");
    const by = this.draw.chance.weighted([
      ["id", 60],
      ["code", hasCode ? 60 : 0],
      ["both", hasCode ? 4 : 0],
      ["neither", 2],
    ] as const);
    return this.write(args, {
      ...(by === "id" || by === "both" ? { id: this.draw.id(record) } : {}),
      ...(by === "code" || by === "both" ? { code: this.draw.code(record) } : {}),
      ...(this.draw.chance.holds(30) ? { asOf: this.draw.chance.holds(95) ? this.draw.day() : null } : {}),
    });
  }

  listArguments(record: RecordName, args: readonly GraphQLArgument[], rows: number): { text: string; size: number } {
    const { draw } = this;
    const { chance } = draw;
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
      text: this.write(args, made),
      size: Math.max(1, Math.min(500, ((made["last"] ?? made["first"] ?? 50) as number) || 1)),
    };
  }

  private cursor(record: RecordName, cursors: string[]): string {
    const { draw } = this;
    const { chance } = draw;
    if (cursors.length && chance.holds(94)) return chance.pick(cursors);
    return chance.holds(60)
      ? (chance.pick(draw.recipes(record).flatMap((each) => each.cursors)) ?? "x")
      : chance.pick(["", "garbage", "WzEsMl0", "W10", "bnVsbA", "游标", "WyJ4IiwgMV0"]);
  }

  private order(record: RecordName): string {
    const type = this.schema.getType(`${record}Order`) as unknown as { getValues(): { name: string }[] };
    return this.draw.chance.pick(type.getValues()).name;
  }

  /** Arguments as literals or variables, some with defaults, some absent, some null. */
  write(args: readonly GraphQLArgument[], values: Values): string {
    const parts = args.flatMap(({ name, type }) =>
      name in values ? [`${name}: ${this.given(type, values[name], name)}`] : [],
    );
    return parts.length ? `(${parts.join(", ")})` : "";
  }

  private given(type: GraphQLInputType, value: unknown, name: string): string {
    const { chance } = this.draw;
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

  directive(): string {
    const { chance } = this.draw;
    if (!chance.holds(7)) return "";
    const name = chance.pick(["skip", "include"]);
    const holds = name === "skip" ? chance.holds(25) : chance.holds(75);
    if (chance.holds(50)) return ` @${name}(if: ${holds})`;
    const variable = `b${++this.serial}`;
    this.declared.push(`$${variable}: Boolean!`);
    this.sent[variable] = holds;
    return ` @${name}(if: $${variable})`;
  }
}
