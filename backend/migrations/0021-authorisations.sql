-- What payers authorised to be taken later without another call: one date, a series, autopay of statements.

-- A card or bank account kept for an authorisation: a token of the vault, never a number or security code.
CREATE TABLE stored_method (
  method_id         uuid PRIMARY KEY,
  guarantor_id      text NOT NULL REFERENCES guarantor,
  kind              text NOT NULL CHECK (kind IN ('card', 'ach')),
  token             text NOT NULL UNIQUE,
  fingerprint       text NOT NULL,
  card_brand        text CHECK (card_brand IN ('visa', 'mastercard', 'american-express', 'discover')),
  card_last4        text CHECK (card_last4 ~ '^\d{4}$'),
  good_through      text CHECK (good_through ~ '^20\d{2}-(0[1-9]|1[0-2])$'),
  bank_account_kind text CHECK (bank_account_kind IN ('checking', 'savings')),
  bank_name         text CHECK (length(bank_name) BETWEEN 1 AND 80),
  bank_last4        text CHECK (bank_last4 ~ '^\d{2,4}$'),
  kept_at           timestamptz NOT NULL,
  CHECK ((kind = 'card') = (card_brand IS NOT NULL) AND (kind = 'card') = (card_last4 IS NOT NULL)
    AND (kind = 'card') = (good_through IS NOT NULL)),
  CHECK ((kind = 'ach') = (bank_account_kind IS NOT NULL) AND (kind = 'ach') = (bank_name IS NOT NULL)
    AND (kind = 'ach') = (bank_last4 IS NOT NULL))
);
CREATE INDEX stored_method_by_guarantor ON stored_method (guarantor_id);

-- As it stands now; how it came to that is in authorisation_event. `terms` and `agreement` are those of
-- shared/authorisations.
CREATE TABLE authorisation (
  authorisation_id uuid PRIMARY KEY,
  guarantor_id     text NOT NULL REFERENCES guarantor,
  method_id        uuid NOT NULL REFERENCES stored_method,
  kind             text NOT NULL CHECK (kind IN ('once', 'series', 'autopay')),
  version          int NOT NULL DEFAULT 1 CHECK (version > 0),
  terms            jsonb NOT NULL CHECK (terms->>'kind' = kind),
  agreement        jsonb NOT NULL,
  state            text NOT NULL CHECK (state IN ('active', 'revoked', 'stopped', 'finished')),
  state_at         timestamptz NOT NULL,
  state_why        text,
  made_at          timestamptz NOT NULL,
  -- The date of that in the guarantor's zone: autopay takes statements that are due after it.
  made_on          date NOT NULL,
  user_id          text NOT NULL REFERENCES user_account,
  workstation_id   uuid NOT NULL REFERENCES workstation,
  call_id          uuid NOT NULL,
  verification_id  uuid NOT NULL REFERENCES verification
);
CREATE INDEX authorisation_by_guarantor ON authorisation (guarantor_id, made_at);
CREATE INDEX authorisation_active ON authorisation (guarantor_id) WHERE state = 'active';
CREATE UNIQUE INDEX authorisation_one_autopay ON authorisation (guarantor_id, (terms->>'ledger'))
  WHERE kind = 'autopay' AND state = 'active';

-- Who did what to it and when, with the terms and the agreement of that moment. Kept two years and more.
CREATE TABLE authorisation_event (
  event_id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authorisation_id uuid NOT NULL REFERENCES authorisation,
  at               timestamptz NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('made', 'changed', 'skipped', 'revoked', 'stopped', 'finished')),
  terms            jsonb,
  agreement        jsonb,
  occurrence       text,
  why              text,
  user_id          text REFERENCES user_account,
  workstation_id   uuid REFERENCES workstation,
  call_id          uuid,
  CHECK ((kind IN ('made', 'changed')) = (terms IS NOT NULL AND agreement IS NOT NULL)),
  CHECK ((user_id IS NULL) = (kind IN ('stopped', 'finished')))
);
CREATE INDEX authorisation_event_by_authorisation ON authorisation_event (authorisation_id, at);
CREATE TRIGGER authorisation_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON authorisation_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The written copy that the payer gets of what was agreed (12 CFR 1005.10(b)), for the mail room to send.
CREATE TABLE authorisation_copy (
  event_id   uuid PRIMARY KEY REFERENCES authorisation_event,
  written_at timestamptz NOT NULL,
  sent_at    timestamptz
);
CREATE INDEX authorisation_copy_unsent ON authorisation_copy (written_at) WHERE sent_at IS NULL;

