import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from "graphql";
import type { Chance } from "../../api/demonstration/chance.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { markOf, recordMarks } from "../../schema/shared/register.js";
import type { Rows, Values } from "./plainRows.js";
import { DAYS, TEXTS } from "./worldRows.js";

/** A list whose cursors are known, so that its pages can be asked for. */
export interface Recipe {
  args: Values;
  cursors: string[];
}

/** What the generator draws from, so that its questions hit something. */
export interface Pools {
  ids: Record<string, string[]>;
  /** Values that really occur, by `Record.field`. */
  values: Record<string, unknown[]>;
  recipes: Partial<Record<RecordName, Recipe[]>>;
}

export async function gatherPools(rows: Rows): Promise<Pools> {
  const pools: Pools = { ids: {}, values: {}, recipes: {} };
  for (const mark of recordMarks().values()) {
    const all = await rows.sql(`select * from ${mark.table} order by id`);
    pools.ids[mark.name] = all.map((row) => `${RECORDS[mark.name].one}-${row["id"]}`);
    for (const field of mark.fields.values())
      if (field.mark === "column")
        pools.values[`${mark.name}.${field.name}`] = [
          ...new Set(
            all.map((row) => row[field.column]).map((value) => (value instanceof Date ? value.toISOString() : value)),
          ),
        ].filter((value) => value !== null);
  }
  return pools;
}

/** Random values for arguments and filters. */
export class Draw {
  constructor(
    readonly chance: Chance,
    private readonly pools: Pools,
  ) {}

  id(record: RecordName): string {
    const { chance } = this;
    if (chance.holds(85)) return chance.pick(this.pools.ids[record] ?? []) ?? "x-1";
    return chance.pick([
      "tradeUnion-999999",
      "tradeUnion-99999999999",
      `${RECORDS[record].one}-0`,
      `${RECORDS[record].one}-01`,
      "nothing",
      "",
      "person--1",
      "tradeUnion-1-1",
      "account-1",
      "𠮷-1",
    ]);
  }

  anyId(): string {
    return this.id(this.chance.pick([...recordMarks().keys()]));
  }

  day = () =>
    this.chance.holds(90) ? this.chance.pick(DAYS) : this.chance.pick(["1000-01-01", "9999-12-31", "2012-02-29"]);

  code = (record: RecordName) =>
    this.chance.holds(90) ? this.chance.pick(this.pools.values[`${record}.code`] ?? ["x"]) : this.chance.pick(TEXTS);

  recipe = (record: RecordName) => this.chance.pick(this.pools.recipes[record] ?? []);

  recipes = (record: RecordName) => this.pools.recipes[record] ?? [];

  filter(record: RecordName, type: GraphQLInputObjectType, deep = 0): Values {
    const { chance } = this;
    const made: Values = {};
    const fields = Object.values(type.getFields());
    for (
      let count = chance.weighted([
        [0, 3],
        [1, 60],
        [2, 25],
        [3, 12],
      ] as const);
      count > 0;
      count--
    ) {
      const { name, type: wanted } = chance.holds(25) ? chance.pick(fields.slice(0, 5)) : chance.pick(fields);
      if (name === "and" || name === "or") {
        if (deep < 3)
          made[name] = Array.from({ length: chance.whole(0, 2) }, () => this.filter(record, type, deep + 1));
      } else if (name === "not") {
        if (deep < 3) made[name] = this.filter(record, type, deep + 1);
      } else if (name === "search")
        made[name] = chance.pick(["gonghui", "gonghui 3", "ＡＢＣ", "工会", "%", "_", " 甲", "", "no such"]);
      else if (name === "within") made[name] = chance.holds(80) ? this.id("TradeUnion") : this.anyId();
      else
        made[name] = chance.holds(4)
          ? null
          : this.condition(record, name, getNamedType(wanted) as GraphQLInputObjectType);
    }
    return made;
  }

  private condition(record: RecordName, name: string, type: GraphQLInputObjectType): Values {
    const { chance } = this;
    const operators = Object.values(type.getFields());
    const made: Values = {};
    for (let count = chance.holds(85) ? 1 : 2; count > 0; count--) {
      const { name: operator, type: wanted } = chance.pick(operators);
      if (operator === "isNull") made[operator] = chance.holds(50);
      else if (operator === "in")
        made[operator] = Array.from({ length: chance.whole(0, 4) }, () =>
          this.leaf(record, name, getNamedType(wanted) as GraphQLInputType),
        );
      else if (operator === "contains" || operator === "startsWith")
        made[operator] = this.part(String(this.leaf(record, name, wanted)));
      else made[operator] = chance.holds(6) ? null : this.leaf(record, name, wanted);
    }
    return made;
  }

  private part(text: string): string {
    const letters = [...text].slice(0, 40);
    const from = this.chance.holds(50) ? 0 : this.chance.whole(0, letters.length);
    const piece = letters.slice(from, from + this.chance.whole(0, 3)).join("");
    return this.chance.holds(20) ? piece.toUpperCase() : piece;
  }

  private leaf(record: RecordName, name: string, type: GraphQLInputType): unknown {
    const { chance } = this;
    const field = markOf(record).fields.get(name);
    if (field?.mark === "one") return this.id(chance.holds(90) ? markOf(field.target()).name : "Person");
    const named = getNamedType(type);
    if (isEnumType(named)) return chance.pick(named.getValues()).name;
    if (named.name === "Boolean") return chance.holds(50);
    if (markOf(record).sealed.has(name))
      return chance.pick(["13800000000", "１３８-0000 0000", "12", "138", ...TEXTS.slice(0, 3)]);
    const known = this.pools.values[`${record}.${name}`] ?? [];
    if (known.length && chance.holds(85)) return chance.pick(known);
    if (named.name === "Int") return chance.pick([0, -1, 2_147_483_647, -2_147_483_648]);
    if (named.name === "Date") return this.day();
    if (named.name === "DateTime") return "2025-12-31T16:00:00.000Z";
    if (named.name === "Fen") return chance.pick(["0", "9007199254740993", "-5", "999999999999999999"]);
    return chance.pick(TEXTS);
  }
}

/** A value as GraphQL text. */
export function literal(value: unknown, type: GraphQLInputType): string {
  if (value === null) return "null";
  const bare = getNullableType(type);
  if (isListType(bare))
    return Array.isArray(value)
      ? `[${value.map((each) => literal(each, bare.ofType)).join(", ")}]`
      : literal(value, bare.ofType);
  if (isInputObjectType(bare))
    return `{${Object.entries(value as Values)
      .map(([name, each]) => `${name}: ${literal(each, bare.getFields()[name]?.type as GraphQLInputType)}`)
      .join(", ")}}`;
  if (isEnumType(bare)) return String(value);
  return JSON.stringify(value);
}
