import { HARDSHIP_CATEGORIES } from "../duties/hardshipCase.rules.js";
import { sealedColumnsOf } from "../people/personalFields.rules.js";
import { id, kept, oneOf, sealedColumns, sealedIndexes, versioned } from "./foundation.shared.js";

/** Statutory duties; 二(三)7: the files of workers in hardship. */
export const duties = /* sql */ `
create table hardship_case (
  ${id},
  person_id integer not null references person,
  trade_union_id integer not null references trade_union,
  ${oneOf("category", HARDSHIP_CATEGORIES)} not null,
  opened_on date not null,
  closed_on date,
  ${sealedColumns("hardship_case")},
  ${versioned},
  check (closed_on >= opened_on),
  constraint one_open_case exclude using gist (person_id with =, daterange(opened_on, closed_on, '[]') with &&)
);
create index hardship_case_union on hardship_case (trade_union_id, opened_on desc);
create index hardship_case_person on hardship_case (person_id);
${sealedIndexes("hardship_case")}
${kept("hardship_case", { secret: sealedColumnsOf("hardship_case") })}
`;