CREATE FUNCTION write_authorisation_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO authorisation_copy (event_id, written_at) VALUES (NEW.event_id, NEW.at);
  RETURN NULL;
END
$$;
CREATE TRIGGER authorisation_copy_written AFTER INSERT ON authorisation_event FOR EACH ROW
  WHEN (NEW.kind IN ('made', 'changed')) EXECUTE FUNCTION write_authorisation_copy();

-- One payment that is to come. It is one row whatever happens to it, so that it is made once; what is care,
-- or coverage, of a statement is taken by one of them, whichever authorisation it is under.
CREATE TABLE scheduled_payment (
  authorisation_id uuid NOT NULL REFERENCES authorisation,
  occurrence       text NOT NULL CHECK (occurrence ~ '^[\w-]{1,40}$'),
  ledger           text NOT NULL CHECK (ledger IN ('medical', 'premium')),
  statement_number text REFERENCES statement,
  agreed_on        date NOT NULL,
  pay_on           date NOT NULL,
  -- What was agreed, or what the notice said: the most that is taken.
  amount_cents     bigint NOT NULL CHECK (amount_cents > 0),
  try_on           date NOT NULL,
  declines         smallint NOT NULL DEFAULT 0,
  state            text NOT NULL CHECK (state IN ('waiting', 'sent', 'paid', 'skipped', 'failed')),
  state_at         timestamptz NOT NULL,
  state_why        text,
  -- The latest attempt.
  payment_key      uuid REFERENCES payment,
  PRIMARY KEY (authorisation_id, occurrence),
  CHECK (state NOT IN ('sent', 'paid') OR payment_key IS NOT NULL)
);
CREATE UNIQUE INDEX scheduled_payment_one_per_statement ON scheduled_payment (statement_number, ledger)
  WHERE state IN ('waiting', 'sent', 'paid');
CREATE INDEX scheduled_payment_to_try ON scheduled_payment (try_on) WHERE state = 'waiting';
CREATE INDEX scheduled_payment_sent ON scheduled_payment (payment_key) WHERE state = 'sent';

-- Each key under which one was tried.
CREATE TABLE scheduled_attempt (
  payment_key      uuid PRIMARY KEY REFERENCES payment,
  authorisation_id uuid NOT NULL,
  occurrence       text NOT NULL,
  tried_at         timestamptz NOT NULL,
  -- The region's day that the run was for.
  run_on           date NOT NULL,
  FOREIGN KEY (authorisation_id, occurrence) REFERENCES scheduled_payment
);
CREATE INDEX scheduled_attempt_by_payment ON scheduled_attempt (authorisation_id, occurrence);
CREATE INDEX scheduled_attempt_by_day ON scheduled_attempt (run_on);
CREATE TRIGGER scheduled_attempt_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON scheduled_attempt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Notices of varying amounts (12 CFR 1005.10(d)), for the mail room to send.
CREATE TABLE payment_notice (
  authorisation_id uuid NOT NULL,
  occurrence       text NOT NULL,
  guarantor_id     text NOT NULL REFERENCES guarantor,
  language         text NOT NULL CHECK (language IN ('en', 'es')),
  amount_cents     bigint NOT NULL CHECK (amount_cents > 0),
  pay_on           date NOT NULL,
  written_at       timestamptz NOT NULL,
  sent_at          timestamptz,
  PRIMARY KEY (authorisation_id, occurrence),
  FOREIGN KEY (authorisation_id, occurrence) REFERENCES scheduled_payment
);
CREATE INDEX payment_notice_unsent ON payment_notice (written_at) WHERE sent_at IS NULL;

-- What a run could not do by itself, for a supervisor.
CREATE TABLE authorisation_exception (
  authorisation_id uuid NOT NULL,
  occurrence       text NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('hard_decline', 'declined_too_often', 'payment_returned')),
  payment_key      uuid NOT NULL REFERENCES payment,
  opened_at        timestamptz NOT NULL,
  closed_at        timestamptz,
  closed_by        text REFERENCES user_account,
  CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  PRIMARY KEY (authorisation_id, occurrence, kind),
  FOREIGN KEY (authorisation_id, occurrence) REFERENCES scheduled_payment
);
CREATE INDEX authorisation_exception_open ON authorisation_exception (opened_at) WHERE closed_at IS NULL;

-- How a stored method is shown: shared/billing/payment-method.ts.
CREATE FUNCTION stored_method_shown(m stored_method) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE m.kind
    WHEN 'card' THEN jsonb_build_object('kind', 'card', 'brand', m.card_brand, 'last4', m.card_last4)
    ELSE jsonb_build_object('kind', 'ach', 'accountKind', m.bank_account_kind, 'bankName', m.bank_name,
      'last4', m.bank_last4) END
