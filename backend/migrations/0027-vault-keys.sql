-- Account numbers that nothing needs any more are erased, and what is sealed may be sealed anew under another
-- key: backend/vault/erase-accounts.ts and reseal.ts. Of an erased account its bank and its ending stay.
ALTER TABLE bank_account
  ALTER COLUMN account_number_sealed DROP NOT NULL,
  ADD COLUMN erased_at timestamptz,
  ADD CONSTRAINT bank_account_is_sealed_or_erased CHECK ((account_number_sealed IS NULL) = (erased_at IS NOT NULL)),
  ADD CONSTRAINT bank_account_is_erased_after_use CHECK (erased_at IS NULL OR used_by IS NOT NULL);
CREATE INDEX bank_account_to_erase ON bank_account (kept_at) WHERE erased_at IS NULL AND used_by IS NOT NULL;
CREATE INDEX bank_account_erased ON bank_account (erased_at) WHERE erased_at IS NOT NULL;
CREATE INDEX payment_by_bank_token ON payment (bank_token) WHERE bank_token IS NOT NULL;
CREATE INDEX ach_entry_by_bank_token ON ach_entry (bank_token);

-- The bank's files hold account numbers too.
ALTER TABLE ach_file
  ALTER COLUMN sealed DROP NOT NULL,
  ADD COLUMN erased_at timestamptz,
  ADD CONSTRAINT ach_file_is_sealed_or_erased CHECK ((sealed IS NULL) = (erased_at IS NOT NULL)),
  ADD CONSTRAINT ach_file_is_erased_after_it_was_handed_over CHECK (erased_at IS NULL OR handed_over_at IS NOT NULL);
ALTER TABLE ach_received_file
  ALTER COLUMN sealed DROP NOT NULL,
  ADD COLUMN erased_at timestamptz,
  ADD CONSTRAINT ach_received_file_is_sealed_or_erased CHECK ((sealed IS NULL) = (erased_at IS NOT NULL));
DROP TRIGGER ach_received_file_only_grows ON ach_received_file;
CREATE TRIGGER ach_received_file_only_grows
  BEFORE UPDATE OF received_id, content_hash, outcome, faults, returns, notices, received_at OR DELETE OR TRUNCATE
  ON ach_received_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
