-- Money that arrives by itself. What the bank's statement says came in is kept first, entry by entry, and
-- once; then it is matched to whoever it is from, or waits for a supervisor. Nothing of it is ever
-- forgotten or matched twice.

-- What somebody said they will send, now by any way and not by wire alone.
ALTER TABLE expected_wire
  ADD COLUMN method_kind text NOT NULL DEFAULT 'wire'
    CHECK (method_kind IN ('wire', 'mail', 'in_person', 'online', 'app', 'bank_bill_pay')),
  ADD COLUMN state_at timestamptz,
  ADD COLUMN state_why text,
  ADD CONSTRAINT expected_wire_says_what_became_of_it CHECK
    (state = 'expected' OR (state_at IS NOT NULL AND state_why IS NOT NULL));

-- One credit on a statement. `guarantor_id` is whom its text names, also while it is not posted to them;
-- `why` is why it waits, null once it is matched.
CREATE TABLE arrival (
  arrival_id   uuid PRIMARY KEY,
  statement_id text NOT NULL CHECK (length(statement_id) BETWEEN 1 AND 64),
  entry_id     text NOT NULL CHECK (length(entry_id) BETWEEN 1 AND 64),
  booked_on    date NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  channel      text NOT NULL CHECK (channel IN ('wire', 'mail', 'in_person', 'online', 'app', 'bank_bill_pay')),
  remitter     text NOT NULL CHECK (length(remitter) <= 140),
  remittance   text NOT NULL CHECK (length(remittance) <= 500),
  read_at      timestamptz NOT NULL,
  why          text CHECK (why IN ('not_tried', 'nobody_named', 'reference_mistyped', 'reference_used',
                 'several_named', 'amount_differs', 'nothing_billed')),
  guarantor_id text REFERENCES guarantor,
  matched_by   text CHECK (matched_by IN ('reference', 'number_and_amount', 'number_and_open', 'hand')),
  matched_at   timestamptz,
  payment_key  uuid UNIQUE REFERENCES payment,
  wire_id      uuid UNIQUE REFERENCES expected_wire,
  CONSTRAINT arrival_is_read_once UNIQUE (statement_id, entry_id),
  CONSTRAINT arrival_is_matched_or_waits CHECK ((why IS NULL) = (payment_key IS NOT NULL)
    AND (matched_by IS NULL) = (payment_key IS NULL) AND (matched_at IS NULL) = (payment_key IS NULL)
    AND (payment_key IS NULL OR guarantor_id IS NOT NULL) AND (wire_id IS NULL OR payment_key IS NOT NULL))
);
CREATE INDEX arrival_waiting ON arrival (booked_on, arrival_id) WHERE payment_key IS NULL;

-- What the bank said stays as it was said, and a match is never undone.
CREATE FUNCTION keep_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.payment_key IS NOT NULL
    OR (OLD.statement_id, OLD.entry_id, OLD.booked_on, OLD.amount_cents, OLD.channel, OLD.remitter, OLD.remittance)
      IS DISTINCT FROM (NEW.statement_id, NEW.entry_id, NEW.booked_on, NEW.amount_cents, NEW.channel, NEW.remitter, NEW.remittance)
  THEN
    RAISE EXCEPTION 'an entry of a bank statement never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER arrival_is_kept BEFORE UPDATE OR DELETE ON arrival FOR EACH ROW EXECUTE FUNCTION keep_arrival();

-- Who posted an arrival by hand, to whom and why. Only ever added to.
CREATE TABLE arrival_assignment (
  arrival_id     uuid PRIMARY KEY REFERENCES arrival,
  assigned_at    timestamptz NOT NULL,
  assigned_by    text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  ledger         text NOT NULL CHECK (ledger IN ('medical', 'premium')),
  reason         text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500)
);
CREATE TRIGGER arrival_assignment_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON arrival_assignment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE access_event DROP CONSTRAINT access_event_action_check,
  ADD CONSTRAINT access_event_action_check CHECK (action IN ('found', 'verification_begun', 'factor_answered',
    'balance_read', 'record_unlocked', 'exception_listed', 'outcome_overridden', 'arrival_assigned',
    'found_in_copy', 'balance_read_in_copy'));

-- What became of a promise: derived from the payments that stand, so it changes when one is returned.
ALTER TABLE promise_to_pay ADD COLUMN kept_on date, ADD COLUMN broken_on date,
  ADD CONSTRAINT promise_is_kept_or_broken CHECK (kept_on IS NULL OR broken_on IS NULL),
  ADD CONSTRAINT promise_is_broken_after_its_day CHECK (broken_on > promised_on),
  ADD CONSTRAINT promise_is_kept_by_its_day CHECK (kept_on <= promised_on);
