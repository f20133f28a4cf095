-- An outcome that nobody knows holds its accounts on every desk. A supervisor may override it, with a
-- reason: the hold goes, so that another payment may start, and nothing else. The first stays unknown and
-- is asked after as before. When it turns out approved after all, the money has moved twice; what finds
-- nothing open any more is owed back to the guarantor and stands in the ledger as an unapplied credit.

-- Who let another payment start while the outcome of this one was open, when and why. Only ever added to.
CREATE TABLE payment_override (
  payment_key    uuid PRIMARY KEY REFERENCES payment,
  overridden_at  timestamptz NOT NULL,
  overridden_by  text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  reason         text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500)
);
CREATE TRIGGER payment_override_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_override
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- How often the processor was asked and stayed silent.
ALTER TABLE payment ADD COLUMN asked_in_vain int NOT NULL DEFAULT 0 CHECK (asked_in_vain >= 0);

-- What of a part found nothing open on its charge when the payment was approved.
ALTER TABLE payment_allocation ADD COLUMN unapplied_cents bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT unapplied_is_part_of_it CHECK (unapplied_cents BETWEEN 0 AND amount_cents);
CREATE INDEX payment_allocation_unapplied ON payment_allocation (payment_key) WHERE unapplied_cents > 0;

ALTER TABLE access_event DROP CONSTRAINT access_event_action_check,
  ADD CONSTRAINT access_event_action_check CHECK (action IN ('found', 'verification_begun', 'factor_answered',
    'balance_read', 'record_unlocked', 'exception_listed', 'outcome_overridden',
    'found_in_copy', 'balance_read_in_copy'));

ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_event_check,
  ADD CONSTRAINT ledger_entry_event_check CHECK (event IN ('charge_billed', 'premium_billed', 'late_fee_billed',
    'insurance_paid', 'adjusted', 'earlier_payment', 'card_payment_approved', 'card_payment_voided', 'credit_applied')),
  ADD CONSTRAINT credit_is_of_a_payment CHECK (payment_key IS NOT NULL OR event <> 'credit_applied');
ALTER TABLE ledger_line DROP CONSTRAINT ledger_line_ledger_account_check,
  ADD CONSTRAINT ledger_line_ledger_account_check CHECK (ledger_account IN ('medical_receivable', 'premium_receivable',
    'medical_revenue', 'premium_revenue', 'late_fee_revenue', 'contractual_adjustment', 'insurance_clearing',
    'card_clearing', 'earlier_payments_clearing', 'unapplied_credit'));

-- One credit may be applied in several steps; everything else happens to a payment once.
DROP INDEX ledger_entry_once_per_payment;
CREATE UNIQUE INDEX ledger_entry_once_per_payment ON ledger_entry (payment_key, event)
  WHERE payment_key IS NOT NULL AND event <> 'credit_applied';
CREATE INDEX ledger_entry_by_payment ON ledger_entry (payment_key) WHERE payment_key IS NOT NULL;

