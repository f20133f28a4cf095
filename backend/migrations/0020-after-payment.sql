-- What may follow a payment: money given back, traces, disputes from a call, receipts sent again.

-- The rows of shared/payments/refund-states.ts; a test holds the two against each other.
CREATE TABLE refund_move (
  from_state text NOT NULL,
  to_state   text NOT NULL,
  PRIMARY KEY (from_state, to_state)
);
INSERT INTO refund_move (from_state, to_state) VALUES
  ('requested', 'approved'), ('requested', 'declined'),
  ('approved', 'sent'), ('sent', 'refunded'), ('sent', 'refused');

-- One refund of a payment, under the key of whoever asked. It is committed as 'sent' before the card processor
-- hears of it. One of an ACH debit stays 'approved' until a file of credits takes it. approved_by is null where
-- the amount needs no second person. claimed_until is the lease of whoever is asking the processor just now.
CREATE TABLE refund (
  refund_key    uuid PRIMARY KEY,
  payment_key   uuid NOT NULL REFERENCES payment,
  amount_cents  bigint NOT NULL CHECK (amount_cents > 0),
  reason        text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  method_kind   text NOT NULL,
  state         text NOT NULL CHECK (state IN ('requested', 'approved', 'sent', 'refunded', 'refused', 'declined')),
  state_at      timestamptz NOT NULL,
  state_why     text,
  asked_at      timestamptz NOT NULL,
  asked_by      text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  call_id       uuid,
  decided_at    timestamptz,
  decided_by    text REFERENCES user_account CHECK (decided_by <> asked_by),
  decision      text CHECK (decision IN ('approve', 'decline')),
  decided_why   text,
  claimed_until timestamptz,
  CHECK ((decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (decision IS NULL)
    AND (decided_at IS NULL) = (decided_why IS NULL))
);
-- A second refund of a payment begins when the first has ended.
CREATE UNIQUE INDEX refund_open_once ON refund (payment_key) WHERE state IN ('requested', 'approved', 'sent');
CREATE INDEX refund_by_payment ON refund (payment_key, asked_at);
CREATE INDEX refund_waiting ON refund (asked_at) WHERE state = 'requested';
CREATE INDEX refund_to_finish ON refund (claimed_until) WHERE state = 'sent';

CREATE TABLE refund_state_change (
  refund_key uuid NOT NULL REFERENCES refund,
  from_state text,
  to_state   text NOT NULL,
  at         timestamptz NOT NULL,
  why        text,
  PRIMARY KEY (refund_key, to_state)
);

CREATE FUNCTION check_refund_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'requested' THEN
      RAISE EXCEPTION 'a refund begins as requested, not as %', NEW.state USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO refund_state_change VALUES (NEW.refund_key, NULL, NEW.state, NEW.state_at, NEW.reason);
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM refund_move WHERE from_state = OLD.state AND to_state = NEW.state) THEN
    RAISE EXCEPTION 'a refund never goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO refund_state_change VALUES (NEW.refund_key, OLD.state, NEW.state, NEW.state_at, NEW.state_why);
  RETURN NEW;
END
$$;
CREATE TRIGGER refund_begins_as_requested AFTER INSERT ON refund
  FOR EACH ROW EXECUTE FUNCTION check_refund_move();
