-- What is kept pays on a call, too: a card or bank account of stored_method is charged without being captured
-- again, may be kept by its holder's word alone, and goes when its holder says so.

-- Kept by an authorisation that stands, or by `consent`: which words were agreed to, in which language, when, and
-- where the yes can be heard. A security code is never part of it. What its holder has removed pays nothing from
-- that moment on; its token is deleted where it means something (at the processor, or the sealed number here),
-- which is committed first, asked for until it is done, and then noted as forgotten_at.
ALTER TABLE stored_method
  ALTER COLUMN token DROP NOT NULL,
  ADD COLUMN consent         jsonb,
  ADD COLUMN removed_at      timestamptz,
  ADD COLUMN removed_by      text REFERENCES user_account,
  ADD COLUMN removed_on_call uuid,
  ADD COLUMN forget_at       timestamptz,
  ADD COLUMN forgotten_at    timestamptz,
  ADD CONSTRAINT removal_is_somebodys CHECK ((removed_at IS NULL) = (removed_by IS NULL)
    AND (removed_at IS NULL) = (removed_on_call IS NULL) AND (removed_at IS NULL) = (forget_at IS NULL)),
  ADD CONSTRAINT forgotten_with_its_token CHECK ((forgotten_at IS NULL) = (token IS NOT NULL)
    AND (forgotten_at IS NULL OR removed_at IS NOT NULL));
CREATE INDEX stored_method_to_forget ON stored_method (forget_at) WHERE removed_at IS NOT NULL AND forgotten_at IS NULL;

-- By which kept method it was paid on a call; null for what was captured for it.
ALTER TABLE payment ADD COLUMN stored_method_id uuid REFERENCES stored_method;

-- Whether it may be used: its holder agreed to its being kept, or to payments that are still to come.
CREATE FUNCTION is_kept(m stored_method) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT m.removed_at IS NULL AND (m.consent IS NOT NULL OR EXISTS
    (SELECT FROM authorisation WHERE authorisation.method_id = m.method_id AND authorisation.state = 'active'))
$$;

-- The sandbox processor's vault: what is forgotten pays no more. How a card came to be charged is told to it, as
-- the networks ask: entered for this charge, or kept, and then by whose wish.
ALTER TABLE sandbox_processor.card_token ADD COLUMN forgotten_at timestamptz;
ALTER TABLE sandbox_processor.attempt ADD COLUMN credential text NOT NULL DEFAULT 'entered'
  CHECK (credential IN ('entered', 'kept_by_customer', 'kept_by_merchant'));

-- As before, and for what is kept, which only its guarantor's own callers may use. p_rules->'months' holds the
-- month it is in each region; p_rules->'debits' holds, for the region of each guarantor, what is
-- wrong with the authorisation there, or the two days of the debit (see backend/payments/debit-rules.ts).
CREATE OR REPLACE FUNCTION payment_refusal(p_order jsonb, p_rules jsonb, p_now timestamptz) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_amount      bigint := (p_order->>'amountCents')::bigint;
  v_guarantor   text := p_order->>'guarantorId';
  v_allocations jsonb := nullif(p_order->'allocation', '"oldest_first"');
  v_parts       jsonb;
  v_fingerprint text;
  v_good        text;
  v_fault       text;
  v_split       bigint;
  v_too_much    boolean;
BEGIN
  IF NOT EXISTS (
    SELECT FROM verification
    WHERE verification_id = (p_order->>'verificationId')::uuid AND guarantor_id = v_guarantor
      AND call_id = (p_order->>'callId')::uuid AND begun_by = p_order->>'userId'
      AND state = 'verified' AND begun_at > p_now - (p_rules->>'verificationGoodFor')::interval
  ) THEN RETURN 'not_verified'; END IF;

  IF p_order ? 'methodId' THEN
    SELECT coalesce(bank.fingerprint, kept.fingerprint), kept.good_through INTO v_fingerprint, v_good
    FROM stored_method AS kept LEFT JOIN bank_account AS bank ON kept.kind = 'ach' AND bank.token = kept.token
    WHERE kept.method_id = (p_order->>'methodId')::uuid AND kept.kind = p_order->>'kind'
      AND kept.guarantor_id = v_guarantor AND is_kept(kept)
      AND EXISTS (SELECT FROM verification
        WHERE verification_id = (p_order->>'verificationId')::uuid AND discloses = 'everything');
    IF NOT FOUND THEN RETURN 'method_not_found'; END IF;
    IF v_good < (SELECT p_rules->'months'->>region FROM guarantor WHERE guarantor_id = v_guarantor) THEN
      RETURN 'stored_card_expired';
    END IF;
  ELSE
    SELECT fingerprint INTO v_fingerprint FROM (
      SELECT 'card' AS kind, token, fingerprint, workstation_id, used_by, expires_at FROM card_token
      UNION ALL
      SELECT 'ach', token, fingerprint, workstation_id, used_by, expires_at FROM bank_account WHERE NOT standing
    ) AS kept
    WHERE kind = p_order->>'kind' AND token = p_order->>'token' AND workstation_id = (p_order->>'workstationId')::uuid
      AND used_by IS NULL AND expires_at > p_now;
    IF NOT FOUND THEN RETURN 'token_unknown'; END IF;
  END IF;

  IF p_order->>'kind' = 'ach' THEN
    IF EXISTS (SELECT FROM blocked_bank_account WHERE fingerprint = v_fingerprint) THEN RETURN 'bank_account_blocked'; END IF;
    SELECT p_rules->'debits'->region->>'fault' INTO v_fault FROM guarantor WHERE guarantor_id = v_guarantor;
    IF v_fault IS NOT NULL THEN RETURN v_fault; END IF;
  END IF;

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

