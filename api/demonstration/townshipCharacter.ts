import type { Chance } from "./chance.js";
import type { Township } from "./city.js";
import type { DivisionPlan } from "./divisions.js";
import { COUNTRY_TRADES, TRADES, type Trade, type TradeName, URBAN_TRADES } from "./trades.js";

/** What the townships of Shaoxing are known for, and how much industry they have beside what their villages suggest. */
const KNOWN_FOR: Record<string, readonly [trades: readonly TradeName[], extra: number]> = {
  "330602001": [["CULTURE_TOURISM", "RETAIL", "CATERING"], 62],
  "330602002": [["RETAIL", "FINANCE", "CATERING"], 50],
  "330602004": [["RETAIL", "BUSINESS_SERVICE"], 40],
  "330602005": [["RETAIL", "SOFTWARE"], 40],
  "330602006": [["BUSINESS_SERVICE", "CATERING"], 30],
  "330602007": [["SOFTWARE", "FINANCE", "BUSINESS_SERVICE"], 60],
  "330602008": [["MACHINERY", "TEXTILE"], 40],
  "330602010": [["RICE_WINE", "TEXTILE"], 30],
  "330602011": [["RICE_WINE", "RETAIL"], 20],
  "330602012": [["TEXTILE", "MACHINERY", "ELECTRONICS"], 60],
  "330602013": [["ELECTRONICS", "MACHINERY"], 50],
  "330602014": [["DYEING", "CHEMICALS", "MACHINERY"], 60],
  "330602017": [["CHEMICALS", "PHARMACEUTICALS"], 40],
  "330603001": [["TEXTILE_TRADE", "RETAIL"], 80],
  "330603002": [["TEXTILE", "CULTURE_TOURISM"], 40],
  "330603003": [["TEXTILE", "DYEING"], 60],
  "330603004": [["RICE_WINE", "TEXTILE"], 20],
  "330603005": [["TEXTILE", "DYEING"], 50],
  "330603007": [["FOOD", "TEXTILE"], 30],
  "330603009": [["TEXTILE", "CHEMICAL_FIBRE"], 60],
  "330603010": [["CONSTRUCTION", "TEXTILE"], 45],
  "330603011": [["DYEING", "CHEMICAL_FIBRE"], 80],
  "330603111": [["FLOWERS", "MACHINERY"], 10],
  "330604001": [["MACHINERY", "RETAIL"], 40],
  "330604002": [["MACHINERY", "TEXTILE"], 40],
  "330604004": [["CHEMICALS", "MACHINERY"], 40],
  "330604007": [["UMBRELLA", "MACHINERY"], 60],
  "330604103": [["COPPER", "MACHINERY"], 20],
  "330604106": [["CHEMICALS"], 15],
  "330604112": [["CHEMICALS", "FRUIT"], 40],
  "330624001": [["BEARING", "PHARMACEUTICALS"], 45],
  "330624002": [["PHARMACEUTICALS", "RETAIL"], 35],
  "330624003": [["REFRIGERATION", "BEARING"], 35],
  "330624004": [["TEXTILE_MACHINE", "BEARING"], 20],
  "330681001": [["RETAIL", "GARMENT"], 50],
  "330681003": [["MACHINERY", "ELECTRONICS"], 50],
  "330681005": [["HOSIERY", "TEXTILE"], 110],
  "330681104": [["HARDWARE", "COPPER", "REFRIGERATION"], 100],
  "330681108": [["PEARL"], 50],
  "330681109": [["GARMENT", "TEXTILE"], 45],
  "330681110": [["TORREYA"], 8],
  "330681115": [["MACHINERY", "HOSIERY"], 20],
  "330681117": [["TEXTILE"], 15],
  "330683001": [["NECKTIE", "RETAIL"], 35],
  "330683002": [["NECKTIE", "RETAIL"], 40],
  "330683005": [["KITCHEN", "NECKTIE"], 40],
  "330683100": [["KITCHEN", "MACHINERY"], 25],
  "330683103": [["FURNITURE"], 18],
  "330683106": [["TORREYA"], 8],
};
/** Their state of the unions is set by hand: the two that officials look at first. */
const QUALITY: Record<string, number> = { "330602001": 84, "330681005": 76 };

type Character = Pick<Township, "trades" | "employerCount" | "quality" | "enterprises" | "workers">;

/** Trades, size and diligence of a township. */
export function characterOf({ key, type }: DivisionPlan, villages: number, chance: Chance): Character {
  const [known, extra] = KNOWN_FOR[key] ?? [[], 0];
  const ordinary = type === "SUBDISTRICT" ? URBAN_TRADES : COUNTRY_TRADES;
  const trades = [...known.map((name) => [name, known.length > 1 ? 22 : 40] as const), ...ordinary].map(
    ([name, weight]) => [TRADES[name], weight] as readonly [Trade, number],
  );
  const employerCount = 24 + Math.round(villages * 1.25) + Math.round(extra * 1.25) + chance.whole(0, 12);
  const quality = QUALITY[key] ?? Math.min(99, Math.max(8, Math.round(22 + chance.next() * 45 + chance.next() * 33)));
  const enterprises = Math.round(employerCount * 0.72);
  return { trades, employerCount, quality, enterprises, workers: Math.round(enterprises * (34 + chance.next() * 24)) };
}
