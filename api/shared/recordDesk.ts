import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { RECORDS } from "../../schema/records.js";
import { connectionOf } from "../../schema/shared/lists.js";
import { LIST_ARGUMENTS } from "../../schema/shared/marks.js";
import { type Class, markOf } from "../../schema/shared/register.js";
import { LocalDate } from "../../schema/shared/scalars.js";
import type { Context } from "../context.js";

const AS_OF = "查询哪一天，缺省为今天（亚洲/上海）。The day asked about, today by default.";

/** The two readings every record has: one, and a connection of many. Neither has a body of its own: the compiler answers. */
export function recordDesk(target: Class): Class {
  const mark = markOf(target);
  const { one, many, zh, en } = RECORDS[mark.name];
  @Resolver()
  class Desk {
    one(_context: Context, _info: GraphQLResolveInfo) {
      return _context.read(_info);
    }
    many(_context: Context, _info: GraphQLResolveInfo) {
      return _context.read(_info);
    }
  }
  const desk = Desk.prototype;
  const describe = (property: "one" | "many", decorate: MethodDecorator) => {
    decorate(desk, property, Object.getOwnPropertyDescriptor(desk, property) as never);
    Ctx()(desk, property, 0);
    Info()(desk, property, 1);
  };
  describe(
    "one",
    Query(() => target, {
      name: one,
      nullable: true,
      description: `一条${zh}；不存在或不可见时为空。One ${en}; null when absent or hidden.`,
    }),
  );
  Arg("id", () => ID, { nullable: true, description: "全局标识。Global id." })(desk, "one", 2);
  if (mark.fields.has("code"))
    Arg("code", () => String, { nullable: true, description: "代码，当日有效。Code in force on the day." })(
      desk,
      "one",
      3,
    );
  Arg("asOf", () => LocalDate, { nullable: true, description: AS_OF })(desk, "one", 4);
  describe(
    "many",
    Query(() => connectionOf(target), { name: many, description: `${zh}列表。A list of ${en}.` }),
  );
  for (const [index, [name, type, description]] of LIST_ARGUMENTS(() => target).entries())
    Arg(name, type as never, { nullable: true, description })(desk, "many", index + 2);
  Arg("asOf", () => LocalDate, { nullable: true, description: AS_OF })(desk, "many", 20);
  return Desk;
}
