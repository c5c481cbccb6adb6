import { type Kinds, sent, times, union } from "./dice.js";

/** Documents that ask for too much of something: depth, aliases, fields, rows. Each has to be refused whole. */
export const FLOODS: Kinds = {
  deepFields: (dice) => {
    const depth = dice.some(12, 600);
    const [open, close] = dice.one([
      ["parent { ", "} "],
      ["ancestors { ", "} "],
      ["children(first: 1) { nodes { ", "} } "],
      ["children { edges { node { ", "} } } "],
    ] as const);
    return { body: sent(union(`${open.repeat(depth)}id ${close.repeat(depth)}`)), mustRefuse: true };
  },
  aliasFlood: (dice) => ({
    body: sent(union(times(dice.some(31, 600), (index) => `a${index}: name`))),
    mustRefuse: true,
  }),
  rootFlood: (dice) => ({
    body: sent(`{ ${times(dice.some(21, 900), () => dice.one(["viewer { today }", "__typename"]))} }`),
    mustRefuse: true,
  }),
  loginFlood: (dice) => ({
    body: sent(
      `mutation { ${times(dice.some(2, 200), (index) => `a${index}: login(input: { username: "official", password: "${index}" }) { userErrors { code } }`)} }`,
    ),
    mustRefuse: true,
  }),
  changeFlood: (dice) => ({
    body: sent(
      `mutation { ${times(dice.some(6, 60), (index) => `a${index}: updateTradeUnion(input: { id: "tradeUnion-2", version: 1 }) { userErrors { code } }`)} }`,
    ),
    mustRefuse: true,
  }),
  directiveFlood: (dice) => ({
    body: sent(union(times(dice.some(51, 500), () => "name @include(if: true)"))),
    mustRefuse: true,
  }),
  fragmentCircle: (dice) => {
    const size = dice.some(1, 120);
    return {
      body: sent(
        `${union("...F0")} ${times(size, (index) => `fragment F${index} on TradeUnion { id parent { ...F${(index + 1) % size} } }`)}`,
      ),
      mustRefuse: true,
    };
  },
  fragmentDoubling: (dice) => {
    const size = dice.some(8, 60);
    const step = (index: number) =>
      `fragment F${index} on TradeUnion { ${times(dice.some(2, 3), (way) => `parent { ...F${index + 1} } ancestors { ...F${index + 1} } ${way ? `children(first: ${way}) { nodes { ...F${index + 1} } }` : ""}`)} }`;
    return {
      body: sent(`${union("...F0")} ${times(size, step)} fragment F${size} on TradeUnion { id }`),
      mustRefuse: true,
    };
  },
  dearPage: (dice) => {
    const page = dice.some(100, 500);
    return {
      body: sent(`{ tradeUnions(first: ${page}) { nodes { id children(first: ${page}) { nodes { id name } } } } }`),
      mustRefuse: true,
    };
  },
};
