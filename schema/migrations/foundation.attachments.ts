import { ATTACHMENT_LIMITS, MEDIA_TYPES } from "../documents/attachment.rules.js";
import { id, kept, oneOf, versioned } from "./foundation.shared.js";

/** Evidence and approval papers: what is known of a file; its bytes lie in the data folder under a name drawn at random. */
export const attachments = /* sql */ `
create table attachment (
  ${id},
  trade_union_id integer not null references trade_union,
  award_id integer references award,
  assessment_id integer references assessment,
  file_name text not null check (file_name <> ''),
  ${oneOf("media_type", MEDIA_TYPES)} not null,
  size integer not null check (size between 1 and ${ATTACHMENT_LIMITS.fileBytes}),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  uploaded_by_id integer not null references account,
  uploaded_at timestamptz(3) not null default transaction_timestamp(),
  note text,
  withdrawn_on date,
  withdrawal_reason text,
  stored_name text not null unique check (stored_name ~ '^[0-9a-f]{32}$'),
  ${versioned},
  check (num_nonnulls(award_id, assessment_id) <= 1),
  check ((withdrawn_on is null) = (withdrawal_reason is null))
);
create index attachment_union on attachment (trade_union_id, uploaded_at desc);
create index attachment_award on attachment (award_id);
create index attachment_assessment on attachment (assessment_id);
${kept("attachment", { secret: ["stored_name"] })}

-- Bytes of all files, whoever may see them: what the quota is compared with. Whoever comes second to it waits for the first.
create function attached_bytes() returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('bytes of attachments'));
  return (select coalesce(sum(size), 0) from attachment);
end $$;
`;
