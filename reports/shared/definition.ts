import type { FontRole } from "./fontRoles.js";

/** Text of one font; made by the compositor only. */
export interface Run {
  text: string;
  font: FontRole;
}

export interface TypeStyle {
  font?: FontRole;
  fontSize?: number;
  lineHeight?: number;
  color?: string;
  alignment?: "left" | "center" | "right" | "justify";
  characterSpacing?: number;
  leadingIndent?: number;
}

/** A part of a document as the engine takes it: only the keys the papers use, so that the wall can list them. */
export interface Block extends TypeStyle {
  text?: Run[];
  stack?: Block[];
  columns?: Block[];
  columnGap?: number;
  width?: number | "*" | "auto";
  table?: Table;
  layout?: TableLayout;
  svg?: string;
  fit?: [number, number];
  canvas?: Shape[];
  margin?: [number, number, number, number];
  absolutePosition?: { x: number; y: number };
  relativePosition?: { x: number; y: number };
  pageBreak?: "before" | "after";
  unbreakable?: boolean;
  outline?: boolean;
  outlineText?: string;
  outlineParentId?: string;
  id?: string;
  colSpan?: number;
  rowSpan?: number;
  verticalAlignment?: "top" | "middle" | "bottom";
  /** Go down to the next line of the grid behind this block. */
  snap?: boolean;
  /** Begin a new page unless so many pitches are left. */
  room?: number;
  /** Belongs at the foot of an even last page: goes on to it, and leaves blank pages without a number. */
  colophon?: boolean;
}

export type Shape = Stroke | Box;

export interface Box {
  type: "rect";
  x: number;
  y: number;
  w: number;
  h: number;
  lineWidth: number;
  lineColor: string;
  color: string;
}

export interface Stroke {
  type: "line";
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  lineWidth: number;
  lineColor?: string;
}

export interface Table {
  widths: (number | "*")[];
  headerRows: number;
  keepWithHeaderRows?: number;
  dontBreakRows: boolean;
  body: Block[][];
}

export interface TableLayout {
  hLineWidth: () => number;
  vLineWidth: () => number;
  paddingLeft: () => number;
  paddingRight: () => number;
  paddingTop: () => number;
  paddingBottom: () => number;
}

/** A whole document: its matter, and what the file says about itself. */
export interface Definition {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  /** Fixed instant written into the file; without it no two runs would give the same bytes. */
  createdAt: string;
  content: Block[];
  footer: (page: number) => Block | undefined;
}
