-- An attempt may charge what is kept, and says by its id which: the token stays with the backend.
ALTER TABLE payment_attempt ADD COLUMN stored_method_id TEXT;

DROP TRIGGER attempt_keeps_its_order;
CREATE TRIGGER attempt_keeps_its_order BEFORE UPDATE OF
  attempt_key, call_id, guarantor_id, user_id, amount_cents, method_kind, brand, account_kind, bank_name,
  last4, authorisation, stored_method_id, split, order_fingerprint, committed_at ON payment_attempt
BEGIN SELECT RAISE(ABORT, 'what was ordered is never changed'); END;
