-- The sandbox card processor's own books. It commits by itself and shares nothing with the tables
-- above but the key, so that tests can hold its record of charges against ours.
CREATE SCHEMA sandbox_processor;

-- No card number: what the number stands for (how it behaves) and a keyed hash of it.
CREATE TABLE sandbox_processor.card_token (
  token        text PRIMARY KEY,
  brand        text NOT NULL,
  last4        text NOT NULL CHECK (last4 ~ '^\d{4}$'),
  good_through text NOT NULL CHECK (good_through ~ '^20\d{2}-(0[1-9]|1[0-2])$'),
  fingerprint  text NOT NULL,
  -- 'approved', or the decline this card always gives.
  behaviour    text NOT NULL,
  kept_at      timestamptz NOT NULL
);

-- What was answered under each key, once and for all.
CREATE TABLE sandbox_processor.attempt (
  key          uuid PRIMARY KEY,
  outcome      text NOT NULL CHECK (outcome IN ('approved', 'declined', 'abandoned')),
  token        text REFERENCES sandbox_processor.card_token,
  amount_cents bigint CHECK (amount_cents > 0),
  decline      text,
  answered_at  timestamptz NOT NULL,
  voided_at    timestamptz,
  CHECK ((outcome = 'declined') = (decline IS NOT NULL)),
  CHECK ((outcome = 'abandoned') = (token IS NULL AND amount_cents IS NULL)),
  CHECK (voided_at IS NULL OR outcome = 'approved')
);
CREATE UNIQUE INDEX attempt_uses_token_once ON sandbox_processor.attempt (token);

-- Money that moved; `WHERE voided_at IS NULL` for money that stayed.
CREATE VIEW sandbox_processor.charge AS
  SELECT key, token, amount_cents, answered_at AS charged_at, voided_at
  FROM sandbox_processor.attempt WHERE outcome = 'approved';