-- Lets another payment start although the outcome of this one is open: one of
--   {"outcome": "overridden", "isNew": …, "override": …}   the accounts are free, now or since an earlier word
--   {"outcome": "refused", "code": …}                      nothing was written
CREATE FUNCTION override_payment(p_key uuid, p_by jsonb, p_reason text, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_payment  payment;
  v_override payment_override;
  v_is_new   boolean := false;
BEGIN
  SELECT payment.* INTO v_payment FROM payment JOIN guarantor USING (guarantor_id)
  WHERE key = p_key AND p_by->'regions' ? region FOR UPDATE OF payment;
  IF NOT FOUND THEN RETURN jsonb_build_object('outcome', 'refused', 'code', 'payment_not_found'); END IF;
  IF v_payment.taken_by = p_by->>'userId' THEN RETURN jsonb_build_object('outcome', 'refused', 'code', 'not_allowed'); END IF;

  SELECT * INTO v_override FROM payment_override WHERE payment_key = p_key;
  IF NOT FOUND THEN
    IF v_payment.state <> 'unknown' THEN
      RETURN jsonb_build_object('outcome', 'refused', 'code', CASE v_payment.state
        WHEN 'sent' THEN 'still_in_flight' WHEN 'declined' THEN 'outcome_declined'
        WHEN 'not_charged' THEN 'outcome_not_charged' ELSE 'outcome_approved' END);
    END IF;
    INSERT INTO payment_override (payment_key, overridden_at, overridden_by, workstation_id, reason)
    VALUES (p_key, p_now, p_by->>'userId', (p_by->>'workstationId')::uuid, p_reason) RETURNING * INTO v_override;
    PERFORM FROM account WHERE guarantor_id = v_payment.guarantor_id ORDER BY account_id FOR UPDATE;
    UPDATE account SET held_by = NULL WHERE held_by = p_key;
    v_is_new := true;
  END IF;
  RETURN jsonb_build_object('outcome', 'overridden', 'isNew', v_is_new, 'override', jsonb_build_object(
    'key', p_key, 'at', v_override.overridden_at, 'by', v_override.overridden_by, 'reason', v_override.reason,
    'guarantorId', v_payment.guarantor_id, 'callId', v_payment.call_id));
END
$$;

-- Whether the same payer paid the same amount on the same account lately, or may have: in all, or as the
-- part of a payment that was split. p_parts holds the new one's cents by account.
CREATE FUNCTION is_paid_again(p_guarantor_id text, p_amount_cents bigint, p_parts jsonb, p_since timestamptz)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM (
      SELECT payment.key, payment.amount_cents AS whole_cents, charge.account_id, sum(part.amount_cents) AS part_cents
      FROM payment JOIN payment_allocation AS part ON part.payment_key = payment.key JOIN charge USING (charge_id)
      WHERE payment.guarantor_id = p_guarantor_id AND payment.taken_at > p_since
        AND payment.state NOT IN ('declined', 'not_charged', 'returned', 'voided', 'refunded', 'expired')
      GROUP BY payment.key, charge.account_id
    ) AS earlier
    WHERE p_parts ? account_id::text
      AND (whole_cents = p_amount_cents OR part_cents = (p_parts->>account_id::text)::bigint)
  )
$$;

-- As before, but never over care and coverage at once: the first ledger that comes up is the one that is
-- paid, so what an order puts on the other is missing from its sum and refused.
CREATE OR REPLACE FUNCTION split_payment(p_guarantor_id text, p_amount_cents bigint, p_allocations jsonb)
RETURNS TABLE (charge_id uuid, account_id uuid, ledger text, open_cents bigint, amount_cents bigint)
LANGUAGE sql STABLE AS $$
  WITH wanted AS (
    SELECT charge.charge_id, charge.account_id, account.ledger, charge.open_cents, item.amount_cents,
      row_number() OVER (ORDER BY coalesce(charge.due_on, DATE '9999-12-31'), charge.serviced_on, charge.charge_id) AS place
    FROM charge JOIN account USING (account_id) LEFT JOIN (
      SELECT (each->>'chargeId')::uuid AS charge_id, sum((each->>'amountCents')::bigint)::bigint AS amount_cents
      FROM jsonb_array_elements(p_allocations) AS each GROUP BY 1
    ) AS item USING (charge_id)
    WHERE charge.guarantor_id = p_guarantor_id AND account.guarantor_id = p_guarantor_id
      AND CASE WHEN p_allocations IS NULL THEN charge.open_cents > 0 ELSE item.charge_id IS NOT NULL END
  ), queue AS (
    SELECT wanted.*, sum(wanted.open_cents) OVER (ORDER BY place) AS running_cents FROM wanted
    WHERE wanted.ledger = (SELECT first.ledger FROM wanted AS first ORDER BY place LIMIT 1)
  )
  SELECT queue.charge_id, queue.account_id, queue.ledger, queue.open_cents, coalesce(queue.amount_cents,
    least(queue.open_cents, p_amount_cents - (queue.running_cents - queue.open_cents))::bigint)
  FROM queue
  WHERE p_allocations IS NOT NULL OR queue.running_cents - queue.open_cents < p_amount_cents
