import { formulaWords } from "../../schema/assessments/formulaWords.rules.js";
import { LIUHAO_2026 } from "../../schema/assessments/liuhao2026.rules.js";
import { indicatorsOf } from "../../schema/assessments/scheme.rules.js";
import type { Language } from "../../schema/shared/bilingual.rules.js";
import { formatPercent, fraction, parseFraction } from "../../schema/shared/fraction.rules.js";
import type { Row } from "../shared/naming.js";

const INDICATORS = new Map(indicatorsOf(LIUHAO_2026).map((one) => [one.code, one]));
const DIMENSIONS = new Map(LIUHAO_2026.dimensions.map((one) => [one.code, one]));

/** One of the six headings in the language of the screen; the contract words the sheet as the policy does, in Chinese. */
export const dimensionName = ({ code, name }: Row, language: Language): string =>
  DIMENSIONS.get(code)?.name[language] ?? name;

/** An indicator with its measures in the language of the screen, by the scheme it stands in. Quotes stay Chinese. */
export function indicatorIn(row: Row, language: Language): Row {
  const known = INDICATORS.get(row.code);
  if (language === "zh" || !known) return row;
  const parts = row.parts.map((part: Row, place: number): Row => {
    const law = known.parts[place];
    if (!law) return part;
    const [numeratorLabel, denominatorLabel] = law.counts?.map((one) => one[language]) ?? [];
    return {
      ...part,
      name: law.name[language],
      numeratorLabel,
      denominatorLabel,
      formula: formulaWords(law.formula)[language],
    };
  });
  return { ...row, name: known.name[language], reason: row.reasonEnglish, parts };
}

/** What was counted of what, as a percentage to a tenth; undefined where there is nothing to divide by. */
export const rateOf = ({ numerator, denominator }: Row): string | undefined =>
  numerator == null || !denominator ? undefined : formatPercent(fraction(numerator, denominator), 1);

/** The share of its points that a measure earns, as a percentage to a tenth. */
export const shareIn = ({ share }: Row): string | undefined =>
  share ? formatPercent(parseFraction(share), 1) : undefined;

const tenths = (points: string) => Math.round(Number(points) * 10);

/** Points of a heading that its records do not yet decide, to a tenth. */
export const undecidedPoints = ({ indicators }: Row): string =>
  (
    (indicators as Row[])
      .filter(({ outcome }) => outcome !== "SCORED" && outcome !== "NOT_APPLICABLE")
      .reduce((sum, { nominalPoints }) => sum + tenths(nominalPoints), 0) / 10
  ).toFixed(1);
