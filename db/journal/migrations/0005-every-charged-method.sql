-- An attempt may charge a bank account as well. A card has a brand, a bank account its kind and its bank's
-- name; of both there is the ending of the number and nothing else.
DROP TRIGGER attempt_keeps_its_order;

-- A column loses its NOT NULL only by being made again.
ALTER TABLE payment_attempt RENAME COLUMN brand TO brand_before;
ALTER TABLE payment_attempt RENAME COLUMN last4 TO last4_before;
ALTER TABLE payment_attempt ADD COLUMN brand TEXT;
ALTER TABLE payment_attempt ADD COLUMN last4 TEXT;
UPDATE payment_attempt SET brand = brand_before, last4 = last4_before;
ALTER TABLE payment_attempt DROP COLUMN brand_before;
ALTER TABLE payment_attempt DROP COLUMN last4_before;

ALTER TABLE payment_attempt ADD COLUMN account_kind TEXT CHECK (account_kind IN ('checking', 'savings'));
ALTER TABLE payment_attempt ADD COLUMN bank_name TEXT CHECK (length(bank_name) BETWEEN 1 AND 80);
-- What the caller was read and agreed to, from which the written copy is made.
ALTER TABLE payment_attempt ADD COLUMN authorisation TEXT CHECK (json_valid(authorisation));
-- Of a short account number fewer than four digits are shown.
ALTER TABLE payment_attempt ADD COLUMN method_kind TEXT NOT NULL DEFAULT 'card' CHECK (
  last4 IS NOT NULL AND last4 NOT GLOB '*[^0-9]*' AND CASE method_kind
    WHEN 'card' THEN length(last4) = 4 AND brand IS NOT NULL
      AND account_kind IS NULL AND bank_name IS NULL AND authorisation IS NULL
    WHEN 'ach' THEN length(last4) BETWEEN 2 AND 4 AND brand IS NULL
      AND account_kind IS NOT NULL AND bank_name IS NOT NULL AND authorisation IS NOT NULL
    ELSE 0 END);

CREATE TRIGGER attempt_keeps_its_order BEFORE UPDATE OF
  attempt_key, call_id, guarantor_id, user_id, amount_cents, method_kind, brand, account_kind, bank_name,
  last4, authorisation, split, order_fingerprint, committed_at ON payment_attempt
BEGIN SELECT RAISE(ABORT, 'what was ordered is never changed'); END;
