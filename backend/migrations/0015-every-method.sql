-- Payments by every method in one table: cards and ACH debits, taken on a call or by a run, and money that
-- arrives by itself (wire, mail, in person, online, app, bank bill-pay).

ALTER TABLE payment DROP CONSTRAINT payment_method_kind_check,
  ADD CONSTRAINT payment_method_kind_check CHECK (method_kind IN
    ('card', 'ach', 'wire', 'mail', 'in_person', 'online', 'app', 'bank_bill_pay')),
  ALTER COLUMN card_brand DROP NOT NULL,
  ALTER COLUMN card_last4 DROP NOT NULL,
  ADD COLUMN bank_account_kind text CHECK (bank_account_kind IN ('checking', 'savings')),
  ADD COLUMN bank_name text CHECK (length(bank_name) BETWEEN 1 AND 80),
  ADD COLUMN bank_last4 text CHECK (bank_last4 ~ '^\d{4}$'),
  ADD COLUMN bank_token text,
  ADD COLUMN bank_fingerprint text,
  -- What the payer, or their bank, gave with money that arrived by itself.
  ADD COLUMN reference text CHECK (length(reference) BETWEEN 1 AND 80),
  ADD CONSTRAINT payment_names_its_card CHECK
    ((method_kind = 'card') = (card_brand IS NOT NULL) AND (method_kind = 'card') = (card_last4 IS NOT NULL)),
  ADD CONSTRAINT payment_names_its_bank CHECK ((method_kind = 'ach') = (bank_account_kind IS NOT NULL)
    AND (method_kind = 'ach') = (bank_name IS NOT NULL) AND (method_kind = 'ach') = (bank_last4 IS NOT NULL));

-- 'run': a payment that an authorisation given earlier lets a run take. 'received': money that arrived by itself.
ALTER TABLE payment DROP CONSTRAINT payment_source_check,
  ADD CONSTRAINT payment_source_check CHECK (source IN ('desk', 'run', 'received', 'seeded')),
  DROP CONSTRAINT payment_check2,
  ADD CONSTRAINT payment_knows_its_call CHECK (source <> 'desk' OR (taken_by IS NOT NULL AND workstation_id IS NOT NULL
    AND call_id IS NOT NULL AND verification_id IS NOT NULL)),
  ADD CONSTRAINT payment_knows_its_token CHECK (source NOT IN ('desk', 'run') OR CASE method_kind
    WHEN 'card' THEN card_token IS NOT NULL AND card_fingerprint IS NOT NULL
    WHEN 'ach' THEN bank_token IS NOT NULL AND bank_fingerprint IS NOT NULL
    ELSE false END),
  ADD CONSTRAINT payment_arrives_by_itself CHECK ((source = 'received') <= (method_kind NOT IN ('card', 'ach'))),
  DROP CONSTRAINT payment_confirmed_when_charged,
  ADD CONSTRAINT payment_confirmed_when_charged CHECK (source = 'received' OR
    (confirmation IS NOT NULL AND posting_on IS NOT NULL) =
    (state IN ('approved', 'originated', 'posted', 'settled', 'voided', 'refunded', 'returned')));

CREATE OR REPLACE FUNCTION note_payment_begun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> (CASE NEW.source WHEN 'received' THEN 'expected' ELSE 'sent' END) THEN
    RAISE EXCEPTION 'a payment of source % does not begin as %', NEW.source, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO payment_state_change (payment_key, from_state, to_state, at, why)
  VALUES (NEW.key, NULL, NEW.state, NEW.state_at, NEW.state_why);
  RETURN NULL;
END
$$;
DROP TRIGGER payment_begins_as_sent ON payment;
CREATE TRIGGER payment_begins AFTER INSERT ON payment
  FOR EACH ROW WHEN (NEW.source <> 'seeded') EXECUTE FUNCTION note_payment_begun();

-- How a payment names its method to whoever reads it: shared/billing/payment-method.ts.
CREATE FUNCTION payment_method(p payment) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p.method_kind
    WHEN 'card' THEN jsonb_build_object('kind', 'card', 'brand', p.card_brand, 'last4', p.card_last4)
    WHEN 'ach' THEN jsonb_build_object('kind', 'ach', 'accountKind', p.bank_account_kind, 'bankName', p.bank_name,
      'last4', p.bank_last4)
    ELSE jsonb_build_object('kind', p.method_kind, 'reference', p.reference) END
$$;

CALL mirror_table('payment', 'payment', 'key', '{guarantor_id, state, method_kind, card_brand, card_last4,
  bank_account_kind, bank_name, bank_last4, reference, amount_cents, taken_at, posting_on, confirmation, decline}');

-- What of a part was given back.
ALTER TABLE payment_allocation ADD COLUMN refunded_cents bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT refunded_is_part_of_it CHECK (refunded_cents BETWEEN 0 AND amount_cents - unapplied_cents);

-- The rows of shared/ledger/events.ts and chart.ts; a test holds them against each other.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_event_check,
  ADD CONSTRAINT ledger_entry_event_check CHECK (event IN ('charge_billed', 'premium_billed', 'late_fee_billed',
    'insurance_paid', 'adjusted', 'earlier_payment', 'credit_applied',
    'card_payment_approved', 'card_payment_voided', 'card_payment_settled', 'card_payment_refunded',
    'ach_payment_approved', 'ach_payment_voided', 'ach_payment_settled', 'ach_payment_refunded',
    'ach_returned_unsettled', 'ach_returned_settled', 'payment_received', 'received_payment_refunded')),
  DROP CONSTRAINT ledger_entry_check,
  ADD CONSTRAINT ledger_entry_is_of_a_payment CHECK (payment_key IS NOT NULL OR event IN ('charge_billed',
    'premium_billed', 'late_fee_billed', 'insurance_paid', 'adjusted'));
ALTER TABLE ledger_line DROP CONSTRAINT ledger_line_ledger_account_check,
  ADD CONSTRAINT ledger_line_ledger_account_check CHECK (ledger_account IN ('medical_receivable', 'premium_receivable',
    'medical_revenue', 'premium_revenue', 'late_fee_revenue', 'contractual_adjustment', 'insurance_clearing',
    'card_clearing', 'ach_clearing', 'cash_at_bank', 'earlier_payments_clearing', 'unapplied_credit'));

-- A credit may be applied, and a payment given back, in several steps; everything else happens to it once.
DROP INDEX ledger_entry_once_per_payment;
CREATE UNIQUE INDEX ledger_entry_once_per_payment ON ledger_entry (payment_key, event)
  WHERE payment_key IS NOT NULL AND event NOT IN ('credit_applied', 'card_payment_refunded', 'ach_payment_refunded',
    'received_payment_refunded');
