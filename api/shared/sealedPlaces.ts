import { SEALED_PLACES, type SealedPlace } from "../../schema/people/personalFields.rules.js";
import type { House } from "../context.js";
import type { Indexes } from "../reading/plan.js";
import { asBytea } from "./sealing.js";

const PLACES = new Map<string, SealedPlace>(
  Object.values(SEALED_PLACES).map((place) => [`${place.table}.${place.column}`, place]),
);

/** How a house finds sealed values; a column that is none has no index. */
export const indexesOf =
  ({ sealing }: House): Indexes =>
  (table, column, value) => {
    const place = PLACES.get(`${table}.${column}`);
    return place ? sealing.indexes(place, value).map(asBytea) : [];
  };