CREATE TRIGGER refund_moves_by_the_table BEFORE UPDATE OF state ON refund
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION check_refund_move();
CREATE TRIGGER refund_state_change_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON refund_state_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The lines of a refund with what they change: what was a credit goes from the credit, the rest opens its charge
-- again. p_parts: [{"chargeId", "accountId", "creditCents", "reopenedCents"}], weighed by the caller under locks.
CREATE FUNCTION enter_refund(p_payment_key uuid, p_event text, p_entry_id uuid, p_lines jsonb, p_parts jsonb, p_now timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entry (entry_id, guarantor_id, event, entered_at, payment_key)
  SELECT p_entry_id, guarantor_id, p_event, p_now, key FROM payment WHERE key = p_payment_key;
  INSERT INTO ledger_line (entry_id, line_number, ledger_account, account_id, charge_id, debit_cents, credit_cents)
  SELECT p_entry_id, number, line->>'ledgerAccount', (line->>'accountId')::uuid, (line->>'chargeId')::uuid,
    (line->>'debitCents')::bigint, (line->>'creditCents')::bigint
  FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS lines (line, number);
  UPDATE payment_allocation AS allocation
  SET unapplied_cents = unapplied_cents - part."creditCents",
    refunded_cents = refunded_cents + part."creditCents" + part."reopenedCents"
  FROM jsonb_to_recordset(p_parts) AS part ("chargeId" uuid, "creditCents" bigint, "reopenedCents" bigint)
  WHERE allocation.payment_key = p_payment_key AND allocation.charge_id = part."chargeId";
  UPDATE charge SET paid_cents = paid_cents - part."reopenedCents", closed_on = NULL
  FROM jsonb_to_recordset(p_parts) AS part ("chargeId" uuid, "reopenedCents" bigint)
  WHERE charge.charge_id = part."chargeId" AND part."reopenedCents" > 0;
  UPDATE account SET balance_cents = balance_cents + part.cents
  FROM (SELECT "accountId", sum("reopenedCents")::bigint AS cents
    FROM jsonb_to_recordset(p_parts) AS each ("accountId" uuid, "reopenedCents" bigint) GROUP BY 1) AS part
  WHERE account.account_id = part."accountId" AND part.cents > 0;
END
$$;

-- The sandbox processor's own record of what it gave back, answered once and for all under each key.
CREATE TABLE sandbox_processor.refund (
  refund_key   uuid PRIMARY KEY,
  payment_key  uuid NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  outcome      text NOT NULL CHECK (outcome IN ('refunded', 'refused')),
  answered_at  timestamptz NOT NULL
);
CREATE INDEX refund_of_attempt ON sandbox_processor.refund (payment_key) WHERE outcome = 'refunded';

-- That somebody asked where a payment is which has not posted; one open trace for each.
CREATE TABLE payment_trace (
  trace_id    uuid PRIMARY KEY,
  payment_key uuid NOT NULL REFERENCES payment,
  opened_at   timestamptz NOT NULL,
  opened_by   text NOT NULL REFERENCES user_account,
  note        text NOT NULL CHECK (length(note) BETWEEN 3 AND 500),
  closed_at   timestamptz
);
CREATE UNIQUE INDEX payment_trace_open_once ON payment_trace (payment_key) WHERE closed_at IS NULL;

-- Disputes of the past were opened without a call.
ALTER TABLE dispute ADD COLUMN reason text CHECK (length(reason) BETWEEN 3 AND 500),
  ADD COLUMN opened_by text REFERENCES user_account,
  ADD COLUMN call_id uuid;

-- A receipt to be sent again, with the file that is sent: kept before it is, so that a crash loses none.
CREATE TABLE receipt_order (
  receipt_key   uuid PRIMARY KEY,
  payment_key   uuid NOT NULL REFERENCES payment,
  sent_by_way   text NOT NULL CHECK (sent_by_way IN ('email', 'mail')),
  sent_to       text NOT NULL CHECK (length(sent_to) BETWEEN 3 AND 320),
  language      text NOT NULL CHECK (language IN ('en', 'es')),
  pdf           bytea NOT NULL,
  asked_at      timestamptz NOT NULL,
  asked_by      text NOT NULL REFERENCES user_account,
  sent_at       timestamptz,
  tries         int NOT NULL DEFAULT 0,
  claimed_until timestamptz NOT NULL
);
CREATE INDEX receipt_order_by_payment ON receipt_order (payment_key, asked_at);
CREATE INDEX receipt_order_due ON receipt_order (claimed_until) WHERE sent_at IS NULL;