$$;

-- As before, but for the repeats: an open payment, from which a supervisor took the hold, may be one too.
CREATE OR REPLACE FUNCTION payment_refusal(p_order jsonb, p_rules jsonb, p_now timestamptz) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_amount      bigint := (p_order->>'amountCents')::bigint;
  v_guarantor   text := p_order->>'guarantorId';
  v_allocations jsonb := nullif(p_order->'allocation', '"oldest_first"');
  v_parts       jsonb;
  v_fingerprint text;
  v_split       bigint;
  v_too_much    boolean;
BEGIN
  IF NOT EXISTS (
    SELECT FROM verification
    WHERE verification_id = (p_order->>'verificationId')::uuid AND guarantor_id = v_guarantor
      AND call_id = (p_order->>'callId')::uuid AND begun_by = p_order->>'userId'
      AND state = 'verified' AND begun_at > p_now - (p_rules->>'verificationGoodFor')::interval
  ) THEN RETURN 'not_verified'; END IF;

  SELECT fingerprint INTO v_fingerprint FROM card_token
  WHERE token = p_order->>'token' AND workstation_id = (p_order->>'workstationId')::uuid
    AND used_by IS NULL AND expires_at > p_now;
  IF NOT FOUND THEN RETURN 'token_unknown'; END IF;

  SELECT coalesce(sum(cents), 0), coalesce(jsonb_object_agg(account_id, cents), '{}'), coalesce(bool_or(too_much), false)
  INTO v_split, v_parts, v_too_much
  FROM (
    SELECT account_id, sum(amount_cents) AS cents, bool_or(amount_cents > open_cents) AS too_much
    FROM split_payment(v_guarantor, v_amount, v_allocations) GROUP BY account_id
  ) AS by_account;
  IF EXISTS (SELECT FROM account WHERE v_parts ? account_id::text AND guarantor_id = v_guarantor AND held_by IS NOT NULL) THEN
    RETURN 'account_held';
  END IF;
  IF v_too_much OR (v_allocations IS NULL AND v_split < v_amount)
    OR v_amount > (SELECT coalesce(sum(open_cents), 0) FROM charge WHERE guarantor_id = v_guarantor) THEN
    RETURN 'amount_over_balance';
  END IF;
  IF v_split <> v_amount THEN RETURN 'allocation_mismatch'; END IF;

  IF NOT (p_order->>'duplicateAcknowledged')::boolean
    AND is_paid_again(v_guarantor, v_amount, v_parts, p_now - (p_rules->>'duplicateWithin')::interval)
  THEN RETURN 'duplicate_suspected'; END IF;

  IF EXISTS (
    SELECT FROM payment
    WHERE card_fingerprint = v_fingerprint AND state = 'declined'
      AND state_at > p_now - (p_rules->>'declinesWithin')::interval
    HAVING bool_or(p_rules->'hardDeclines' ? decline) OR count(*) >= (p_rules->>'declinesBeforeRefusal')::int
  ) THEN RETURN 'retry_refused'; END IF;

  RETURN NULL;
END
$$;

