-- What people and runs do about a debit that came back: who calls whom, another try, how often it happens.

-- A follow-up is taken by one representative at a time, put back, and finished with what was done. Where a
-- supervisor resolves the exception it ends without.
ALTER TABLE ach_follow_up
  ADD COLUMN due_on   date,
  ADD COLUMN taken_by text REFERENCES user_account,
  ADD COLUMN taken_at timestamptz,
  ADD COLUMN done_by  text REFERENCES user_account,
  ADD COLUMN outcome  text CHECK (outcome IN ('paid_otherwise', 'promised', 'account_corrected', 'message_left',
                        'not_reached', 'not_needed')),
  ADD COLUMN note     text CHECK (length(note) BETWEEN 3 AND 500),
  ADD CONSTRAINT ach_follow_up_taken CHECK ((taken_by IS NULL) = (taken_at IS NULL)),
  ADD CONSTRAINT ach_follow_up_done CHECK ((done_by IS NULL) = (outcome IS NULL) AND (done_by IS NULL) = (note IS NULL)
    AND (done_by IS NULL OR done_at IS NOT NULL));
UPDATE ach_follow_up SET due_on = (opened_at AT TIME ZONE 'America/New_York')::date + 2;
ALTER TABLE ach_follow_up ALTER COLUMN due_on SET NOT NULL;
DROP INDEX ach_follow_up_open;
CREATE INDEX ach_follow_up_open ON ach_follow_up (due_on, opened_at) WHERE done_at IS NULL;

-- `tried_again`: a run will, so that nobody has to do anything. `return_rate`: too many debits of a
-- company come back; it belongs to no guarantor and is told of once while it stands open.
ALTER TABLE ach_exception
  ADD COLUMN about text CHECK (length(about) BETWEEN 1 AND 60),
  DROP CONSTRAINT ach_exception_kind_check,
  ADD CONSTRAINT ach_exception_kind_check CHECK (kind IN ('return', 'notice', 'not_sent', 'refused_file', 'return_rate')),
  DROP CONSTRAINT ach_exception_to_do_check,
  ADD CONSTRAINT ach_exception_to_do_check CHECK (to_do IN ('ask_again', 'other_account', 'new_authorisation',
    'end_autopay', 'escalate', 'correct_terms', 'decide', 'nothing', 'ask_bank', 'tried_again', 'find_cause')),
  DROP CONSTRAINT ach_exception_check2,
  ADD CONSTRAINT ach_exception_whose CHECK ((kind IN ('refused_file', 'return_rate')) = (guarantor_id IS NULL)),
  ADD CONSTRAINT ach_exception_about CHECK ((kind = 'return_rate') = (about IS NOT NULL));
CREATE UNIQUE INDEX ach_exception_rate_once ON ach_exception (about) WHERE kind = 'return_rate' AND resolved_at IS NULL;
CREATE INDEX ach_exception_by_payment ON ach_exception (payment_key);

-- Rates are reckoned over the debits of sixty days.
CREATE INDEX ach_entry_returned ON ach_entry (returned_at) WHERE returned_at IS NOT NULL;
CREATE INDEX ach_file_by_day ON ach_file (business_day);

-- Another try at a debit under a standing authorisation that came back for want of funds: one row for each
-- return, so that each is followed by one try at most.
CREATE TABLE ach_retry (
  returned_key     uuid PRIMARY KEY REFERENCES payment,
  -- The first of the tries, which counts them: ach_retries_left.
  first_key        uuid NOT NULL REFERENCES payment,
  authorisation_id uuid NOT NULL,
  occurrence       text NOT NULL,
  retry_on         date NOT NULL,
  state            text NOT NULL CHECK (state IN ('waiting', 'made', 'dropped')),
  state_at         timestamptz NOT NULL,
  state_why        text,
  payment_key      uuid UNIQUE REFERENCES payment,
  FOREIGN KEY (authorisation_id, occurrence) REFERENCES scheduled_payment,
  CHECK ((state = 'made') = (payment_key IS NOT NULL)),
  CHECK ((state = 'dropped') = (state_why IS NOT NULL))
);
CREATE INDEX ach_retry_due ON ach_retry (retry_on) WHERE state = 'waiting';
CREATE INDEX ach_retry_by_first ON ach_retry (first_key);

