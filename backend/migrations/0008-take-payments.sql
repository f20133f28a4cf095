-- A payment touches the database twice: claim_payment before the processor is asked, close_payment
-- after. Each is one call, so each is one transaction and one round trip.

-- How an amount is split: by hand as given, or oldest first (null) by the rule of
-- shared/payments/allocation.ts, which a test holds this against.
CREATE FUNCTION split_payment(p_guarantor_id text, p_amount_cents bigint, p_allocations jsonb)
RETURNS TABLE (charge_id uuid, account_id uuid, ledger text, open_cents bigint, amount_cents bigint)
LANGUAGE sql STABLE AS $$
  SELECT charge.charge_id, charge.account_id, account.ledger, charge.open_cents, part.amount_cents
  FROM charge JOIN account USING (account_id) JOIN (
    SELECT (item->>'chargeId')::uuid AS charge_id, sum((item->>'amountCents')::bigint)::bigint AS amount_cents
    FROM jsonb_array_elements(p_allocations) AS item GROUP BY 1
    UNION ALL
    SELECT queue.charge_id, least(queue.open_cents, p_amount_cents - (queue.running_cents - queue.open_cents))::bigint
    FROM (
      SELECT each.charge_id, each.open_cents, sum(each.open_cents) OVER
        (ORDER BY coalesce(each.due_on, DATE '9999-12-31'), each.serviced_on, each.charge_id) AS running_cents
      FROM charge AS each WHERE each.guarantor_id = p_guarantor_id AND each.open_cents > 0
    ) AS queue
    WHERE p_allocations IS NULL AND queue.running_cents - queue.open_cents < p_amount_cents
  ) AS part USING (charge_id)
  WHERE charge.guarantor_id = p_guarantor_id AND account.guarantor_id = p_guarantor_id
$$;

-- Why a payment may not be taken, as a code of the contract; null when it may. Runs while the
-- guarantor's accounts are locked. p_rules holds the policy's numbers (see backend/payments/claim.ts).
CREATE FUNCTION payment_refusal(p_order jsonb, p_rules jsonb, p_now timestamptz) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_amount      bigint := (p_order->>'amountCents')::bigint;
  v_guarantor   text := p_order->>'guarantorId';
  v_allocations jsonb := nullif(p_order->'allocation', '"oldest_first"');
  v_accounts    uuid[];
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

  SELECT coalesce(sum(amount_cents), 0), array_agg(DISTINCT account_id), coalesce(bool_or(amount_cents > open_cents), false)
  INTO v_split, v_accounts, v_too_much FROM split_payment(v_guarantor, v_amount, v_allocations);
  IF EXISTS (SELECT FROM account WHERE account_id = ANY (v_accounts) AND held_by IS NOT NULL) THEN
    RETURN 'account_held';
  END IF;
  IF v_too_much OR v_amount > (SELECT coalesce(sum(open_cents), 0) FROM charge WHERE guarantor_id = v_guarantor) THEN
    RETURN 'amount_over_balance';
  END IF;
  IF v_split <> v_amount THEN RETURN 'allocation_mismatch'; END IF;

  IF NOT (p_order->>'duplicateAcknowledged')::boolean AND EXISTS (
    SELECT FROM payment
    JOIN payment_allocation ON payment_key = key JOIN charge USING (charge_id)
    WHERE payment.guarantor_id = v_guarantor AND payment.amount_cents = v_amount
      AND state IN ('approved', 'posted', 'settled') AND charge.account_id = ANY (v_accounts)
      AND taken_at > p_now - (p_rules->>'duplicateWithin')::interval
  ) THEN RETURN 'duplicate_suspected'; END IF;

  IF EXISTS (
    SELECT FROM payment
    WHERE card_fingerprint = v_fingerprint AND state = 'declined'
      AND state_at > p_now - (p_rules->>'declinesWithin')::interval
    HAVING bool_or(p_rules->'hardDeclines' ? decline) OR count(*) >= (p_rules->>'declinesBeforeRefusal')::int
  ) THEN RETURN 'retry_refused'; END IF;

  RETURN NULL;
END
$$;

