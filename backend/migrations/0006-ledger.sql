-- The double-entry ledger. Lines are never changed; a correction is another entry.

-- One payment is entered at most once per event, whatever is sent again.
CREATE TABLE ledger_entry (
  entry_id     uuid PRIMARY KEY,
  guarantor_id text NOT NULL REFERENCES guarantor,
  event        text NOT NULL CHECK (event IN ('charge_billed', 'premium_billed', 'late_fee_billed', 'insurance_paid',
                 'adjusted', 'earlier_payment', 'card_payment_approved', 'card_payment_voided')),
  entered_at   timestamptz NOT NULL,
  payment_key  uuid REFERENCES payment,
  CHECK (payment_key IS NOT NULL OR event NOT IN ('earlier_payment', 'card_payment_approved', 'card_payment_voided'))
);
CREATE UNIQUE INDEX ledger_entry_once_per_payment ON ledger_entry (payment_key, event) WHERE payment_key IS NOT NULL;

CREATE TABLE ledger_line (
  entry_id       uuid NOT NULL REFERENCES ledger_entry,
  line_number    smallint NOT NULL CHECK (line_number > 0),
  ledger_account text NOT NULL CHECK (ledger_account IN ('medical_receivable', 'premium_receivable', 'medical_revenue',
                   'premium_revenue', 'late_fee_revenue', 'contractual_adjustment', 'insurance_clearing',
                   'card_clearing', 'earlier_payments_clearing')),
  account_id     uuid NOT NULL REFERENCES account,
  charge_id      uuid NOT NULL REFERENCES charge,
  debit_cents    bigint NOT NULL CHECK (debit_cents >= 0),
  credit_cents   bigint NOT NULL CHECK (credit_cents >= 0),
  PRIMARY KEY (entry_id, line_number),
  CHECK ((debit_cents = 0) <> (credit_cents = 0))
);
CREATE INDEX ledger_line_by_charge ON ledger_line (charge_id);

-- One statement writes all lines of an entry, so that they can be weighed together.
CREATE FUNCTION check_ledger_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM new_lines GROUP BY entry_id HAVING sum(debit_cents) <> sum(credit_cents)) THEN
    RAISE EXCEPTION 'a ledger entry does not balance' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM new_lines AS line JOIN account USING (account_id) JOIN charge USING (charge_id)
    WHERE charge.account_id <> account.account_id
      OR (line.ledger_account IN ('medical_receivable', 'medical_revenue') AND account.ledger <> 'medical')
      OR (line.ledger_account IN ('premium_receivable', 'premium_revenue') AND account.ledger <> 'premium')
  ) THEN
    RAISE EXCEPTION 'a ledger line is posted across accounts or ledgers' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER ledger_lines_balance AFTER INSERT ON ledger_line
  REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION check_ledger_lines();
CREATE TRIGGER ledger_line_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