-- Why a try that is due is not made; null where it is. The same amount for the same charges or not at all:
-- what was paid otherwise meanwhile is not taken again.
CREATE FUNCTION ach_retry_refused(p_retry ach_retry, p_today date) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN authorisation.state <> 'active' THEN format('the authorisation is %s', authorisation.state)
    WHEN EXISTS (SELECT FROM blocked_bank_account WHERE fingerprint IN
      (back.bank_fingerprint, (SELECT fingerprint FROM bank_account WHERE token = back.bank_token)))
      THEN 'the account may not be debited again'
    WHEN ach_retries_left(p_retry.first_key, p_today) = 0 THEN 'the rules allow no further try'
    WHEN EXISTS (SELECT FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = back.key
        AND (open_cents < amount_cents OR EXISTS (SELECT FROM dispute
          WHERE dispute.charge_id = charge.charge_id AND dispute.closed_on IS NULL)))
      THEN 'what it was for is not open any more'
  END
  FROM payment AS back, authorisation
  WHERE back.key = p_retry.returned_key AND authorisation_id = p_retry.authorisation_id
$$;

-- As claim_run_payment is of a payment to come: weighs a try under the locks of its authorisation and its
-- guarantor's accounts, and commits it as `sent` under p_key before anybody hears of it. One of
--   {"outcome": "claimed"}  with what closePayment needs
--   {"outcome": "dropped", "why", "openCents"}  not to be made any more, and how much of it is still open
--   {"outcome": "passed"}   not due, or somebody else's just now
--   {"outcome": "held"}     another payment of these accounts is open: later
CREATE FUNCTION claim_ach_retry(p_returned_key uuid, p_key uuid, p_today date, p_debit jsonb, p_lease interval,
  p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_retry ach_retry;
  v_back  payment;
  v_why   text;
BEGIN
  SELECT * INTO STRICT v_retry FROM ach_retry WHERE returned_key = p_returned_key;
  PERFORM FROM authorisation WHERE authorisation_id = v_retry.authorisation_id FOR UPDATE;
  SELECT * INTO STRICT v_retry FROM ach_retry WHERE returned_key = p_returned_key FOR UPDATE;
  IF v_retry.state <> 'waiting' OR v_retry.retry_on > p_today THEN
    RETURN jsonb_build_object('outcome', 'passed');
  END IF;
  SELECT * INTO STRICT v_back FROM payment WHERE key = p_returned_key;
  PERFORM FROM account WHERE guarantor_id = v_back.guarantor_id ORDER BY account_id FOR UPDATE;
  v_why := ach_retry_refused(v_retry, p_today);
  IF v_why IS NOT NULL THEN
    UPDATE ach_retry SET state = 'dropped', state_at = p_now, state_why = v_why WHERE returned_key = p_returned_key;
    RETURN jsonb_build_object('outcome', 'dropped', 'why', v_why, 'guarantorId', v_back.guarantor_id,
      'openCents', (SELECT coalesce(sum(least(open_cents, amount_cents)), 0)
        FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = p_returned_key),
      'code', (SELECT return_code FROM ach_entry WHERE payment_key = p_returned_key));
  END IF;
  IF EXISTS (SELECT FROM payment_allocation JOIN charge USING (charge_id) JOIN account USING (account_id)
    WHERE payment_key = p_returned_key AND held_by IS NOT NULL) THEN
    RETURN jsonb_build_object('outcome', 'held');
  END IF;

  INSERT INTO payment_request (key, fingerprint, heard_at) VALUES (p_key, format('retry:%s', p_returned_key), p_now);
  INSERT INTO payment (key, guarantor_id, state, state_at, method_kind, bank_account_kind, bank_name, bank_last4,
    bank_token, bank_fingerprint, originate_on, effective_on, amount_cents, taken_at, taken_by, workstation_id, call_id,
    verification_id, claimed_until, source, retry_of)
  VALUES (p_key, v_back.guarantor_id, 'sent', p_now, 'ach', v_back.bank_account_kind, v_back.bank_name,
    v_back.bank_last4, v_back.bank_token, v_back.bank_fingerprint, (p_debit->>'originateOn')::date,
    (p_debit->>'effectiveOn')::date, v_back.amount_cents, p_now, v_back.taken_by, v_back.workstation_id, v_back.call_id,
    v_back.verification_id, p_now + p_lease, 'run', v_retry.first_key);
  INSERT INTO payment_allocation (payment_key, charge_id, amount_cents)
  SELECT p_key, charge_id, amount_cents FROM payment_allocation WHERE payment_key = p_returned_key;
  UPDATE account SET held_by = p_key WHERE account_id IN
    (SELECT account_id FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = p_key);
  INSERT INTO scheduled_attempt (payment_key, authorisation_id, occurrence, tried_at, run_on)
  VALUES (p_key, v_retry.authorisation_id, v_retry.occurrence, p_now, p_today);
  UPDATE ach_retry SET state = 'made', state_at = p_now, payment_key = p_key WHERE returned_key = p_returned_key;
  RETURN jsonb_build_object('outcome', 'claimed', 'payment', (SELECT to_jsonb(payment) FROM payment WHERE key = p_key),
    'region', (SELECT region FROM guarantor WHERE guarantor_id = v_back.guarantor_id), 'parts', payment_parts(p_key));
END
$$;
