import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { useAsOf } from "./AsOf.js";
import { dayText, nounOf } from "./display.js";
import { useLanguage } from "./language.js";
import { useViewer } from "./viewer.js";

/** Why the viewer cannot do something to a kind of record here and now; undefined when it can be tried. The server has the last word. */
export function useWhyNot(): (verb: string, record: RecordName) => string | undefined {
  const viewer = useViewer();
  const [asOf] = useAsOf();
  const { language, translate } = useLanguage();
  return (verb, record) => {
    if (!viewer) return undefined;
    if (!viewer.permissions.includes(`${verb}:${nounOf(record)}`)) {
      const role = ROLE_NAMES[viewer.account.role]?.[language] ?? viewer.account.role;
      return translate("may.not", { role, verb: translate(`may.${verb}`), record: RECORDS[record][language] });
    }
    const changes = verb !== "read" && verb !== "download";
    return changes && asOf ? translate("asOf.readOnly", { day: dayText(asOf, language) }) : undefined;
  };
}
