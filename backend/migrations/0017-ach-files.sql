-- Nacha files: what was sent to which bank, what came back, and what somebody has to do about it.

-- The next trace number of an originating bank. Its lock is also the turn: one file of a bank at a time.
CREATE TABLE ach_bank (
  odfi_routing  text PRIMARY KEY CHECK (odfi_routing ~ '^\d{9}$'),
  next_sequence int NOT NULL DEFAULT 1 CHECK (next_sequence BETWEEN 1 AND 10000000)
);

-- A file is committed with its entries before the bank hears of it, and handed over again, byte for byte
-- the same, until the bank has said that it has it. Its text holds account numbers and is kept sealed.
CREATE TABLE ach_file (
  file_id        uuid PRIMARY KEY,
  odfi_routing   text NOT NULL REFERENCES ach_bank,
  time_zone      text NOT NULL,
  -- The business day whose cut-off it was written for: one file for each of them, zone and bank.
  business_day   date NOT NULL,
  created_on     date NOT NULL,
  id_modifier    text NOT NULL CHECK (id_modifier ~ '^[A-Z0-9]$'),
  entries        int NOT NULL CHECK (entries > 0),
  debit_cents    bigint NOT NULL CHECK (debit_cents >= 0),
  credit_cents   bigint NOT NULL CHECK (credit_cents >= 0),
  sealed         bytea NOT NULL,
  written_at     timestamptz NOT NULL,
  handed_over_at timestamptz CHECK (handed_over_at >= written_at),
  UNIQUE (odfi_routing, time_zone, business_day),
  UNIQUE (odfi_routing, created_on, id_modifier)
);
CREATE INDEX ach_file_to_hand_over ON ach_file (written_at) WHERE handed_over_at IS NULL;

-- A debit for a payment, or a credit for a refund; each is sent once. Trace numbers begin again after ten
-- million, so that an old one may come back: the newest is meant.
CREATE TABLE ach_entry (
  file_id         uuid NOT NULL REFERENCES ach_file,
  trace           text NOT NULL CHECK (trace ~ '^\d{15}$'),
  batch_number    int NOT NULL CHECK (batch_number > 0),
  sec_code        text NOT NULL CHECK (sec_code IN ('TEL', 'PPD')),
  company_id      text NOT NULL,
  direction       text NOT NULL CHECK (direction IN ('debit', 'credit')),
  payment_key     uuid REFERENCES payment,
  refund_id       uuid,
  guarantor_id    text NOT NULL REFERENCES guarantor,
  amount_cents    bigint NOT NULL CHECK (amount_cents > 0),
  bank_token      text NOT NULL REFERENCES bank_account,
  rdfi            text NOT NULL CHECK (rdfi ~ '^\d{8}$'),
  settles_on      date NOT NULL,
  -- When a credit was told of as settled; a debit says it by its payment's state.
  settled_at      timestamptz CHECK (settled_at IS NULL OR direction = 'credit'),
  returned_at     timestamptz,
  return_code     text CHECK (return_code ~ '^R\d\d$'),
  PRIMARY KEY (file_id, trace),
  CHECK ((payment_key IS NULL) <> (refund_id IS NULL)),
  CHECK ((payment_key IS NULL) = (direction = 'credit')),
  CHECK ((returned_at IS NULL) = (return_code IS NULL))
);
CREATE UNIQUE INDEX ach_entry_once_per_payment ON ach_entry (payment_key) WHERE payment_key IS NOT NULL;
CREATE UNIQUE INDEX ach_entry_once_per_refund ON ach_entry (refund_id) WHERE refund_id IS NOT NULL;
CREATE INDEX ach_entry_by_trace ON ach_entry (trace);
CREATE INDEX ach_entry_to_settle ON ach_entry (settles_on) WHERE returned_at IS NULL;

-- What a bank sent, applied whole or refused whole with the lines and reasons. By the keyed hash the same
-- file is known again; a plain one would let the account numbers in it be guessed.
CREATE TABLE ach_received_file (
  received_id  uuid PRIMARY KEY,
  content_hash text NOT NULL,
  outcome      text NOT NULL CHECK (outcome IN ('applied', 'refused')),
  faults       jsonb NOT NULL,
  returns      int NOT NULL CHECK (returns >= 0),
  notices      int NOT NULL CHECK (notices >= 0),
  sealed       bytea NOT NULL,
  received_at  timestamptz NOT NULL,
  CHECK ((outcome = 'refused') = (jsonb_array_length(faults) > 0))
);
CREATE UNIQUE INDEX ach_received_file_once ON ach_received_file (content_hash);

