import { PERSONAL_FIELDS, PERSONAL_PLACES, type PersonalField } from "../../schema/people/personalFields.rules.js";
import { type Bilingual, words } from "../../schema/shared/bilingual.rules.js";
import { type Fact, fact } from "../shared/facts.js";

/** What forms call each piece of personal data, and what they say of how it is kept. */
const SAID: Record<PersonalField, { label: Bilingual; help: Bilingual }> = {
  RESIDENT_ID: {
    label: words("身份证号", "Resident identity number"),
    help: words(
      "18 位；保存后只显示首末位。修改时留空即保持不变",
      "18 characters; shown masked once saved. Leave empty to keep",
    ),
  },
  PHONE: {
    label: words("手机号", "Telephone"),
    help: words("保存后隐去中间四位。修改时留空即保持不变", "Shown masked once saved. Leave empty to keep"),
  },
  BANK_ACCOUNT: {
    label: words("银行卡号", "Bank card number"),
    help: words(
      "16 至 19 位；保存后只显示末四位。修改时留空即保持不变",
      "16 to 19 digits; shown masked once saved. Leave empty to keep",
    ),
  },
  HOME_ADDRESS: {
    label: words("家庭住址", "Home address"),
    help: words(
      "自省、市或县写起；保存后只显示到县、乡镇。修改时留空即保持不变",
      "From province, city or county down; shown as far as the township once saved. Leave empty to keep",
    ),
  },
};

const facts = (make: (field: PersonalField, label: Bilingual) => Fact) =>
  PERSONAL_FIELDS.map((field) => make(field, SAID[field].label));

/** The mask of each piece of personal data, as it is shown, and the piece itself, which is only ever written. */
export const MASKED_FACTS = facts((field, { zh, en }) =>
  fact("code", `${PERSONAL_PLACES[field].property}Masked`, zh, en, { sortable: false }),
);
export const GIVEN_FACTS = facts((field, { zh, en }) =>
  fact("text", PERSONAL_PLACES[field].property, zh, en, {
    written: "always",
    readable: false,
    sortable: false,
    help: SAID[field].help,
  }),
);
/** Those that are found by their whole value. */
export const FOUND_WHOLE = PERSONAL_FIELDS.map((field) => PERSONAL_PLACES[field])
  .filter(({ index }) => index !== "none")
  .map(({ property }) => property);