-- As before; the token of what is kept is taken from stored_method, locked, and never from whoever asks.
CREATE OR REPLACE FUNCTION claim_payment(p_key uuid, p_fingerprint text, p_order jsonb, p_rules jsonb, p_now timestamptz)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_guarantor   text := p_order->>'guarantorId';
  v_allocations jsonb := nullif(p_order->'allocation', '"oldest_first"');
  v_agreed      jsonb := p_order->'authorisation';
  v_method      uuid := (p_order->>'methodId')::uuid;
  v_token       text := p_order->>'token';
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
      WHEN v_request.refusal IS NOT NULL THEN jsonb_build_object('outcome', 'refused', 'code', v_request.refusal)
      ELSE jsonb_build_object('outcome', 'heard', 'reply', v_request.reply)
    END;
  END IF;

  PERFORM FROM account WHERE guarantor_id = v_guarantor ORDER BY account_id FOR UPDATE;
  IF v_method IS NOT NULL THEN
    SELECT token INTO v_token FROM stored_method WHERE method_id = v_method AND guarantor_id = v_guarantor FOR UPDATE;
  END IF;
  PERFORM FROM card_token WHERE token = v_token FOR UPDATE;
  PERFORM FROM bank_account WHERE token = v_token FOR UPDATE;
  v_refusal := payment_refusal(p_order, p_rules, p_now);
  IF EXISTS (SELECT FROM payment WHERE key = p_key) THEN v_refusal := 'key_reused'; END IF;
  IF v_refusal IS NOT NULL THEN
    UPDATE payment_request SET refusal = v_refusal WHERE key = p_key;
    RETURN jsonb_build_object('outcome', 'refused', 'code', v_refusal);
  END IF;

  INSERT INTO payment (key, guarantor_id, state, state_at, method_kind, card_brand, card_last4, card_token,
    card_fingerprint, bank_account_kind, bank_name, bank_last4, bank_token, bank_fingerprint, originate_on,
    effective_on, amount_cents, amount_only, taken_at, taken_by, workstation_id, call_id, verification_id,
    claimed_until, source, stored_method_id)
  SELECT p_key, v_guarantor, 'sent', p_now, p_order->>'kind',
    coalesce(card.brand, kept.card_brand), coalesce(card.last4, kept.card_last4), coalesce(card.token, kept.token),
    coalesce(card.fingerprint, kept.fingerprint),
    bank.account_kind, bank.bank_name, bank.last4, bank.token, bank.fingerprint,
    (p_rules->'debits'->guarantor.region->>'originateOn')::date, (p_rules->'debits'->guarantor.region->>'effectiveOn')::date,
    (p_order->>'amountCents')::bigint, verification.discloses = 'amount_only', p_now, p_order->>'userId',
    (p_order->>'workstationId')::uuid, verification.call_id, verification.verification_id,
    p_now + (p_rules->>'lease')::interval, 'desk', v_method
  FROM verification JOIN guarantor USING (guarantor_id)
    LEFT JOIN card_token AS card ON p_order->>'kind' = 'card' AND v_method IS NULL AND card.token = v_token
    LEFT JOIN stored_method AS kept ON p_order->>'kind' = 'card' AND kept.method_id = v_method
    LEFT JOIN bank_account AS bank ON p_order->>'kind' = 'ach' AND bank.token = v_token
  WHERE verification_id = (p_order->>'verificationId')::uuid;
  INSERT INTO payment_allocation (payment_key, charge_id, amount_cents)
  SELECT p_key, charge_id, amount_cents FROM split_payment(v_guarantor, (p_order->>'amountCents')::bigint, v_allocations);
  UPDATE account SET held_by = p_key WHERE account_id IN
    (SELECT account_id FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = p_key);
  IF p_order->>'kind' = 'card' THEN
    UPDATE card_token SET used_by = p_key WHERE token = v_token AND v_method IS NULL;
  ELSE
    UPDATE bank_account SET used_by = p_key WHERE token = v_token AND v_method IS NULL;
    INSERT INTO tel_authorisation (payment_key, bank_token, language, wording_version, debit_on, amount_cents, agreed_at,
      recording_reference, payer_name, acknowledged, keep_until)
    VALUES (p_key, v_token, v_agreed->>'language', v_agreed->>'wordingVersion', (v_agreed->>'debitOn')::date,
      (v_agreed->>'amountCents')::bigint, (v_agreed->>'agreedAt')::timestamptz, v_agreed->>'recordingReference',
      v_agreed->>'payerName', ARRAY(SELECT jsonb_array_elements_text(v_agreed->'acknowledged')),
      ((v_agreed->>'agreedAt')::timestamptz AT TIME ZONE 'UTC' + interval '2 years 1 day')::date);
  END IF;
  RETURN jsonb_build_object('outcome', 'claimed', 'payment', (SELECT to_jsonb(payment) FROM payment WHERE key = p_key),
    'region', (SELECT region FROM guarantor WHERE guarantor_id = v_guarantor), 'parts', payment_parts(p_key));
END
$$;
