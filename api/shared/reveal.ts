import { REVEALS_PER_HOUR, type SealedPlace } from "../../schema/people/personalFields.rules.js";
import { holdsPersonalNumber } from "../../schema/people/personalNumbers.rules.js";
import type { Refusal } from "../../schema/shared/refusal.rules.js";
import type { Act } from "./act.js";
import { because } from "./refuse.js";
import { TopLevel } from "./topLevel.js";

/** A sealed value to be shown: where it stands, and what the log is told of it. */
interface Shown {
  place: SealedPlace;
  id: number;
  unionId: number;
  told: Record<string, unknown>;
  sealed: Uint8Array;
}

/**
 * Opens a sealed value for one who may see it. The entry in the log is part of the transaction: the door sends its answer only
 * after that is committed, so what could not be logged is never sent.
 * @throws TopLevel RATE_LIMITED when the account has seen its number for the hour
 */
export async function reveal(act: Act, { place, id, unionId, told, sealed }: Shown): Promise<string> {
  const [entered] = await act.ask<{ wait: number }>(
    "select enter_reveal($1::text, $2::integer, $3::integer, $4::jsonb, $5::integer) as wait",
    [place.table, id, unionId, JSON.stringify(told), REVEALS_PER_HOUR],
  );
  if (entered?.wait !== 0) throw tooMany(entered?.wait ?? 3_600);
  return act.sealing.open(place, id, sealed);
}

/** Why a reason cannot stand in the log. */
export const whyNotSaid = (reason: string): Refusal | undefined =>
  holdsPersonalNumber(reason)
    ? because("INVALID_FORMAT", ["reason"], {
        zh: "事由会长期保存，请不要写入身份证号、银行卡号或手机号。",
        en: "The reason is kept for good: leave identity, card and telephone numbers out of it.",
      })
    : undefined;

const tooMany = (seconds: number) =>
  new TopLevel(
    "RATE_LIMITED",
    {
      zh: `每个账号每小时至多查看 ${REVEALS_PER_HOUR} 项个人信息，请在 ${Math.ceil(seconds / 60)} 分钟后再试。`,
      en: `An account may look at ${REVEALS_PER_HOUR} personal data in an hour; try again in ${Math.ceil(seconds / 60)} minutes.`,
    },
    { retryAfter: seconds },
  );
