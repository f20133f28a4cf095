-- ACH debits agreed on a call: the vault of bank accounts, what was authorised, and the two round trips of
-- a payment, which card and bank account now share.

-- A bank account as it was given. Its number is sealed (AES-256-GCM, under a key that is not in the
-- database), because the file for the bank needs it days later. The fingerprint, keyed as well, tells that
-- two tokens are the same account. A token pays once, under one key, unless a standing authorisation uses it.
CREATE TABLE bank_account (
  token                 text PRIMARY KEY,
  account_kind          text NOT NULL CHECK (account_kind IN ('checking', 'savings')),
  routing_number        text NOT NULL CHECK (routing_number ~ '^\d{9}$'),
  bank_name             text NOT NULL CHECK (length(bank_name) BETWEEN 1 AND 80),
  account_number_sealed bytea NOT NULL,
  last4                 text NOT NULL CHECK (last4 ~ '^\d{2,4}$'),
  holder_name           text NOT NULL CHECK (length(holder_name) BETWEEN 2 AND 80),
  fingerprint           text NOT NULL,
  user_id               text NOT NULL REFERENCES user_account,
  workstation_id        uuid NOT NULL REFERENCES workstation,
  kept_at               timestamptz NOT NULL,
  expires_at            timestamptz NOT NULL,
  used_by               uuid,
  -- Held by an authorisation for more than one payment: it outlives its fifteen minutes.
  standing              boolean NOT NULL DEFAULT false
);
CREATE INDEX bank_account_unused ON bank_account (expires_at) WHERE used_by IS NULL AND NOT standing;

-- Accounts that a bank sent back as closed, unknown or not to be debited: never again.
CREATE TABLE blocked_bank_account (
  fingerprint text PRIMARY KEY,
  return_code text NOT NULL CHECK (return_code ~ '^R\d{2}$'),
  blocked_at  timestamptz NOT NULL,
  payment_key uuid REFERENCES payment
);

-- originate_on: the business day with whose files it goes to the bank, and until whose cut-off it may be
-- voided; effective_on: the business day on which it is debited and settles (shared/ach/debit-dates.ts).
ALTER TABLE payment
  DROP CONSTRAINT payment_bank_last4_check,
  ADD CONSTRAINT payment_bank_last4_check CHECK (bank_last4 ~ '^\d{2,4}$'),
  ADD COLUMN originate_on date,
  ADD COLUMN effective_on date,
  ADD CONSTRAINT debit_has_its_days CHECK ((originate_on IS NULL) = (effective_on IS NULL)
    AND (originate_on IS NULL OR method_kind = 'ach') AND originate_on < effective_on);
CREATE INDEX payment_to_originate ON payment (originate_on) WHERE method_kind = 'ach' AND state = 'approved';

-- What the payer agreed to on the recorded call. Kept two years from the day it was given (Nacha, TEL).
CREATE TABLE tel_authorisation (
  payment_key         uuid PRIMARY KEY REFERENCES payment,
  bank_token          text NOT NULL REFERENCES bank_account,
  language            text NOT NULL CHECK (language IN ('en', 'es')),
  wording_version     text NOT NULL,
  debit_on            date NOT NULL,
  amount_cents        bigint NOT NULL CHECK (amount_cents > 0),
  agreed_at           timestamptz NOT NULL,
  recording_reference text NOT NULL,
  payer_name          text NOT NULL,
  acknowledged        text[] NOT NULL CHECK (cardinality(acknowledged) = 8 AND acknowledged @> ARRAY['debit_on',
    'amount', 'consumer_name', 'account', 'questions_number', 'authorised_on', 'one_time', 'revocation']),
  keep_until          date NOT NULL
);
CREATE TRIGGER tel_authorisation_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON tel_authorisation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- As before, for cards and bank accounts. p_rules->'debits' holds, for the region of each guarantor, what is
-- wrong with the authorisation there, or the two days of the debit (see backend/payments/debit-rules.ts).
CREATE OR REPLACE FUNCTION payment_refusal(p_order jsonb, p_rules jsonb, p_now timestamptz) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_amount      bigint := (p_order->>'amountCents')::bigint;
  v_guarantor   text := p_order->>'guarantorId';
  v_allocations jsonb := nullif(p_order->'allocation', '"oldest_first"');
  v_parts       jsonb;
  v_fingerprint text;
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

  SELECT fingerprint INTO v_fingerprint FROM (
    SELECT 'card' AS kind, token, fingerprint, workstation_id, used_by, expires_at FROM card_token
    UNION ALL
    SELECT 'ach', token, fingerprint, workstation_id, used_by, expires_at FROM bank_account WHERE NOT standing
  ) AS kept
  WHERE kind = p_order->>'kind' AND token = p_order->>'token' AND workstation_id = (p_order->>'workstationId')::uuid
    AND used_by IS NULL AND expires_at > p_now;
  IF NOT FOUND THEN RETURN 'token_unknown'; END IF;

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

