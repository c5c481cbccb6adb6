import { readdirSync } from "node:fs";
import { basename, dirname, posix } from "node:path";
import { expect, test } from "@jest/globals";
import { RECORDS } from "../../schema/records.js";
import { ENTITIES } from "../../schema/register.js";
import { code, FLOORS, ROOT, sources, textOf } from "./tree.js";

const ROOMS = [
  "access",
  "audit",
  "hierarchy",
  "employers",
  "people",
  "positions",
  "training",
  "awards",
  "duties",
  "finance",
  "governance",
  "compliance",
  "assessments",
  "documents",
  "exchange",
];
/** Folders of a floor that are no concept of the trade, each for its own reason. */
const SIDE_ROOMS: Record<string, string[]> = {
  schema: ["shared", "migrations"],
  api: ["shared", "reading", "demonstration"],
  admin: ["shared"],
  reports: ["shared", "fonts"],
  tests: ["shared", "house", "reading", "bench", "drill", "console", "demonstration", "trust"],
};
const TOP = [
  "schema",
  "api",
  "admin",
  "reports",
  "tests",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "README.md",
  "LICENSE",
  "NOTICE",
];
const NAMES_NOBODY_MAY_HAVE = /(^|[^a-z])(utils?|helpers?|common|misc|types)([^a-z]|$)|(Utils?|Helpers?|Misc)\b/;
const CLASSES_NOBODY_MAY_HAVE =
  /\b(?:class|interface)\s+(\w+(?:Service|Manager|Helper|Util|Utils|Data|Info|Handler|Processor))\b/g;
/** Names that a library or a standard gave. */
const GIVEN_NAMES = ["PageInfo"];

test("the top level holds the floors and what the tools insist on", () => {
  const found = readdirSync(ROOT).filter(
    (name) => !name.startsWith(".") && !["node_modules", "dist"].includes(name) && !name.endsWith(".log"),
  );
  expect(found.filter((name) => !TOP.includes(name))).toEqual([]);
});

const folders = [...new Set(sources().map((path) => dirname(path)))];

test("every folder of a floor is a room", () => {
  const strangers = folders.filter((folder) => {
    const [floor = "", room] = folder.split("/");
    return room !== undefined && ![...ROOMS, ...(SIDE_ROOMS[floor] ?? [])].includes(room);
  });
  expect(strangers).toEqual([]);
});

test("floors have rooms and rooms have files, no deeper", () => {
  expect(folders.filter((folder) => folder.split("/").length > 2)).toEqual([]);
});

test("no file, folder or class has a name that says nothing", () => {
  expect(sources().filter((path) => NAMES_NOBODY_MAY_HAVE.test(path.replace(/\.[a-z]+$/, "")))).toEqual([]);
  const classes = code()
    .filter((path) => !path.startsWith("tests/house/"))
    .flatMap((path) => [...textOf(path).matchAll(CLASSES_NOBODY_MAY_HAVE)].map(([, name]) => `${path}: ${name}`));
  expect(classes.filter((found) => !GIVEN_NAMES.some((name) => found.endsWith(`: ${name}`)))).toEqual([]);
});

test("the check of names sees a bad one", () => {
  const bad = [
    "api/utils/text.ts",
    "api/shared/stringHelpers.ts",
    "admin/misc/Row.tsx",
    "schema/people/types.ts",
    "api/shared/dateUtil.ts",
  ];
  expect(bad.filter((path) => NAMES_NOBODY_MAY_HAVE.test(path.replace(/\.[a-z]+$/, "")))).toEqual(bad);
  expect([..."export class AwardService {}".matchAll(CLASSES_NOBODY_MAY_HAVE)]).toHaveLength(1);
});

test("no folder is a drawer without a front: only a room of the console has an index", () => {
  const drawers = code().filter((path) => /^index\.tsx?$/.test(basename(path)));
  expect(
    drawers.filter((path) => !/^admin\/[^/]+\/index\.tsx?$/.test(path) && path !== "schema/migrations/index.ts"),
  ).toEqual([]);
});

test("every record is registered once, under a room that exists, and every entity is a record", () => {
  const names = ENTITIES.map((entity) => entity.name);
  expect([...names].sort()).toEqual(Object.keys(RECORDS).sort());
  expect(Object.values(RECORDS).filter(({ room }) => !ROOMS.includes(room))).toEqual([]);
  const words = Object.values(RECORDS).flatMap(({ one, many }) => [one, many]);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

test("an entity lies in the room its record is registered under", () => {
  const misplaced = code()
    .filter((path) => path.endsWith(".entity.ts"))
    .flatMap((path) =>
      [...textOf(path).matchAll(/@Kept\("(\w+)"/g)].map(([, name]) => ({ path, name: name as keyof typeof RECORDS })),
    )
    .filter(({ path, name }) => path.split("/")[1] !== RECORDS[name].room);
  expect(misplaced).toEqual([]);
});

const IMPORT = /(?:from|import)\s+"(\.[^"]+)"/g;
const importsOf = (path: string) =>
  [...textOf(path).matchAll(IMPORT)].map(([, to = ""]) =>
    posix.normalize(posix.join(posix.dirname(path), to)).replace(/\.js$/, ".ts"),
  );

/** Rules that tests reach: imported by a test, or by a rule that is reached. */
function reached(files: string[]): Set<string> {
  const found = new Set<string>();
  const follow = (path: string) => {
    for (const target of importsOf(path))
      if (target.endsWith(".rules.ts") && !found.has(target)) {
        found.add(target);
        follow(target);
      }
  };
  for (const path of files) follow(path);
  return found;
}

test("every file of rules is reached by a test", () => {
  const files = code();
  // A test may go by way of its own bench of facts, so any file of the tests counts; another floor's code does not.
  const tested = reached(files.filter((path) => path.startsWith("tests/") && !path.startsWith("tests/house/")));
  const rules = files.filter((path) => path.endsWith(".rules.ts"));
  expect(rules.length).toBeGreaterThan(10);
  expect(rules.filter((path) => !tested.has(path))).toEqual([]);
});

test("tests lie in the rooms of what they prove and are named for it", () => {
  const tests = code().filter((path) => path.includes(".test."));
  expect(tests.filter((path) => !path.startsWith("tests/"))).toEqual([]);
  expect(tests.length).toBeGreaterThan(FLOORS.length);
});
