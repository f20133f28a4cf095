-- What follows a payment comes to its end: money that arrived by itself is paid back, a trace is closed with what it
-- found, and a late fee is waived by a second person.

-- Money that arrived by itself goes back by check or wire, of which the treasury tells.
INSERT INTO payment_move (from_state, to_state) VALUES ('received', 'refunded');
CREATE INDEX refund_approved ON refund (asked_at) WHERE state = 'approved';

-- Written in the transaction that moves its refund and enters its lines; a check pays one refund.
CREATE TABLE refund_payout (
  refund_key     uuid PRIMARY KEY REFERENCES refund,
  way            text NOT NULL CHECK (way IN ('check', 'wire')),
  number         text NOT NULL CHECK (number ~ '^[0-9A-Z][0-9A-Z-]{0,33}$'),
  paid_on        date NOT NULL,
  paid_by        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  recorded_at    timestamptz NOT NULL,
  CONSTRAINT refund_payout_pays_one_refund UNIQUE (way, number)
);
CREATE TRIGGER refund_payout_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON refund_payout
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- As before; money that arrived by itself has a credit like any other.
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
      AND part.unapplied_cents > 0
      AND payment.state IN ('approved', 'originated', 'posted', 'settled', 'received')
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

-- A trace ends with what it found. Whoever looked at the bank's side says it, so a person closes it.
ALTER TABLE payment_trace
  ADD COLUMN closed_by text REFERENCES user_account,
  ADD COLUMN finding text CHECK (finding IN ('posted', 'applied_elsewhere', 'ask_bank', 'duplicate')),
  ADD COLUMN closed_why text CHECK (length(closed_why) BETWEEN 3 AND 500),
  ADD CONSTRAINT payment_trace_is_closed_whole CHECK ((closed_at IS NULL) = (closed_by IS NULL)
    AND (closed_at IS NULL) = (finding IS NULL) AND (closed_at IS NULL) = (closed_why IS NULL));
CREATE INDEX payment_unposted ON payment (posting_on) WHERE state IN ('approved', 'originated');

-- A late fee that a caller asks not to pay, under the id of whoever asked. amount_cents: what was open of it, and once
-- it is waived what was taken off.
CREATE TABLE fee_waiver (
  waiver_id      uuid PRIMARY KEY,
  charge_id      uuid NOT NULL REFERENCES charge,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  amount_cents   bigint NOT NULL CHECK (amount_cents > 0),
  reason         text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  state          text NOT NULL DEFAULT 'requested' CHECK (state IN ('requested', 'waived', 'denied')),
  asked_at       timestamptz NOT NULL,
  asked_by       text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  call_id        uuid,
  decided_at     timestamptz,
  decided_by     text REFERENCES user_account CHECK (decided_by <> asked_by),
  decided_why    text,
  entry_id       uuid UNIQUE REFERENCES ledger_entry,
  CHECK ((state = 'requested') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
    AND (decided_at IS NULL) = (decided_why IS NULL) AND (state = 'waived') = (entry_id IS NOT NULL))
);
CREATE UNIQUE INDEX fee_waiver_open_once ON fee_waiver (charge_id) WHERE state = 'requested';
CREATE INDEX fee_waiver_by_guarantor ON fee_waiver (guarantor_id, asked_at);
CREATE INDEX fee_waiver_waiting ON fee_waiver (asked_at) WHERE state = 'requested';

ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_event_check,
  ADD CONSTRAINT ledger_entry_event_check CHECK (event IN ('charge_billed', 'premium_billed', 'late_fee_billed',
    'late_fee_waived', 'insurance_paid', 'adjusted', 'earlier_payment', 'credit_applied',
    'card_payment_approved', 'card_payment_voided', 'card_payment_settled', 'card_payment_refunded',
    'ach_payment_approved', 'ach_payment_voided', 'ach_payment_settled', 'ach_payment_refunded',
    'ach_returned_unsettled', 'ach_returned_settled', 'payment_received', 'received_payment_refunded')),
  DROP CONSTRAINT ledger_entry_is_of_a_payment,
  ADD CONSTRAINT ledger_entry_is_of_a_payment CHECK (payment_key IS NOT NULL OR event IN ('charge_billed',
    'premium_billed', 'late_fee_billed', 'late_fee_waived', 'insurance_paid', 'adjusted'));

-- Writes an entry that is of no payment, with its lines: shared/ledger/events.ts says which.
CREATE FUNCTION enter_lines(p_entry_id uuid, p_guarantor_id text, p_event text, p_lines jsonb, p_now timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entry (entry_id, guarantor_id, event, entered_at) VALUES (p_entry_id, p_guarantor_id, p_event, p_now);
  INSERT INTO ledger_line (entry_id, line_number, ledger_account, account_id, charge_id, debit_cents, credit_cents)
  SELECT p_entry_id, number, line->>'ledgerAccount', (line->>'accountId')::uuid, (line->>'chargeId')::uuid,
    (line->>'debitCents')::bigint, (line->>'creditCents')::bigint
  FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS lines (line, number);
END
$$;

-- Takes a late fee off: its lines, and what they change. The caller holds the account's and the charge's locks.
CREATE FUNCTION waive_late_fee(p_charge_id uuid, p_entry_id uuid, p_lines jsonb, p_cents bigint, p_now timestamptz, p_today date)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_lines(p_entry_id, guarantor_id, 'late_fee_waived', p_lines, p_now) FROM charge WHERE charge_id = p_charge_id;
  UPDATE charge SET adjusted_cents = adjusted_cents + p_cents,
    closed_on = CASE WHEN open_cents = p_cents THEN p_today END
  WHERE charge_id = p_charge_id;
  UPDATE account SET balance_cents = balance_cents - p_cents
  WHERE account_id = (SELECT account_id FROM charge WHERE charge_id = p_charge_id);
END
$$;