-- As before, for cards and bank accounts; an ACH debit is claimed together with its authorisation.
CREATE OR REPLACE FUNCTION claim_payment(p_key uuid, p_fingerprint text, p_order jsonb, p_rules jsonb, p_now timestamptz)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_guarantor   text := p_order->>'guarantorId';
  v_allocations jsonb := nullif(p_order->'allocation', '"oldest_first"');
  v_agreed      jsonb := p_order->'authorisation';
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
  PERFORM FROM bank_account WHERE token = p_order->>'token' FOR UPDATE;
  v_refusal := payment_refusal(p_order, p_rules, p_now);
  IF EXISTS (SELECT FROM payment WHERE key = p_key) THEN v_refusal := 'key_reused'; END IF;
  IF v_refusal IS NOT NULL THEN
    UPDATE payment_request SET refusal = v_refusal WHERE key = p_key;
    RETURN jsonb_build_object('outcome', 'refused', 'code', v_refusal);
  END IF;

  INSERT INTO payment (key, guarantor_id, state, state_at, method_kind, card_brand, card_last4, card_token,
    card_fingerprint, bank_account_kind, bank_name, bank_last4, bank_token, bank_fingerprint, originate_on,
    effective_on, amount_cents, amount_only, taken_at, taken_by, workstation_id, call_id, verification_id,
    claimed_until, source)
  SELECT p_key, v_guarantor, 'sent', p_now, p_order->>'kind', card.brand, card.last4, card.token, card.fingerprint,
    bank.account_kind, bank.bank_name, bank.last4, bank.token, bank.fingerprint,
    (p_rules->'debits'->guarantor.region->>'originateOn')::date, (p_rules->'debits'->guarantor.region->>'effectiveOn')::date,
    (p_order->>'amountCents')::bigint, verification.discloses = 'amount_only', p_now, p_order->>'userId',
    (p_order->>'workstationId')::uuid, verification.call_id, verification.verification_id,
    p_now + (p_rules->>'lease')::interval, 'desk'
  FROM verification JOIN guarantor USING (guarantor_id)
    LEFT JOIN card_token AS card ON p_order->>'kind' = 'card' AND card.token = p_order->>'token'
    LEFT JOIN bank_account AS bank ON p_order->>'kind' = 'ach' AND bank.token = p_order->>'token'
  WHERE verification_id = (p_order->>'verificationId')::uuid;
  INSERT INTO payment_allocation (payment_key, charge_id, amount_cents)
  SELECT p_key, charge_id, amount_cents FROM split_payment(v_guarantor, (p_order->>'amountCents')::bigint, v_allocations);
  UPDATE account SET held_by = p_key WHERE account_id IN
    (SELECT account_id FROM payment_allocation JOIN charge USING (charge_id) WHERE payment_key = p_key);
  IF p_order->>'kind' = 'card' THEN
    UPDATE card_token SET used_by = p_key WHERE token = p_order->>'token';
  ELSE
    UPDATE bank_account SET used_by = p_key WHERE token = p_order->>'token';
    INSERT INTO tel_authorisation (payment_key, bank_token, language, wording_version, debit_on, amount_cents, agreed_at,
      recording_reference, payer_name, acknowledged, keep_until)
    VALUES (p_key, p_order->>'token', v_agreed->>'language', v_agreed->>'wordingVersion', (v_agreed->>'debitOn')::date,
      (v_agreed->>'amountCents')::bigint, (v_agreed->>'agreedAt')::timestamptz, v_agreed->>'recordingReference',
      v_agreed->>'payerName', ARRAY(SELECT jsonb_array_elements_text(v_agreed->'acknowledged')),
      ((v_agreed->>'agreedAt')::timestamptz AT TIME ZONE 'UTC' + interval '2 years 1 day')::date);
  END IF;
  RETURN jsonb_build_object('outcome', 'claimed', 'payment', (SELECT to_jsonb(payment) FROM payment WHERE key = p_key),
    'region', (SELECT region FROM guarantor WHERE guarantor_id = v_guarantor), 'parts', payment_parts(p_key));
END
$$;

-- As before; the ledger's event is that of the payment's method.
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
      PERFORM enter_payment(p_key, v_payment.method_kind || '_payment_approved', (p_outcome->>'entryId')::uuid,
        p_outcome->'lines', 1, p_now, (p_outcome->>'today')::date);
    END IF;
    UPDATE account SET held_by = NULL WHERE held_by = p_key;
    UPDATE payment_request SET reply = p_outcome->'reply' WHERE key = p_key;
  END IF;
  RETURN (SELECT jsonb_build_object('state', payment.state, 'reply', payment_request.reply)
    FROM payment LEFT JOIN payment_request USING (key) WHERE key = p_key);
END
$$;

-- As before; the ledger's event is that of the payment's method.
CREATE OR REPLACE FUNCTION close_void(p_key uuid, p_entry_id uuid, p_lines jsonb, p_now timestamptz, p_today date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_payment payment;
BEGIN
  UPDATE payment SET state = 'voided', state_at = p_now, state_why = void_reason, claimed_until = NULL
  WHERE key = p_key AND state = 'approved' AND void_asked_at IS NOT NULL RETURNING * INTO v_payment;
  IF FOUND THEN
    PERFORM FROM account WHERE guarantor_id = v_payment.guarantor_id ORDER BY account_id FOR UPDATE;
    PERFORM enter_payment(p_key, v_payment.method_kind || '_payment_voided', p_entry_id, p_lines, -1, p_now, NULL);
    PERFORM apply_credit(p_key, p_now, p_today);
  END IF;
END
$$;

-- As before; a payment that is on its way to the bank has a credit like any other.
CREATE OR REPLACE FUNCTION apply_credit(p_voided_key uuid, p_now timestamptz, p_today date) RETURNS void
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
      AND part.unapplied_cents > 0 AND payment.state IN ('approved', 'originated', 'posted', 'settled')
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
