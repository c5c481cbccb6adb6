import { TOWNSHIP_FORM_NAMES, type TownshipForm } from "../hierarchy/unionType.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { covers, type LocalDate, type Period } from "../shared/period.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

/** The form of the township's union on a day, or that there is none. */
export type FormOnDay = TownshipForm | "NONE";

export interface TownshipUnionFacts {
  townshipForm?: Fact<FormOnDay>;
}

/** The one form in force on a day among the dated ones: `NONE` without any, undefined when two claim the same day. */
export function formOn(forms: readonly (Period & { form: TownshipForm })[], day: LocalDate): FormOnDay | undefined {
  const inForce = forms.filter((one) => covers(one, day));
  return inForce.length > 1 ? undefined : (inForce[0]?.form ?? "NONE");
}

/** R14, Implementation Opinions 2(2): 乡镇（街道）建立工会委员会、工会工作委员会或总工会. Any of the three forms will do. */
export function judgeTownshipUnion({ townshipForm }: TownshipUnionFacts, parameters: Parameters): Finding {
  const say = new Say("R14", "TOWNSHIP_UNION_MISSING", { townshipForm }, parameters);
  if (!townshipForm) return say.missing("乡镇（街道）工会的组织形式", "the form of the township union");
  if (townshipForm === "NONE")
    return say.unmet(
      words("当日没有任何形式的乡镇（街道）工会。", "The township has no union in any form on the day."),
      words("由县（市、区）总工会指导建立工会。", "Found one under the guidance of the county federation."),
    );
  const form = TOWNSHIP_FORM_NAMES[townshipForm];
  return say.pass(`已建立${form.zh}。`, `There is a union; its form: ${form.en}.`);
}