-- The parts of a payment with what the ledger has to know of each.
CREATE FUNCTION payment_parts(p_key uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(jsonb_build_object('accountId', account_id, 'chargeId', charge_id, 'ledger', ledger,
    'amountCents', payment_allocation.amount_cents) ORDER BY charge_id)
  FROM payment_allocation JOIN charge USING (charge_id) JOIN account USING (account_id)
  WHERE payment_key = p_key
$$;

-- Before the processor hears of it: one of
--   {"outcome": "claimed"}                  the payment stands as `sent` and holds its accounts
--   {"outcome": "heard", "reply": …|null}   the same request was here before, with its reply if it has one
--   {"outcome": "refused", "code": …}       nothing was written
CREATE FUNCTION claim_payment(p_key uuid, p_fingerprint text, p_order jsonb, p_rules jsonb, p_now timestamptz)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_guarantor   text := p_order->>'guarantorId';
  v_allocations jsonb := nullif(p_order->'allocation', '"oldest_first"');
  v_request     payment_request;
  v_refusal     text;
BEGIN
  -- Two at once under one key: the second waits here until the first has committed.
  INSERT INTO payment_request (key, fingerprint, heard_at) VALUES (p_key, p_fingerprint, p_now) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT * INTO v_request FROM payment_request WHERE key = p_key;
    RETURN CASE
      WHEN v_request.abandoned_at IS NOT NULL THEN jsonb_build_object('outcome', 'refused', 'code', 'key_abandoned')
      WHEN v_request.fingerprint <> p_fingerprint THEN jsonb_build_object('outcome', 'refused', 'code', 'key_reused')
      ELSE jsonb_build_object('outcome', 'heard', 'reply', v_request.reply)
    END;
  END IF;

  PERFORM FROM account WHERE guarantor_id = v_guarantor ORDER BY account_id FOR UPDATE;
  PERFORM FROM card_token WHERE token = p_order->>'token' FOR UPDATE;
  v_refusal := payment_refusal(p_order, p_rules, p_now);
  IF EXISTS (SELECT FROM payment WHERE key = p_key) THEN v_refusal := 'key_reused'; END IF;
  IF v_refusal IS NOT NULL THEN
    DELETE FROM payment_request WHERE key = p_key;
    RETURN jsonb_build_object('outcome', 'refused', 'code', v_refusal);
  END IF;

  INSERT INTO payment (key, guarantor_id, state, state_at, method_kind, card_brand, card_last4, card_token,
    card_fingerprint, amount_cents, amount_only, taken_at, taken_by, workstation_id, call_id, verification_id,
    claimed_until, source)
  SELECT p_key, v_guarantor, 'sent', p_now, 'card', card.brand, card.last4, card.token, card.fingerprint,
    (p_order->>'amountCents')::bigint, verification.discloses = 'amount_only', p_now, p_order->>'userId',
    (p_order->>'workstationId')::uuid, verification.call_id, verification.verification_id,
    p_now + (p_rules->>'lease')::interval, 'desk'
  FROM card_token AS card, verification
  WHERE card.token = p_order->>'token' AND verification_id = (p_order->>'verificationId')::uuid;
  INSERT INTO payment_allocation (payment_key, charge_id, amount_cents)
  SELECT p_key, charge_id, amount_cents FROM split_payment(v_guarantor, (p_order->>'amountCents')::bigint, v_allocations);
  UPDATE account SET held_by = p_key WHERE account_id IN
    (SELECT account_id FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = p_key);
  UPDATE card_token SET used_by = p_key WHERE token = p_order->>'token';
  RETURN jsonb_build_object('outcome', 'claimed', 'payment', (SELECT to_jsonb(payment) FROM payment WHERE key = p_key),
    'region', (SELECT region FROM guarantor WHERE guarantor_id = v_guarantor), 'parts', payment_parts(p_key));
END
$$;

-- Writes an entry with its lines, and what they change on charges and accounts. p_sign: 1 when the
-- lines pay, -1 when they take a payment back.
CREATE FUNCTION enter_payment(p_key uuid, p_event text, p_entry_id uuid, p_lines jsonb, p_sign int, p_now timestamptz, p_today date)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entry (entry_id, guarantor_id, event, entered_at, payment_key)
  SELECT p_entry_id, guarantor_id, p_event, p_now, key FROM payment WHERE key = p_key;
  INSERT INTO ledger_line (entry_id, line_number, ledger_account, account_id, charge_id, debit_cents, credit_cents)
  SELECT p_entry_id, number, line->>'ledgerAccount', (line->>'accountId')::uuid, (line->>'chargeId')::uuid,
    (line->>'debitCents')::bigint, (line->>'creditCents')::bigint
  FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS lines (line, number);
  IF (SELECT sum(debit_cents) FROM ledger_line WHERE entry_id = p_entry_id)
    IS DISTINCT FROM (SELECT amount_cents FROM payment WHERE key = p_key) THEN
    RAISE EXCEPTION 'the lines do not add up to the payment' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE charge SET paid_cents = paid_cents + p_sign * part.amount_cents,
    closed_on = CASE WHEN open_cents = p_sign * part.amount_cents THEN p_today END
  FROM payment_allocation AS part WHERE part.payment_key = p_key AND charge.charge_id = part.charge_id;
  UPDATE account SET balance_cents = balance_cents - p_sign * part.amount_cents
  FROM (SELECT account_id, sum(payment_allocation.amount_cents) AS amount_cents
    FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = p_key GROUP BY account_id) AS part
  WHERE account.account_id = part.account_id;
END
$$;

-- What the processor said, once. Closing a closed payment changes nothing. Gives the payment's state
-- after it and the reply that is kept for its key (null while the outcome is unknown).
--   p_outcome: {"state", "why", "decline", "confirmation", "postingOn", "today", "entryId", "lines", "reply", "askAgainAt"}
CREATE FUNCTION close_payment(p_key uuid, p_outcome jsonb, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_state text;
  v_to    text := p_outcome->>'state';
BEGIN
  SELECT state INTO STRICT v_state FROM payment WHERE key = p_key FOR UPDATE;
  IF v_state NOT IN ('sent', 'unknown') THEN
    NULL;
  ELSIF v_to = 'unknown' THEN
    UPDATE payment SET state = 'unknown', state_why = p_outcome->>'why',
      state_at = CASE state WHEN 'unknown' THEN state_at ELSE p_now END,
      claimed_until = (p_outcome->>'askAgainAt')::timestamptz
    WHERE key = p_key;
  ELSE
    UPDATE payment SET state = v_to, state_at = p_now, state_why = p_outcome->>'why', claimed_until = NULL,
      decline = p_outcome->>'decline', confirmation = p_outcome->>'confirmation',
      posting_on = (p_outcome->>'postingOn')::date
    WHERE key = p_key;
    IF v_to = 'approved' THEN
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

-- After the processor has given the money back: the reversal, once.
CREATE FUNCTION close_void(p_key uuid, p_entry_id uuid, p_lines jsonb, p_now timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment SET state = 'voided', state_at = p_now, state_why = void_reason, claimed_until = NULL
  WHERE key = p_key AND state = 'approved' AND void_asked_at IS NOT NULL;
  IF FOUND THEN
    PERFORM enter_payment(p_key, 'card_payment_voided', p_entry_id, p_lines, -1, p_now, NULL);
  END IF;
END
$$;
