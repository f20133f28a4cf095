-- Autopay of a payment plan: an authorisation that belongs to the plan. What it takes is made from the plan's own open
-- instalments, day by day, and weighed again under the plan's lock before anything is taken.

ALTER TABLE authorisation DROP CONSTRAINT authorisation_kind_check,
  ADD CONSTRAINT authorisation_kind_check CHECK (kind IN ('once', 'series', 'autopay', 'plan'));
CREATE UNIQUE INDEX authorisation_one_of_a_plan ON authorisation (guarantor_id) WHERE kind = 'plan' AND state = 'active';

-- Which instalment of which plan it is, 1 for the first: taken by one of them, whichever authorisation it is under.
ALTER TABLE scheduled_payment
  ADD COLUMN plan_id    uuid REFERENCES payment_plan,
  ADD COLUMN instalment smallint CHECK (instalment > 0),
  -- Its amount or its day is not what was authorised, so that it is announced before it is taken.
  ADD COLUMN varies     boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT scheduled_payment_of_a_plan CHECK ((plan_id IS NULL) = (instalment IS NULL)
    AND (plan_id IS NULL OR statement_number IS NULL));
CREATE UNIQUE INDEX scheduled_payment_one_per_instalment ON scheduled_payment (plan_id, instalment)
  WHERE state IN ('waiting', 'sent', 'paid');

DROP TRIGGER scheduled_payment_was_announced ON scheduled_payment;
CREATE TRIGGER scheduled_payment_was_announced AFTER UPDATE OF state ON scheduled_payment
  FOR EACH ROW WHEN (NEW.state = 'sent' AND (NEW.statement_number IS NOT NULL OR NEW.varies))
  EXECUTE FUNCTION refuse_unannounced();

-- The day on which a plan counts it as paid. Nobody who is debited owes more because banks were closed on the due date, a
-- notice was late or a debit is tried again: it is the due date, unless interest was billed beyond that already; null:
-- the day it was taken.
ALTER TABLE scheduled_attempt ADD COLUMN counts_on date;

CREATE FUNCTION note_counting_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.counts_on := (SELECT agreed_on FROM scheduled_payment AS each
    WHERE authorisation_id = NEW.authorisation_id AND occurrence = NEW.occurrence AND plan_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM plan_charge WHERE plan_charge.plan_id = each.plan_id AND earned_to > agreed_on));
  RETURN NEW;
END
$$;
CREATE TRIGGER scheduled_attempt_counts BEFORE INSERT ON scheduled_attempt FOR EACH ROW
  EXECUTE FUNCTION note_counting_day();

