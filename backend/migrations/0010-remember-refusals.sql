-- A refusal is the last word under its key. The desk takes it for one and tells the caller that nothing
-- was charged; a copy of the request that the network brings later, when the bill is no longer held or
-- the balance is larger again, must not charge after all.

ALTER TABLE payment_request ADD COLUMN refusal text,
  ADD CONSTRAINT refused_without_reply CHECK (refusal IS NULL OR (fingerprint IS NOT NULL AND reply IS NULL));

-- Before the processor hears of it: one of
--   {"outcome": "claimed"}                  the payment stands as `sent` and holds its accounts
--   {"outcome": "heard", "reply": …|null}   the same request was here before, with its reply if it has one
--   {"outcome": "refused", "code": …}       no payment, and none under this key later
CREATE OR REPLACE FUNCTION claim_payment(p_key uuid, p_fingerprint text, p_order jsonb, p_rules jsonb, p_now timestamptz)
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
      WHEN v_request.refusal IS NOT NULL THEN jsonb_build_object('outcome', 'refused', 'code', v_request.refusal)
      ELSE jsonb_build_object('outcome', 'heard', 'reply', v_request.reply)
    END;
  END IF;

  PERFORM FROM account WHERE guarantor_id = v_guarantor ORDER BY account_id FOR UPDATE;
  PERFORM FROM card_token WHERE token = p_order->>'token' FOR UPDATE;
  v_refusal := payment_refusal(p_order, p_rules, p_now);
  IF EXISTS (SELECT FROM payment WHERE key = p_key) THEN v_refusal := 'key_reused'; END IF;
  IF v_refusal IS NOT NULL THEN
    UPDATE payment_request SET refusal = v_refusal WHERE key = p_key;
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
