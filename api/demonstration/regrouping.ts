import type { City, Union } from "./city.js";

const ZONE_FROM = "2019-12-01";

/** On 2019-12-01 the zone of 滨海新区 took over some unions of the townships it manages: their superior changed, their codes did not. */
export function regroup(city: City, parks: Map<string, Union>): void {
  const zone = parks.get("330602");
  if (!zone) return;
  const chosen = city.unions.filter(
    ({ type, parent, township, establishedOn, dissolvedOn, id }) =>
      type.startsWith("GRASSROOTS") &&
      parent === township?.union &&
      ["330602014", "330602015", "330602012"].includes(township?.key ?? "") &&
      establishedOn < "2018-01-01" &&
      !dissolvedOn &&
      id % 6 === 0,
  );
  for (const union of chosen) {
    const first = union.superiors[0];
    if (!first) continue;
    first.to = ZONE_FROM;
    union.superiors.push({ parent: zone, from: ZONE_FROM, reason: "滨海新区管理体制调整，隶属关系划转" });
    union.parent = zone;
    for (const one of city.unions)
      if (one.path.startsWith(union.path)) one.path = `${zone.path}${one.path.slice((first.parent.path ?? "").length)}`;
  }
}