-- The plan that goes on from another, whose terms were changed; itself where they were not.
CREATE FUNCTION plan_followed(p_plan_id uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE followed AS (
    SELECT p_plan_id AS plan_id, 0 AS step
    UNION ALL
    SELECT change_id, step + 1 FROM followed JOIN plan_change USING (plan_id)
    WHERE kind = 'recast' AND agreed_at IS NOT NULL)
  SELECT plan_id FROM followed ORDER BY step DESC LIMIT 1
$$;

-- As before; what a plan pays over time is not taken with the statement that it was on, too.
CREATE OR REPLACE FUNCTION takeable_charges(p_guarantor_id text, p_ledger text, p_statement_number text)
RETURNS TABLE (charge_id uuid, open_cents bigint, running_cents bigint) LANGUAGE sql STABLE AS $$
  SELECT charge_id, open_cents, (sum(open_cents) OVER
    (ORDER BY coalesce(due_on, DATE '9999-12-31'), serviced_on, charge_id))::bigint
  FROM charge JOIN account USING (account_id)
  WHERE charge.guarantor_id = p_guarantor_id AND account.ledger = p_ledger AND open_cents > 0
    AND (p_statement_number IS NULL OR (statement_number = p_statement_number
      AND NOT EXISTS (SELECT FROM plan_charge JOIN payment_plan USING (plan_id)
        WHERE plan_charge.charge_id = charge.charge_id AND payment_plan.state = 'active')))
    AND NOT EXISTS (SELECT FROM dispute WHERE dispute.charge_id = charge.charge_id AND dispute.closed_on IS NULL)
$$;

-- What a payment to come may be laid on: a plan's own charges, its interest first, or as for any other.
CREATE FUNCTION scheduled_charges(p_guarantor_id text, p scheduled_payment)
RETURNS TABLE (charge_id uuid, open_cents bigint, running_cents bigint) LANGUAGE sql STABLE AS $$
  SELECT * FROM takeable_charges(p_guarantor_id, p.ledger, p.statement_number) WHERE p.plan_id IS NULL
  UNION ALL
  SELECT charge_id, open_cents, (sum(open_cents) OVER (ORDER BY part, serviced_on, charge_id))::bigint
  FROM plan_charge JOIN charge USING (charge_id)
  WHERE plan_id = p.plan_id AND open_cents > 0
    AND NOT EXISTS (SELECT FROM dispute WHERE dispute.charge_id = charge.charge_id AND dispute.closed_on IS NULL)
$$;

-- As before, and for an instalment of a plan: p_at_most is what is its own on the day, reckoned under the locks of the
-- plan. Without it nothing of a plan is taken.
DROP FUNCTION claim_run_payment;
CREATE FUNCTION claim_run_payment(p_authorisation_id uuid, p_occurrence text, p_key uuid, p_today date,
  p_debit jsonb, p_lease interval, p_now timestamptz, p_at_most bigint DEFAULT NULL)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_authorisation authorisation;
  v_scheduled     scheduled_payment;
  v_amount        bigint;
  v_allocations   jsonb;
  v_returned      text;
BEGIN
  SELECT * INTO STRICT v_authorisation FROM authorisation WHERE authorisation_id = p_authorisation_id FOR UPDATE;
  SELECT * INTO STRICT v_scheduled FROM scheduled_payment
  WHERE authorisation_id = p_authorisation_id AND occurrence = p_occurrence FOR UPDATE;
  IF v_authorisation.state <> 'active' OR v_scheduled.state <> 'waiting' OR v_scheduled.try_on > p_today THEN
    RETURN jsonb_build_object('outcome', 'passed');
  END IF;
  IF v_scheduled.plan_id IS NOT NULL AND (p_at_most IS NULL OR NOT EXISTS
    (SELECT FROM payment_plan WHERE plan_id = v_scheduled.plan_id AND state = 'active')) THEN
    RETURN jsonb_build_object('outcome', 'passed');
  END IF;
  SELECT return_code INTO v_returned FROM stored_method JOIN blocked_bank_account USING (fingerprint)
  WHERE method_id = v_authorisation.method_id AND kind = 'ach';
  IF FOUND THEN
    PERFORM end_authorisation(p_authorisation_id, 'stopped', v_returned, p_now);
    INSERT INTO authorisation_event (authorisation_id, at, kind, occurrence, why)
    VALUES (p_authorisation_id, p_now, 'stopped', p_occurrence, v_returned);
    RETURN jsonb_build_object('outcome', 'passed');
  END IF;
  PERFORM FROM account WHERE guarantor_id = v_authorisation.guarantor_id ORDER BY account_id FOR UPDATE;

  SELECT least(v_scheduled.amount_cents, (v_authorisation.terms->>'capCents')::bigint, p_at_most,
    coalesce(max(running_cents), 0)) INTO v_amount
  FROM scheduled_charges(v_authorisation.guarantor_id, v_scheduled);
  IF v_amount = 0 THEN
    UPDATE scheduled_payment SET state = 'skipped', state_at = p_now, state_why = 'nothing was open any more'
    WHERE authorisation_id = p_authorisation_id AND occurrence = p_occurrence;
    RETURN jsonb_build_object('outcome', 'passed');
  END IF;
  -- The oldest first, as shared/payments/allocation.ts has it.
  SELECT jsonb_agg(jsonb_build_object('chargeId', charge_id,
    'amountCents', least(open_cents, v_amount - (running_cents - open_cents)))) INTO v_allocations
  FROM scheduled_charges(v_authorisation.guarantor_id, v_scheduled)
  WHERE running_cents - open_cents < v_amount;
  IF EXISTS (
    SELECT FROM split_payment(v_authorisation.guarantor_id, v_amount, v_allocations)
    JOIN account USING (account_id) WHERE held_by IS NOT NULL
  ) THEN RETURN jsonb_build_object('outcome', 'held'); END IF;

  -- Like a desk's request, so that its key can be heard once and its reply is kept.
  INSERT INTO payment_request (key, fingerprint, heard_at)
  VALUES (p_key, format('run:%s:%s', p_authorisation_id, p_occurrence), p_now);
  INSERT INTO payment (key, guarantor_id, state, state_at, method_kind, card_brand, card_last4, card_token,
    card_fingerprint, bank_account_kind, bank_name, bank_last4, bank_token, bank_fingerprint, originate_on,
    effective_on, amount_cents, taken_at, taken_by, workstation_id, call_id, verification_id, claimed_until, source)
  SELECT p_key, v_authorisation.guarantor_id, 'sent', p_now, kind, card_brand, card_last4,
    CASE kind WHEN 'card' THEN token END, CASE kind WHEN 'card' THEN fingerprint END,
    bank_account_kind, bank_name, bank_last4,
    CASE kind WHEN 'ach' THEN token END, CASE kind WHEN 'ach' THEN fingerprint END,
    CASE kind WHEN 'ach' THEN (p_debit->>'originateOn')::date END, CASE kind WHEN 'ach' THEN (p_debit->>'effectiveOn')::date END,
    v_amount, p_now,
    v_authorisation.user_id, v_authorisation.workstation_id, v_authorisation.call_id, v_authorisation.verification_id,
    p_now + p_lease, 'run'
  FROM stored_method WHERE method_id = v_authorisation.method_id;
  INSERT INTO payment_allocation (payment_key, charge_id, amount_cents)
  SELECT p_key, charge_id, amount_cents FROM split_payment(v_authorisation.guarantor_id, v_amount, v_allocations);
  UPDATE account SET held_by = p_key WHERE account_id IN
    (SELECT account_id FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = p_key);
  INSERT INTO scheduled_attempt (payment_key, authorisation_id, occurrence, tried_at, run_on)
  VALUES (p_key, p_authorisation_id, p_occurrence, p_now, p_today);
  UPDATE scheduled_payment SET state = 'sent', state_at = p_now, state_why = NULL, payment_key = p_key
  WHERE authorisation_id = p_authorisation_id AND occurrence = p_occurrence;
  RETURN jsonb_build_object('outcome', 'claimed', 'payment', (SELECT to_jsonb(payment) FROM payment WHERE key = p_key),
    'region', (SELECT region FROM guarantor WHERE guarantor_id = v_authorisation.guarantor_id),
    'parts', payment_parts(p_key));
END
$$;

-- That autopay ended with its plan is told in writing; what has run out by itself, as it was agreed, is not.
ALTER TABLE letter
  DROP CONSTRAINT letter_of_an_event_has_it,
  DROP CONSTRAINT letter_of_an_authorisation_has_it,
  ADD CONSTRAINT letter_of_an_event_has_it
    CHECK ((kind IN ('made', 'changed', 'skipped', 'revoked', 'stopped', 'finished')) = (event_id IS NOT NULL)),
  ADD CONSTRAINT letter_of_an_authorisation_has_it CHECK (authorisation_id IS NOT NULL
    OR kind NOT IN ('notice', 'made', 'changed', 'skipped', 'revoked', 'stopped', 'finished'));
DROP TRIGGER authorisation_event_is_sent ON authorisation_event;
CREATE TRIGGER authorisation_event_is_sent AFTER INSERT ON authorisation_event
  FOR EACH ROW WHEN (NEW.kind <> 'signed' AND (NEW.kind <> 'finished' OR NEW.why IS NOT NULL))
  EXECUTE FUNCTION order_event_letter();

-- As before; p_refused says why an instalment of a plan is not tried again, weighed under the locks of the plan.
DROP FUNCTION claim_ach_retry;
CREATE FUNCTION claim_ach_retry(p_returned_key uuid, p_key uuid, p_today date, p_debit jsonb, p_lease interval,
  p_now timestamptz, p_refused text DEFAULT NULL) RETURNS jsonb
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
  v_why := coalesce(p_refused, ach_retry_refused(v_retry, p_today));
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