CREATE TRIGGER ach_received_file_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ach_received_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a supervisor has to see: a return, a notice of change, a payment that no file took, or a bank's file
-- that was refused, which is nobody's in particular.
CREATE TABLE ach_exception (
  exception_id  uuid PRIMARY KEY,
  kind          text NOT NULL CHECK (kind IN ('return', 'notice', 'not_sent', 'refused_file')),
  code          text CHECK (code ~ '^[RC]\d\d$'),
  payment_key   uuid REFERENCES payment,
  guarantor_id  text REFERENCES guarantor,
  refund_id     uuid,
  received_id   uuid REFERENCES ach_received_file,
  reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  to_do         text NOT NULL CHECK (to_do IN ('ask_again', 'other_account', 'new_authorisation', 'end_autopay',
                  'escalate', 'correct_terms', 'decide', 'nothing', 'ask_bank')),
  opened_at     timestamptz NOT NULL,
  resolved_at   timestamptz CHECK (resolved_at >= opened_at),
  resolved_by   text REFERENCES user_account,
  resolution    text CHECK (length(resolution) BETWEEN 3 AND 500),
  CHECK ((kind IN ('return', 'notice')) = (code IS NOT NULL)),
  CHECK ((kind = 'refused_file') = (guarantor_id IS NULL)),
  CHECK ((resolved_at IS NULL) = (resolved_by IS NULL) AND (resolved_at IS NULL) = (resolution IS NULL))
);
CREATE INDEX ach_exception_open ON ach_exception (opened_at) WHERE resolved_at IS NULL;
CREATE UNIQUE INDEX ach_exception_not_sent_once ON ach_exception (payment_key) WHERE kind = 'not_sent' AND resolved_at IS NULL;

-- What the representative who took a payment has to do about it: call the patient.
CREATE TABLE ach_follow_up (
  exception_id uuid PRIMARY KEY REFERENCES ach_exception,
  user_id      text NOT NULL REFERENCES user_account,
  payment_key  uuid NOT NULL REFERENCES payment,
  guarantor_id text NOT NULL REFERENCES guarantor,
  opened_at    timestamptz NOT NULL,
  done_at      timestamptz CHECK (done_at >= opened_at)
);
CREATE INDEX ach_follow_up_open ON ach_follow_up (user_id, opened_at) WHERE done_at IS NULL;

-- A payment that is another try at one that came back. Each is an entry of its own, marked as a retry.
ALTER TABLE payment ADD COLUMN retry_of uuid REFERENCES payment CHECK (retry_of <> key);
CREATE INDEX payment_by_retried ON payment (retry_of) WHERE retry_of IS NOT NULL;

-- How often a payment that came back for want of funds may still be tried: at most twice, within 180 days of
-- the day it was to settle (Nacha Operating Rules, reinitiation). `p_key` is the first of the tries.
CREATE FUNCTION ach_retries_left(p_key uuid, p_today date) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT CASE WHEN first.return_code IN ('R01', 'R09') AND p_today <= first.settles_on + 180
      THEN greatest(2 - (SELECT count(*) FROM payment WHERE retry_of = p_key
        AND state NOT IN ('declined', 'not_charged', 'voided'))::int, 0) ELSE 0 END
    FROM ach_entry AS first WHERE first.payment_key = p_key), 0)
$$;

-- The sandbox bank's own books: the files it took, and what it will say about their entries and when.
CREATE SCHEMA sandbox_bank;
CREATE TABLE sandbox_bank.file (
  file_id      uuid PRIMARY KEY,
  content_hash text NOT NULL,
  taken_at     timestamptz NOT NULL
);
CREATE TABLE sandbox_bank.entry (
  file_id      uuid NOT NULL REFERENCES sandbox_bank.file,
  trace        text NOT NULL,
  amount_cents bigint NOT NULL,
  code         text,
  answers_on   date,
  -- The whole record, which the answer repeats; sealed.
  sealed       bytea,
  answer_id    uuid,
  PRIMARY KEY (file_id, trace),
  CHECK ((code IS NULL) = (answers_on IS NULL) AND (code IS NULL) = (sealed IS NULL))
);
CREATE INDEX entry_to_answer ON sandbox_bank.entry (answers_on) WHERE code IS NOT NULL AND answer_id IS NULL;
CREATE TABLE sandbox_bank.answer (
  answer_id  uuid PRIMARY KEY,
  sealed     bytea NOT NULL,
  made_at    timestamptz NOT NULL,
  fetched_at timestamptz
);
