import * as accountDeeds from "../access/account.deeds.js";
import * as attachmentDeeds from "../documents/attachment.deeds.js";
import * as hardship from "../duties/hardship.operations.js";
import * as employerDeeds from "../employers/employer.deeds.js";
import * as dashboard from "../hierarchy/dashboard.operations.js";
import { ANCESTOR_FIELDS, NODE_FIELDS, PANEL_FIELDS } from "../hierarchy/tree.js";
import * as unionDeeds from "../hierarchy/union.deeds.js";
import * as reveal from "../people/reveal.operations.js";
import type { Deed } from "./deed.js";
import { type Description, fieldsOf } from "./description.js";
import { DESCRIPTIONS } from "./descriptions.js";
import * as operations from "./operations.js";
import * as quickSearch from "./quickSearch.operation.js";

/** Selections of screens that are not made from a description, by the record they are of. */
const SELECTIONS = { TradeUnion: [NODE_FIELDS, PANEL_FIELDS, ANCESTOR_FIELDS] } as const;

const fixed = (room: object) =>
  Object.values(room).filter((each): each is string => typeof each === "string" && /^(query|mutation)\b/.test(each));
const deeds = (room: object) => Object.values(room) as Deed[];

function ofRecord(description: Description): string[] {
  const { record, writes } = description;
  const [list, show, naming] = (["list", "show", "naming"] as const).map((selection) =>
    fieldsOf(description, selection),
  ) as [string, string, string];
  const own: readonly string[] = record === "TradeUnion" ? SELECTIONS.TradeUnion : [];
  return [
    ...[list, show, naming, ...own].map((fields) => operations.listOperation(record, fields)),
    ...[show, naming, ...own].map((fields) => operations.oneOperation(record, fields)),
    operations.nodesOperation(record, naming),
    ...(["create", "update"] as const)
      .filter((verb) => writes[verb])
      .map((verb) => operations.changeOperation(verb, record, show)),
  ];
}

/** Every document the console sends. Outside demonstration mode the server runs no other for a console session. */
export const documents = (): string[] => [
  ...new Set([
    ...fixed(operations),
    ...[dashboard, hardship, quickSearch, reveal].flatMap(fixed),
    ...DESCRIPTIONS.flatMap(ofRecord),
    ...[accountDeeds, attachmentDeeds, employerDeeds, unionDeeds]
      .flatMap(deeds)
      .map(({ mutation, record, secret }) => operations.deedOperation(mutation, record, secret)),
  ]),
];
