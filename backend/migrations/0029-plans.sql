-- Plans to pay over time: what was offered with its disclosure, what was agreed, what became of it.

-- What was disclosed before anything was agreed, and how its written copy got to the caller.
CREATE TABLE plan_offer (
  offer_id        uuid PRIMARY KEY,
  guarantor_id    text NOT NULL REFERENCES guarantor,
  wish            jsonb NOT NULL,
  disclosure      jsonb NOT NULL,
  disclosure_hash text NOT NULL CHECK (disclosure_hash ~ '^[0-9a-f]{64}$'),
  -- The day of the guarantor's region on which it may be agreed to.
  good_on         date NOT NULL,
  offered_at      timestamptz NOT NULL,
  user_id         text NOT NULL REFERENCES user_account,
  workstation_id  uuid NOT NULL REFERENCES workstation,
  call_id         uuid NOT NULL,
  verification_id uuid NOT NULL REFERENCES verification,
  copy_way        text CHECK (copy_way IN ('email', 'mail', 'online')),
  copy_at         timestamptz,
  CHECK ((copy_way IS NULL) = (copy_at IS NULL))
);
CREATE INDEX plan_offer_by_guarantor ON plan_offer (guarantor_id, offered_at);

-- What was disclosed is kept two years and more as it was (12 CFR 1026.25); only its copy is noted later, once.
CREATE FUNCTION keep_plan_offer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.copy_at IS NULL
    AND to_jsonb(NEW) - 'copy_way' - 'copy_at' = to_jsonb(OLD) - 'copy_way' - 'copy_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an offered plan stays as it was disclosed' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER plan_offer_is_kept BEFORE UPDATE OR DELETE ON plan_offer FOR EACH ROW EXECUTE FUNCTION keep_plan_offer();

-- Plans of the seeded past have no offer.
ALTER TABLE payment_plan
  ADD COLUMN offer_id uuid UNIQUE REFERENCES plan_offer,
  ADD COLUMN kind text NOT NULL DEFAULT 'standard' CHECK (kind IN ('standard', 'hardship')),
  ADD COLUMN terms jsonb,
  ADD COLUMN level_cents bigint CHECK (level_cents > 0),
  ADD COLUMN acceptance jsonb,
  ADD COLUMN state text NOT NULL DEFAULT 'active'
    CHECK (state IN ('active', 'paid_off', 'cancelled', 'defaulted', 'recast')),
  ADD COLUMN state_why text,
  ADD COLUMN made_at timestamptz,
  ADD CHECK ((offer_id IS NULL) = (terms IS NULL) AND (offer_id IS NULL) = (acceptance IS NULL)),
  ADD CHECK ((state = 'active') = (closed_on IS NULL) OR offer_id IS NULL);

-- The charges that a plan pays: what was open when it was agreed, and its own interest as it is billed.
CREATE TABLE plan_charge (
  plan_id      uuid NOT NULL REFERENCES payment_plan,
  charge_id    uuid NOT NULL REFERENCES charge,
  part         text NOT NULL CHECK (part IN ('principal', 'interest')),
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  -- Of interest: the due date up to which it was earned.
  earned_to    date,
  -- And the business day whose run billed it.
  billed_on    date,
  PRIMARY KEY (plan_id, charge_id),
  CHECK ((part = 'interest') = (earned_to IS NOT NULL) AND (part = 'interest') = (billed_on IS NOT NULL))
);
CREATE INDEX plan_charge_by_charge ON plan_charge (charge_id);
CREATE UNIQUE INDEX plan_interest_once ON plan_charge (plan_id, earned_to) WHERE part = 'interest';