$$;

-- What may be taken unasked: a guarantor's open charges of one ledger, of one statement or of all (null);
-- not what is disputed.
CREATE FUNCTION takeable_charges(p_guarantor_id text, p_ledger text, p_statement_number text)
RETURNS TABLE (charge_id uuid, open_cents bigint, running_cents bigint) LANGUAGE sql STABLE AS $$
  SELECT charge_id, open_cents, (sum(open_cents) OVER
    (ORDER BY coalesce(due_on, DATE '9999-12-31'), serviced_on, charge_id))::bigint
  FROM charge JOIN account USING (account_id)
  WHERE charge.guarantor_id = p_guarantor_id AND account.ledger = p_ledger AND open_cents > 0
    AND (p_statement_number IS NULL OR statement_number = p_statement_number)
    AND NOT EXISTS (SELECT FROM dispute WHERE dispute.charge_id = charge.charge_id AND dispute.closed_on IS NULL)
$$;

CREATE FUNCTION takeable_cents(p_guarantor_id text, p_ledger text, p_statement_number text) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT coalesce(max(running_cents), 0) FROM takeable_charges(p_guarantor_id, p_ledger, p_statement_number)
$$;

-- The first round trip of a scheduled payment, as claim_payment is of a call's: weighs it under the locks
-- of its authorisation and its guarantor's accounts, and commits the payment as `sent` under p_key before
-- the processor hears of it. One of
--   {"outcome": "claimed"}  with what closePayment needs
--   {"outcome": "passed"}   not to be taken, or by somebody else just now; what is certain is written down
--   {"outcome": "held"}     another payment of these accounts is open: later
-- p_debit: {"originateOn", "effectiveOn"} of a debit that is claimed now.
CREATE FUNCTION claim_run_payment(p_authorisation_id uuid, p_occurrence text, p_key uuid, p_today date,
  p_debit jsonb, p_lease interval, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
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
  SELECT return_code INTO v_returned FROM stored_method JOIN blocked_bank_account USING (fingerprint)
  WHERE method_id = v_authorisation.method_id AND kind = 'ach';
  IF FOUND THEN
    PERFORM end_authorisation(p_authorisation_id, 'stopped', v_returned, p_now);
    INSERT INTO authorisation_event (authorisation_id, at, kind, occurrence, why)
    VALUES (p_authorisation_id, p_now, 'stopped', p_occurrence, v_returned);
    RETURN jsonb_build_object('outcome', 'passed');
  END IF;
  PERFORM FROM account WHERE guarantor_id = v_authorisation.guarantor_id ORDER BY account_id FOR UPDATE;

  v_amount := least(v_scheduled.amount_cents, (v_authorisation.terms->>'capCents')::bigint,
    takeable_cents(v_authorisation.guarantor_id, v_scheduled.ledger, v_scheduled.statement_number));
  IF v_amount = 0 THEN
    UPDATE scheduled_payment SET state = 'skipped', state_at = p_now, state_why = 'nothing was open any more'
    WHERE authorisation_id = p_authorisation_id AND occurrence = p_occurrence;
    RETURN jsonb_build_object('outcome', 'passed');
  END IF;
  -- The oldest first, as shared/payments/allocation.ts has it.
  SELECT jsonb_agg(jsonb_build_object('chargeId', charge_id,
    'amountCents', least(open_cents, v_amount - (running_cents - open_cents)))) INTO v_allocations
  FROM takeable_charges(v_authorisation.guarantor_id, v_scheduled.ledger, v_scheduled.statement_number)
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

-- Ends an authorisation, and what of it was not sent yet.
CREATE FUNCTION end_authorisation(p_authorisation_id uuid, p_state text, p_why text, p_now timestamptz) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE authorisation SET state = p_state, state_at = p_now, state_why = p_why
  WHERE authorisation_id = p_authorisation_id AND state = 'active';
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE scheduled_payment SET state = 'skipped', state_at = p_now, state_why = coalesce(p_why, p_state)
  WHERE authorisation_id = p_authorisation_id AND state = 'waiting';
  RETURN true;
END
$$;

-- The sandbox processor's vault: a card kept for later pays many times, each under a key of its own.
ALTER TABLE sandbox_processor.card_token ADD COLUMN stored_from text UNIQUE;
ALTER TABLE sandbox_processor.attempt ADD COLUMN stored boolean NOT NULL DEFAULT false;
DROP INDEX sandbox_processor.attempt_uses_token_once;
CREATE UNIQUE INDEX attempt_uses_token_once ON sandbox_processor.attempt (token) WHERE NOT stored;
