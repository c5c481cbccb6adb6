import { addDays } from "../../schema/shared/period.rules.js";
import { type City, chanceFor, TOLD_UNTIL, type Union } from "./city.js";

const SHOPS = ["织造车间", "一车间", "二车间", "三车间", "检验部", "设备部", "行政部", "仓储部", "销售部"];

/** Branches and groups of the larger grassroots unions. Members stay on the roll of the grassroots union itself. */
export function foundBranchesAndGroups(city: City): void {
  for (const union of [...city.unions]) {
    if (!union.type.startsWith("GRASSROOTS") || union.dissolvedOn || !union.township) continue;
    const chance = chanceFor(`branches ${union.code}`);
    const size = union.employers.reduce((most, { employees }) => Math.max(most, employees), 0);
    const stem = union.words.slice(0, -1);
    if (size >= 60)
      for (let place = 0; place < Math.min(5, Math.ceil(size / 70)); place += 1)
        below(city, union, "BRANCH", [...stem, "工会", `${SHOPS[(place * 2 + (union.id % 3)) % SHOPS.length]}分会`]);
    else if (size >= 12 && chance.holds(30))
      for (let place = 0; place < chance.whole(1, 3); place += 1)
        below(city, union, "GROUP", [...stem, "工会", `第${"一二三"[place]}小组`]);
  }
}

function below(city: City, parent: Union, type: "BRANCH" | "GROUP", words: string[]): void {
  const { township, territory } = parent;
  if (!township) return;
  const establishedOn =
    addDays(parent.establishedOn, 60) > TOLD_UNTIL ? parent.establishedOn : addDays(parent.establishedOn, 60);
  city.found({ type, words, parent, establishedOn, territory, township, code: city.nextCode(township.key) });
}
