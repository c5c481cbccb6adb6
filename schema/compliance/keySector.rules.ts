import { KEY_SECTOR_NAMES, type KeySector } from "../employers/employer.rules.js";
import { words } from "../shared/bilingual.rules.js";
import { type Finding, Say } from "./finding.rules.js";
import type { Fact } from "./known.rules.js";
import type { Parameters } from "./parameters.rules.js";

export interface KeySectorCount {
  sector: KeySector;
  units?: Fact<number>;
  unionised?: Fact<number>;
}

export interface KeySectorFacts {
  /** Units by tag; tags overlap, so that the lines are never added up. */
  keySectors?: Fact<readonly KeySectorCount[]>;
}

/**
 * R06, Implementation Opinions 2(1): 以非公有制企业、外商投资企业、台资企业、经济开发区（工业园区）和新社会组织为重点领域. One
 * line for each tag; it only tells.
 */
export function judgeKeySectors({ keySectors }: KeySectorFacts, parameters: Parameters): Finding[] {
  if (!keySectors || keySectors.length === 0)
    return [
      new Say("R06", "KEY_SECTOR_COVERAGE", { keySectors }, parameters).missing(
        "重点领域单位标识",
        "tags of key sectors",
      ),
    ];
  return keySectors.map((count) => judgeKeySector(count, parameters));
}

function judgeKeySector({ sector, units, unionised }: KeySectorCount, parameters: Parameters): Finding {
  const say = new Say("R06", "KEY_SECTOR_COVERAGE", { sector, units, unionised }, parameters);
  const name = KEY_SECTOR_NAMES[sector];
  if (units == null || unionised == null)
    return say.missing(`${name.zh}建会情况`, `coverage of the sector: ${name.en}`, { item: sector });
  const reason = words(
    `${name.zh} ${units} 家，已建会 ${unionised} 家。`,
    `${name.en}: ${unionised} of ${units} unionised.`,
  );
  return say.unmet(
    reason,
    words("将未建会单位列入重点建会名单。", "List those without a union as first to be organised."),
    {
      item: sector,
    },
  );
}
