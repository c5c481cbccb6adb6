import type { Row } from "../shared/naming.js";

/** Address of a list narrowed to a union and everything below it. */
export const underThis = (resource: string, id: string) =>
  `/${resource}?displayedFilters=${encodeURIComponent(JSON.stringify({ within: true }))}&filter=${encodeURIComponent(JSON.stringify({ within: id }))}`;

/** Address of the form that founds a union below another. */
export const childOf = (parent: Row) =>
  `/tradeUnions/create?source=${encodeURIComponent(JSON.stringify({ parent: { id: parent.id, name: parent.name } }))}`;

/** Address of the tree opened down to a union. */
export const inTree = (id: string) => `/tree?union=${encodeURIComponent(id)}`;

/** Address of the annual assessment on paper. */
export const reportOf = (year: number, code: string) => `/reports/assessments/${year}/${encodeURIComponent(code)}.pdf`;