-- Writes an entry with its lines, and what they change on charges and accounts. p_sign: 1 when the
-- lines pay, -1 when they take a payment back. What of a part is unapplied goes to (or comes out of) the
-- guarantor's credit instead of the receivable, and changes neither charge nor account.
CREATE OR REPLACE FUNCTION enter_payment(p_key uuid, p_event text, p_entry_id uuid, p_lines jsonb, p_sign int, p_now timestamptz, p_today date)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entry (entry_id, guarantor_id, event, entered_at, payment_key)
  SELECT p_entry_id, guarantor_id, p_event, p_now, key FROM payment WHERE key = p_key;
  INSERT INTO ledger_line (entry_id, line_number, ledger_account, account_id, charge_id, debit_cents, credit_cents)
  SELECT p_entry_id, row_number() OVER (ORDER BY number, share.ledger_account = 'unapplied_credit'), share.ledger_account,
    (line->>'accountId')::uuid, (line->>'chargeId')::uuid,
    CASE WHEN debit_cents > 0 THEN share.cents ELSE 0 END, CASE WHEN credit_cents > 0 THEN share.cents ELSE 0 END
  FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS lines (line, number)
    CROSS JOIN LATERAL (SELECT (line->>'debitCents')::bigint AS debit_cents, (line->>'creditCents')::bigint AS credit_cents) AS side
    CROSS JOIN LATERAL (SELECT coalesce((SELECT unapplied_cents FROM payment_allocation
      WHERE payment_key = p_key AND charge_id = (line->>'chargeId')::uuid
        AND line->>'ledgerAccount' IN ('medical_receivable', 'premium_receivable')), 0) AS unapplied_cents) AS part
    CROSS JOIN LATERAL (VALUES
      (line->>'ledgerAccount', debit_cents + credit_cents - unapplied_cents),
      ('unapplied_credit', unapplied_cents)
    ) AS share (ledger_account, cents)
  WHERE share.cents > 0;
  IF (SELECT sum(debit_cents) FROM ledger_line WHERE entry_id = p_entry_id)
    IS DISTINCT FROM (SELECT amount_cents FROM payment WHERE key = p_key) THEN
    RAISE EXCEPTION 'the lines do not add up to the payment' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE charge SET paid_cents = paid_cents + p_sign * (part.amount_cents - part.unapplied_cents),
    closed_on = CASE WHEN open_cents = p_sign * (part.amount_cents - part.unapplied_cents) THEN p_today END
  FROM payment_allocation AS part
  WHERE part.payment_key = p_key AND charge.charge_id = part.charge_id AND part.amount_cents > part.unapplied_cents;
  UPDATE account SET balance_cents = balance_cents - p_sign * part.applied_cents
  FROM (SELECT account_id, sum(payment_allocation.amount_cents - unapplied_cents) AS applied_cents
    FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = p_key GROUP BY account_id) AS part
  WHERE account.account_id = part.account_id AND part.applied_cents > 0;
END
$$;

