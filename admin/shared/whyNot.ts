import { useQuery } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { useAsOf } from "./AsOf.js";
import type { Ask } from "./ask.js";
import { dayText, nounOf } from "./display.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { EXPLAIN } from "./operations.js";
import { useViewer } from "./viewer.js";

/** Why this very record cannot be amended: in the server's words, asked for only where it says no. */
export function useWhyNotAmend(record: RecordName, row: Row | undefined): string | undefined {
  const { ask } = useDataProvider() as unknown as { ask: Ask };
  const general = useWhyNot()("amend", record);
  const { language, translate } = useLanguage();
  const isRefused = row?.mayAmend === false && !general;
  const { data } = useQuery({
    queryKey: ["explainAccess", record, row?.id, language],
    queryFn: () => ask<{ explainAccess: { reason: string } }>(EXPLAIN, { record, id: row?.id, action: "amend" }),
    enabled: isRefused,
  });
  return isRefused ? (data?.explainAccess.reason ?? translate("may.notHere")) : general;
}

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
