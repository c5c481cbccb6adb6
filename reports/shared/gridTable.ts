import type { Compositor } from "./compositor.js";
import type { Block, TableLayout } from "./definition.js";
import type { FontRole } from "./fontRoles.js";
import { HALF_PITCH, lineHeightFor, RULE, TABLE_SIZE, TYPE_AREA } from "./page.rules.js";

/** White between a text and the rules at its sides. */
const PADDING_SIDE = 4;
/** The line box has its white below the character; half of it is moved above, so that text stands in the middle of its cell. */
const LIFT = (HALF_PITCH - TABLE_SIZE) / 2;
const PADDING = (HALF_PITCH - RULE) / 2;

/** A row of n lines is n + 1 half pitches tall with its rule: tables stay on the grid by construction. */
const LAYOUT: TableLayout = {
  hLineWidth: () => RULE,
  vLineWidth: () => RULE,
  paddingLeft: () => PADDING_SIDE,
  paddingRight: () => PADDING_SIDE,
  paddingTop: () => PADDING + LIFT,
  paddingBottom: () => PADDING - LIFT,
};

export interface Column {
  head: string;
  /** Share of the width of the type area; shares of a table add up to 1. */
  share: number;
  alignment?: "left" | "center" | "right";
}

/** A text, or a text with its own look; `span` joins columns to the right. */
export type Cell = string | { text: string; font?: FontRole; alignment?: "left" | "center" | "right"; span?: number };

/** A ruled table as wide as the type area; its head is repeated on every page. */
export function gridTable(pen: Compositor, name: string, columns: readonly Column[], rows: readonly Cell[][]): Block {
  const head = columns.map((column) =>
    cell(pen, { text: column.head, font: "Hei", alignment: "center" }, column, name),
  );
  const body = rows.map((row) => tableRow(pen, name, columns, row));
  return {
    table: {
      widths: columnWidths(columns.map(({ share }) => share)),
      headerRows: 1,
      keepWithHeaderRows: Math.min(1, rows.length),
      dontBreakRows: true,
      body: [head, ...body],
    },
    layout: LAYOUT,
    snap: true,
  };
}

/** A ruled table without a head, of names and values side by side. */
export function plainTable(pen: Compositor, name: string, shares: readonly number[], rows: readonly Cell[][]): Block {
  const columns = shares.map((share) => ({ head: "", share }));
  return {
    table: {
      widths: columnWidths(shares),
      headerRows: 0,
      dontBreakRows: true,
      body: rows.map((row) => tableRow(pen, name, columns, row)),
    },
    layout: LAYOUT,
    snap: true,
  };
}

function columnWidths(shares: readonly number[]): number[] {
  const room = TYPE_AREA.width - RULE;
  return shares.map((share) => room * share - 2 * PADDING_SIDE - RULE);
}

function tableRow(pen: Compositor, name: string, columns: readonly Column[], row: readonly Cell[]): Block[] {
  const blocks: Block[] = [];
  for (const [index, content] of row.entries()) {
    const column = columns[blocks.length] ?? { head: "", share: 0 };
    const block = cell(
      pen,
      content,
      column,
      `${name} ${typeof row[0] === "string" ? row[0] : (row[0]?.text ?? "")} ${column.head || index}`,
    );
    blocks.push(block);
    for (let covered = 1; covered < (block.colSpan ?? 1); covered += 1) blocks.push({});
  }
  return blocks;
}

function cell(pen: Compositor, content: Cell, column: Column, field: string): Block {
  const {
    text,
    font = "Song",
    alignment = column.alignment ?? "left",
    span,
  } = typeof content === "string" ? { text: content } : content;
  return {
    text: pen.set(text, font, field.trim()),
    fontSize: TABLE_SIZE,
    lineHeight: lineHeightFor(TABLE_SIZE, HALF_PITCH),
    alignment,
    verticalAlignment: "middle",
    ...(span ? { colSpan: span } : {}),
  };
}
