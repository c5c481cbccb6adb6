import type { DivisionType } from "../../schema/hierarchy/division.rules.js";
import type { LocalDate } from "../../schema/shared/period.rules.js";
import { DEED_2013, DISTRICTS_FROM, type Naming, PREFECTURE_CITY_FROM, type Standing } from "./shaoxingHistory.js";

const DEED_2001 = "国函〔2001〕5号";
const DEED_2021 = "浙政函〔2021〕17号";

const KEQIAO: Standing[] = [
  { under: "330621", from: PREFECTURE_CITY_FROM, to: DISTRICTS_FROM },
  { under: "330603", from: DISTRICTS_FROM, deed: DEED_2013 },
];
const SHANGYU: Standing[] = [
  { under: "330682", from: PREFECTURE_CITY_FROM, to: DISTRICTS_FROM },
  { under: "330604", from: DISTRICTS_FROM, deed: DEED_2013 },
];
const movedIn = (from: LocalDate, deed: string): Standing[] => [
  { under: "330621", from: PREFECTURE_CITY_FROM, to: from },
  { under: "330602", from, deed },
];
/** Townships of 2023 that once belonged to another county: 东浦、鉴湖、斗门、皋埠、马山; 孙端、陶堰、富盛; 沥海. */
const MOVED: Record<string, Standing[]> = {
  ...Object.fromEntries(
    ["010", "011", "012", "013", "014"].map((serial) => [`330602${serial}`, movedIn("2001-01-13", DEED_2001)]),
  ),
  ...Object.fromEntries(["015", "016", "108"].map((serial) => [`330602${serial}`, movedIn(DISTRICTS_FROM, DEED_2013)])),
  "330602017": [
    { under: "330682", from: PREFECTURE_CITY_FROM, to: DISTRICTS_FROM },
    { under: "330604", from: DISTRICTS_FROM, to: "2021-02-21", deed: DEED_2013 },
    { under: "330602", from: "2021-02-21", deed: DEED_2021 },
  ],
};
const BECAME_SUBDISTRICT = "2019-10-01";
const TOWNS_UNTIL_2019: Record<string, string> = { "330602015": "孙端镇", "330602016": "陶堰镇" };

/** The counties a township belonged to, in order; where nothing else is known, that of the list of 2023. */
export function countiesOf(townshipCode: string): Standing[] {
  const county = townshipCode.slice(0, 6);
  const ordinary = { "330603": KEQIAO, "330604": SHANGYU }[county] ?? [{ under: county, from: PREFECTURE_CITY_FROM }];
  return MOVED[townshipCode] ?? ordinary;
}

/** Names, codes and kinds of a township over time. Codes from before a move are not known: those of 2023 stand in, and say so. */
export function namesOfTownship(code: string, name: string, type: DivisionType): Naming[] {
  const moves = (MOVED[code] ?? []).slice(1);
  const wasTown = TOWNS_UNTIL_2019[code];
  const breaks = [
    PREFECTURE_CITY_FROM,
    ...moves.map(({ from }) => from),
    ...(wasTown ? [BECAME_SUBDISTRICT] : []),
  ].sort();
  return breaks.map((from, place) => {
    const isTown = wasTown !== undefined && from < BECAME_SUBDISTRICT;
    const isLast = place === breaks.length - 1;
    const deed = moves.find((move) => move.from === from)?.deed;
    return {
      code,
      name: isTown ? wasTown : name,
      type: isTown ? "TOWN" : type,
      from,
      to: breaks[place + 1],
      ...(!(isLast && place > 0) && { backfilled: true }),
      ...(deed && { deed }),
    } as Naming;
  });
}
