import { type By, linkOf, markOf, type RecordMark } from "../../schema/shared/register.js";
import type { Parameters } from "./parameters.js";
import { inForce, type Moment, type Reached } from "./predicates.js";

/** What ties the rows of a list to their owner: a link of their own, or a third record in force on the day. */
export function owned(
  by: By,
  target: RecordMark,
  it: string,
  row: string,
  moment: Moment,
  parameters: Parameters,
): string[] {
  if (typeof by === "string") return [`${it}.${linkOf(target, by).column} = ${row}.id`];
  const between = markOf(by.through());
  const mid = parameters.alias();
  const ties = [
    `${mid}.${linkOf(between, by.from).column} = ${row}.id`,
    `${mid}.${linkOf(between, by.to).column} = ${it}.id`,
  ];
  return [
    `exists (select from ${between.table} ${mid} where ${[...ties, ...inForce(between, mid, moment, false)].join(" and ")})`,
  ];
}

export const ownedBy = (by: By, owner: RecordMark): Reached | undefined =>
  typeof by === "string" ? { ownedBy: owner.name, field: by } : undefined;
