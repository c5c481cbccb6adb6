import type { Deed } from "../shared/deed.js";

export const WITHDRAW_ATTACHMENT: Deed = {
  mutation: "withdrawAttachment",
  record: "Attachment",
  verb: "withdraw",
  label: "attachment.withdraw",
  help: "attachment.withdrawHelp",
  facts: [],
  given: ({ id, version }) => ({ id, version }),
  grave: true,
};
