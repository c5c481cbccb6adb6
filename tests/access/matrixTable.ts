import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../house/tree.js";
import { PLACES } from "./matrixPlaces.js";
import { PLACED, SCOPE_NAMES, UNPLACED } from "./matrixReaders.js";

/** Letters of each element by column; a placed column has one for each place. */
export type Matrix = Map<string, Map<string, string>>;
/** A line of the table without its element. */
export type Table = Map<string, string>;

export const TABLE = join(ROOT, "tests", "access", "matrix.table.txt");

const WIDE = 56;
const SHORT: Record<string, string> = {
  SYSTEM_ADMINISTRATOR: "sys",
  FEDERATION_ADMINISTRATOR: "fed",
  CLERK: "clk",
  COUNTY_ASSESSOR: "cou",
  CITY_ASSESSOR: "cit",
  OFFICIAL: "off",
  AUDITOR: "aud",
  token: "tok",
  none: "-",
  step: "s",
};

const LEGEND = `# 授权矩阵：契约的每个字段、参数与变更（行），对每个角色、无人登录与访问令牌（列）。
# The authorisation matrix: every field, argument and change of the contract by every role, nobody and partner tokens.
# Rewritten by: npm run matrix. Each line is measured by real calls; the test compares them with this file.
#
# Columns: - not signed in; s signed in with a step left to do; 
# ${PLACED.map((name) => `${SHORT[name]} ${name.toLowerCase().replace("_", " ")}`).join(", ")}
# with every scope, under a federation administrator. Each of these has three letters: for a row below the reader's county,
# one at the union above it, one below the county beside it. The system administrator's scope is the installation.
# Last: the scopes that, each alone in a token, open the element for a row inside; a change alone, not what is read after it.
#
# Letters: r answered, or done; o answered "no"; n nothing, as if it were unknown; x not found, as if it were unknown;
# f forbidden, naming the permission or scope; p forbidden to tokens, done in person only; u sign in first; s a step first;
# e allowed, and refused by a rule of the trade; ! failed; m tells of hidden rows; . no such row can be.
`;

/** The table as it stands in its file, one line for each element, sorted. */
export function written(matrix: Matrix): string {
  const heading = `#${" ".repeat(WIDE - 1)} ${[...UNPLACED, ...PLACED].map((name) => SHORT[name]).join(" ")} scopes`;
  return `${LEGEND}${heading}\n${[...linesOf(matrix)].map(([element, line]) => `${element.padEnd(WIDE)} ${line}\n`).join("")}`;
}

export function linesOf(matrix: Matrix): Table {
  const lines = [...matrix].map(([element, letters]): [string, string] => {
    const unplaced = UNPLACED.map((name) => letters.get(name) ?? "?");
    const placed = PLACED.map((name) => PLACES.map((place) => letters.get(`${name} ${place}`) ?? ".").join(""));
    const scopes = SCOPE_NAMES.filter((scope) => "roe".includes(letters.get(scope) ?? "?"));
    return [
      element,
      [...unplaced, ...placed, scopes.length === SCOPE_NAMES.length ? "any" : scopes.join(",") || "-"].join(" "),
    ];
  });
  return new Map(lines.sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function readTable(): Table {
  const lines = readFileSync(TABLE, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [element = ""] = line.split(" ", 1);
      return [element, line.slice(element.length).trim()];
    }),
  );
}

export const writeTable = (matrix: Matrix) => writeFileSync(TABLE, written(matrix));

/** What differs, each by the element's name: the table first, what was measured after it. */
export function differences(table: Table, found: Table): string[] {
  const elements = [...new Set([...table.keys(), ...found.keys()])].sort();
  return elements.flatMap((element) => {
    const [wanted, measured] = [table.get(element), found.get(element)];
    if (wanted === measured) return [];
    if (wanted === undefined) return [`${element} stands in no line of the table: ${measured}`];
    return [
      measured === undefined
        ? `${element} is in the table and no longer in the contract`
        : `${element}: ${wanted} -> ${measured}`,
    ];
  });
}