-- What happened to a plan beside the payments of its charges; signed by whoever agreed to it.
CREATE TABLE plan_event (
  event_id  uuid PRIMARY KEY,
  plan_id   uuid NOT NULL REFERENCES payment_plan,
  at        timestamptz NOT NULL,
  happened_on date NOT NULL,
  kind      text NOT NULL CHECK (kind IN
              ('agreed', 'paused', 'resumed', 'recast', 'missed', 'defaulted', 'cancelled', 'paid_off')),
  months    smallint CHECK (months > 0),
  why       text,
  user_id   text REFERENCES user_account,
  call_id   uuid,
  agreement jsonb,
  CHECK ((months IS NOT NULL) = (kind = 'paused'))
);
CREATE INDEX plan_event_by_plan ON plan_event (plan_id, at);
CREATE TRIGGER plan_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE charge DROP CONSTRAINT charge_kind_check, ADD CONSTRAINT charge_kind_check CHECK (kind IN
  ('office_visit', 'procedure', 'facility', 'laboratory', 'imaging', 'prescription', 'premium', 'copay', 'coinsurance',
   'deductible', 'late_fee', 'finance_charge', 'adjustment'));

ALTER TABLE ledger_line DROP CONSTRAINT ledger_line_ledger_account_check, ADD CONSTRAINT ledger_line_ledger_account_check
  CHECK (ledger_account IN ('medical_receivable', 'premium_receivable', 'medical_revenue', 'premium_revenue',
    'late_fee_revenue', 'finance_charge_revenue', 'contractual_adjustment', 'insurance_clearing', 'card_clearing',
    'ach_clearing', 'cash_at_bank', 'earlier_payments_clearing', 'unapplied_credit'));
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_event_check,
  ADD CONSTRAINT ledger_entry_event_check CHECK (event IN ('charge_billed', 'premium_billed', 'late_fee_billed',
    'late_fee_waived', 'finance_charge_billed', 'insurance_paid', 'adjusted', 'earlier_payment', 'credit_applied',
    'card_payment_approved', 'card_payment_voided', 'card_payment_settled', 'card_payment_refunded',
    'ach_payment_approved', 'ach_payment_voided', 'ach_payment_settled', 'ach_payment_refunded',
    'ach_returned_unsettled', 'ach_returned_settled', 'payment_received', 'received_payment_refunded')),
  DROP CONSTRAINT ledger_entry_is_of_a_payment,
  ADD CONSTRAINT ledger_entry_is_of_a_payment CHECK (payment_key IS NOT NULL OR event IN ('charge_billed',
    'premium_billed', 'late_fee_billed', 'late_fee_waived', 'finance_charge_billed', 'insurance_paid', 'adjusted'));

-- Bills a plan's interest that was earned to a due date: a charge of its own on the account of the plan's first
-- charge, with its lines. Once for each due date; again changes nothing.
CREATE FUNCTION bill_plan_interest(p_plan_id uuid, p_account_id uuid, p_charge_id uuid, p_entry_id uuid,
  p_amount_cents bigint, p_lines jsonb, p_earned_to date, p_today date, p_description text, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_guarantor text;
BEGIN
  SELECT guarantor_id INTO STRICT v_guarantor FROM payment_plan WHERE plan_id = p_plan_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM plan_charge WHERE plan_id = p_plan_id AND earned_to = p_earned_to) THEN
    RETURN false;
  END IF;
  PERFORM FROM account WHERE account_id = p_account_id FOR UPDATE;
  INSERT INTO charge (charge_id, account_id, guarantor_id, kind, description, serviced_on, billed_cents, insurance)
  VALUES (p_charge_id, p_account_id, v_guarantor, 'finance_charge', p_description, p_earned_to, p_amount_cents, 'none');
  INSERT INTO plan_charge (plan_id, charge_id, part, amount_cents, earned_to, billed_on)
  VALUES (p_plan_id, p_charge_id, 'interest', p_amount_cents, p_earned_to, p_today);
  PERFORM enter_lines(p_entry_id, v_guarantor, 'finance_charge_billed', p_lines, p_now);
  UPDATE account SET balance_cents = balance_cents + p_amount_cents WHERE account_id = p_account_id;
  RETURN true;
END
$$;
CREATE UNIQUE INDEX plan_event_missed_once ON plan_event (plan_id, happened_on) WHERE kind = 'missed';
