import { expect, test } from "@jest/globals";
import type { Compositor } from "../../reports/shared/compositor.js";
import type { Block } from "../../reports/shared/definition.js";
import { printBlocks } from "./paperDesk.js";

const svg = (inner = "") => `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${inner}</svg>`;

test("a drawing of our own is printed", async () => {
  const { bytes } = await printBlocks((pen) => [{ svg: pen.draw(svg('<rect width="5" height="5" fill="#000000"/>')) }]);
  expect(bytes.length).toBeGreaterThan(500);
});

const forged: [string, (pen: Compositor) => Block][] = [
  ["a bare string", () => "text" as unknown as Block],
  ["a text that was not composed", () => ({ text: [{ text: "工会", font: "Fang" }] })],
  [
    "a text inside a table",
    () => ({ table: { widths: ["*"], headerRows: 0, dontBreakRows: true, body: [[{ text: "x" as never }]] } }),
  ],
  ["a drawing that was not admitted", () => ({ svg: svg("") })],
  [
    "a text in columns",
    (pen) => ({ columns: [{ text: pen.set("x", "Fang", "x") }, { stack: [{ text: ["y"] as never }] }] }),
  ],
];

test.each(forged)("the engine gets no text past the compositor: %s", async (_, make) => {
  await expect(printBlocks((pen) => [make(pen)])).rejects.toMatchObject({ code: "CONTENT_REFUSED" });
});