-- What the processor said, once. Closing a closed payment changes nothing. Gives the payment's state
-- after it and the reply that is kept for its key (null while the outcome is unknown).
--   p_outcome: {"state", "why", "decline", "confirmation", "postingOn", "today", "entryId", "lines", "reply", "askAgainAt"}
CREATE OR REPLACE FUNCTION close_payment(p_key uuid, p_outcome jsonb, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_payment payment;
  v_to      text := p_outcome->>'state';
BEGIN
  SELECT * INTO STRICT v_payment FROM payment WHERE key = p_key FOR UPDATE;
  IF v_payment.state NOT IN ('sent', 'unknown') THEN
    NULL;
  ELSIF v_to = 'unknown' THEN
    UPDATE payment SET state = 'unknown', state_why = p_outcome->>'why',
      state_at = CASE state WHEN 'unknown' THEN state_at ELSE p_now END,
      claimed_until = (p_outcome->>'askAgainAt')::timestamptz, asked_in_vain = asked_in_vain + 1
    WHERE key = p_key;
  ELSE
    UPDATE payment SET state = v_to, state_at = p_now, state_why = p_outcome->>'why', claimed_until = NULL,
      decline = p_outcome->>'decline', confirmation = p_outcome->>'confirmation',
      posting_on = (p_outcome->>'postingOn')::date
    WHERE key = p_key;
    -- Two payments on one bill may close at once after an override: what is open is weighed one by one.
    PERFORM FROM account WHERE guarantor_id = v_payment.guarantor_id ORDER BY account_id FOR UPDATE;
    IF v_to = 'approved' THEN
      UPDATE payment_allocation AS part SET unapplied_cents = part.amount_cents - charge.open_cents
      FROM charge
      WHERE part.payment_key = p_key AND charge.charge_id = part.charge_id AND part.amount_cents > charge.open_cents;
      PERFORM enter_payment(p_key, 'card_payment_approved', (p_outcome->>'entryId')::uuid, p_outcome->'lines', 1,
        p_now, (p_outcome->>'today')::date);
    END IF;
    UPDATE account SET held_by = NULL WHERE held_by = p_key;
    UPDATE payment_request SET reply = p_outcome->'reply' WHERE key = p_key;
  END IF;
  RETURN (SELECT jsonb_build_object('state', payment.state, 'reply', payment_request.reply)
    FROM payment LEFT JOIN payment_request USING (key) WHERE key = p_key);
END
$$;

-- Charges that a void has opened again are paid out of what was paid twice on them: nobody is asked for
-- money that is already here.
CREATE FUNCTION apply_credit(p_voided_key uuid, p_now timestamptz, p_today date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_credit record;
  v_cents  bigint;
  v_entry  uuid;
BEGIN
  FOR v_credit IN
    SELECT part.payment_key, part.charge_id, part.unapplied_cents, payment.guarantor_id, account_id, ledger
    FROM payment_allocation AS part JOIN payment ON payment.key = part.payment_key
      JOIN charge USING (charge_id) JOIN account USING (account_id)
    WHERE part.charge_id IN (SELECT charge_id FROM payment_allocation WHERE payment_key = p_voided_key)
      AND part.unapplied_cents > 0 AND payment.state IN ('approved', 'posted', 'settled')
    ORDER BY payment.taken_at, part.payment_key, part.charge_id
  LOOP
    SELECT least(v_credit.unapplied_cents, open_cents) INTO v_cents FROM charge WHERE charge_id = v_credit.charge_id;
    CONTINUE WHEN v_cents = 0;
    INSERT INTO ledger_entry (entry_id, guarantor_id, event, entered_at, payment_key)
    VALUES (gen_random_uuid(), v_credit.guarantor_id, 'credit_applied', p_now, v_credit.payment_key)
    RETURNING entry_id INTO v_entry;
    INSERT INTO ledger_line (entry_id, line_number, ledger_account, account_id, charge_id, debit_cents, credit_cents) VALUES
      (v_entry, 1, 'unapplied_credit', v_credit.account_id, v_credit.charge_id, v_cents, 0),
      (v_entry, 2, v_credit.ledger || '_receivable', v_credit.account_id, v_credit.charge_id, 0, v_cents);
    UPDATE payment_allocation SET unapplied_cents = unapplied_cents - v_cents
    WHERE payment_key = v_credit.payment_key AND charge_id = v_credit.charge_id;
    UPDATE charge SET paid_cents = paid_cents + v_cents, closed_on = CASE WHEN open_cents = v_cents THEN p_today END
    WHERE charge_id = v_credit.charge_id;
    UPDATE account SET balance_cents = balance_cents - v_cents WHERE account_id = v_credit.account_id;
  END LOOP;
END
$$;

-- After the processor has given the money back: the reversal, once.
DROP FUNCTION close_void(uuid, uuid, jsonb, timestamptz);
CREATE FUNCTION close_void(p_key uuid, p_entry_id uuid, p_lines jsonb, p_now timestamptz, p_today date) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment SET state = 'voided', state_at = p_now, state_why = void_reason, claimed_until = NULL
  WHERE key = p_key AND state = 'approved' AND void_asked_at IS NOT NULL;
  IF FOUND THEN
    PERFORM FROM account WHERE guarantor_id = (SELECT guarantor_id FROM payment WHERE key = p_key)
    ORDER BY account_id FOR UPDATE;
    PERFORM enter_payment(p_key, 'card_payment_voided', p_entry_id, p_lines, -1, p_now, NULL);
    PERFORM apply_credit(p_key, p_now, p_today);
  END IF;
END
$$;
