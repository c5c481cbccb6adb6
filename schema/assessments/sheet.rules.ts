/** Finishes the facts counted by the database into the score sheet. */
export { sheetLines as sheetOf } from "./sheetLines.rules.js";
