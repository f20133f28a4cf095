-- Applications for Medical Financial Assistance, from the first word to the decision and what follows from it.

-- Those of before this desk have no case, no state and no more than their days.
ALTER TABLE assistance_application
  ADD COLUMN case_id uuid REFERENCES hardship_case,
  ADD COLUMN state text CHECK (state IN ('draft', 'waiting_for_documents', 'in_review', 'awarded', 'denied', 'appealed',
    'withdrawn', 'expired')),
  -- The region's day on which it came to be in that state.
  ADD COLUMN state_on date,
  ADD COLUMN state_at timestamptz,
  ADD COLUMN begun_at timestamptz,
  ADD COLUMN begun_by text REFERENCES user_account,
  -- The facts it is decided on, as shared/assistance/screening.ts has them.
  ADD COLUMN household jsonb,
  -- What the applicant said or signed, how and when.
  ADD COLUMN statement jsonb,
  -- The region's day on which it was handed in; collections stand still from then.
  ADD COLUMN submitted_on date,
  ADD COLUMN submitted_by text REFERENCES user_account,
  -- The last day on which documents are waited for.
  ADD COLUMN documents_by date,
  -- The day its last document came, from which the decision is counted.
  ADD COLUMN complete_on date,
  ADD COLUMN decide_by date,
  ADD COLUMN appealed_on date,
  ADD COLUMN appeal_note text CHECK (length(appeal_note) BETWEEN 3 AND 500),
  ADD COLUMN closing_note text CHECK (length(closing_note) BETWEEN 3 AND 500),
  -- The one whose award runs out.
  ADD COLUMN renews uuid REFERENCES assistance_application,
  -- The days of the runs that did it.
  ADD COLUMN renewal_noted_on date,
  ADD COLUMN award_ended_on date,
  ADD CONSTRAINT application_has_a_case CHECK ((case_id IS NULL) = (state IS NULL) AND (case_id IS NULL) = (state_on IS NULL)
    AND (case_id IS NULL) = (state_at IS NULL) AND (case_id IS NULL) = (begun_at IS NULL)
    AND (case_id IS NULL) = (begun_by IS NULL) AND (case_id IS NULL) = (household IS NULL)),
  ADD CONSTRAINT application_is_handed_in CHECK ((submitted_on IS NULL) = (submitted_by IS NULL)
    AND (submitted_on IS NULL) = (statement IS NULL) AND (submitted_on IS NULL) = (documents_by IS NULL)
    AND (submitted_on IS NOT NULL OR state IS NULL OR state IN ('draft', 'withdrawn'))),
  ADD CONSTRAINT application_is_complete CHECK ((complete_on IS NULL) = (decide_by IS NULL)
    AND (complete_on IS NOT NULL OR state IS NULL OR state NOT IN ('in_review', 'awarded', 'denied', 'appealed'))),
  ADD CONSTRAINT application_is_appealed CHECK ((appealed_on IS NULL) = (appeal_note IS NULL)
    AND (appealed_on IS NOT NULL OR state IS DISTINCT FROM 'appealed')),
  ADD CONSTRAINT application_is_medical CHECK (case_id IS NULL OR programme = 'mfa');
CREATE UNIQUE INDEX assistance_application_open_once ON assistance_application (guarantor_id)
  WHERE state IN ('draft', 'waiting_for_documents', 'in_review', 'appealed');
CREATE INDEX assistance_application_by_case ON assistance_application (case_id);
CREATE INDEX assistance_application_waiting ON assistance_application (documents_by) WHERE state = 'waiting_for_documents';

-- A draft was not handed in: desks show it to nobody (backend/changes/mirror-queries.ts).
CALL mirror_table('assistance_application', 'application', 'application_id',
  '{guarantor_id, programme, opened_on, closed_on, state}');

-- The only moves there are; shared/assistance/application-states.ts has the same table.
CREATE TABLE application_move (
  from_state text NOT NULL,
  to_state   text NOT NULL,
  PRIMARY KEY (from_state, to_state)
);
INSERT INTO application_move (from_state, to_state) VALUES
  ('draft', 'waiting_for_documents'), ('draft', 'in_review'), ('draft', 'withdrawn'),
  ('waiting_for_documents', 'in_review'), ('waiting_for_documents', 'withdrawn'), ('waiting_for_documents', 'expired'),
  ('in_review', 'awarded'), ('in_review', 'denied'), ('in_review', 'withdrawn'),
  ('denied', 'appealed'), ('appealed', 'awarded'), ('appealed', 'denied'), ('appealed', 'withdrawn');

CREATE TABLE application_state_change (
  change_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES assistance_application,
  from_state     text,
  to_state       text NOT NULL,
  happened_on    date NOT NULL,
  at             timestamptz NOT NULL
);
CREATE INDEX application_state_change_by_application ON application_state_change (application_id, change_id);
CREATE TRIGGER application_state_change_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON application_state_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_application_begin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'draft' THEN
    RAISE EXCEPTION 'an application begins as a draft, not as %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO application_state_change (application_id, to_state, happened_on, at)
  VALUES (NEW.application_id, NEW.state, NEW.state_on, NEW.state_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER application_begins_as_draft AFTER INSERT ON assistance_application
  FOR EACH ROW WHEN (NEW.state IS NOT NULL) EXECUTE FUNCTION check_application_begin();

CREATE FUNCTION check_application_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM application_move WHERE from_state = OLD.state AND to_state = NEW.state) THEN
    RAISE EXCEPTION 'an application never goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  NEW.opened_on := coalesce(NEW.submitted_on, NEW.opened_on);
  NEW.closed_on := CASE WHEN NEW.state IN ('awarded', 'denied', 'withdrawn', 'expired') THEN NEW.state_on END;
  INSERT INTO application_state_change (application_id, from_state, to_state, happened_on, at)
  VALUES (NEW.application_id, OLD.state, NEW.state, NEW.state_on, NEW.state_at);
  RETURN NEW;
END
$$;
CREATE TRIGGER application_moves_by_the_table BEFORE UPDATE OF state ON assistance_application
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION check_application_move();

-- The checklist: one row for each kind of document that the policy asks for.
CREATE TABLE application_requirement (
  application_id uuid NOT NULL REFERENCES assistance_application,
  kind           text NOT NULL CHECK (kind IN ('identity', 'income', 'address', 'medical_expenses')),
  state          text NOT NULL DEFAULT 'missing' CHECK (state IN ('missing', 'received', 'accepted', 'refused', 'waived')),
  -- The day it came, or was waived.
  settled_on     date,
  -- Why it was refused or waived.
  why            text CHECK (length(why) BETWEEN 3 AND 500),
  changed_at     timestamptz NOT NULL,
  changed_by     text NOT NULL REFERENCES user_account,
  PRIMARY KEY (application_id, kind),
  CHECK ((state IN ('received', 'accepted', 'waived')) = (settled_on IS NOT NULL)),
  CHECK ((state IN ('refused', 'waived')) = (why IS NOT NULL))
);

-- What was decided, by the rule or over it, and on what it rests; the second one answers an appeal.
CREATE TABLE assistance_determination (
  determination_id uuid PRIMARY KEY,
  application_id   uuid NOT NULL REFERENCES assistance_application,
  number           smallint NOT NULL CHECK (number IN (1, 2)),
  outcome          text NOT NULL CHECK (outcome IN ('awarded', 'denied')),
  -- Null where the rule gives nothing.
  proposed_percent smallint CHECK (proposed_percent BETWEEN 1 AND 100),
  percent          smallint CHECK (percent BETWEEN 1 AND 100),
  -- The policy, the household's figures and the rule that gave it.
  basis            jsonb NOT NULL,
  -- Of a denial, and of a decision other than the rule's.
  reason           text CHECK (length(reason) BETWEEN 3 AND 500),
  decided_on       date NOT NULL,
  decided_at       timestamptz NOT NULL,
  decided_by       text NOT NULL REFERENCES user_account,
  workstation_id   uuid NOT NULL REFERENCES workstation,
  valid_until      date CHECK (valid_until >= decided_on),
  appeal_until     date CHECK (appeal_until >= decided_on),
  UNIQUE (application_id, number),
  CHECK ((outcome = 'awarded') = (percent IS NOT NULL) AND (outcome = 'awarded') = (valid_until IS NOT NULL)),
  CHECK ((appeal_until IS NOT NULL) = (outcome = 'denied' AND number = 1)),
  CHECK (reason IS NOT NULL OR percent IS NOT DISTINCT FROM proposed_percent)
);
CREATE INDEX assistance_determination_valid ON assistance_determination (valid_until) WHERE outcome = 'awarded';
CREATE TRIGGER assistance_determination_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON assistance_determination
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nobody decides what they entered or handed in, nor an appeal against their own denial.
CREATE FUNCTION check_determination() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM assistance_application WHERE application_id = NEW.application_id
      AND NEW.decided_by IN (begun_by, submitted_by)) THEN
    RAISE EXCEPTION 'an application is not decided by who entered it' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM assistance_determination WHERE application_id = NEW.application_id
      AND decided_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'an appeal is not decided by who denied the application' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER determination_by_somebody_else BEFORE INSERT ON assistance_determination
  FOR EACH ROW EXECUTE FUNCTION check_determination();

-- What an award took off which charge: once for each charge and award.
CREATE TABLE assistance_award_line (
  determination_id uuid NOT NULL REFERENCES assistance_determination,
  charge_id        uuid NOT NULL REFERENCES charge,
  -- What was open before.
  open_cents       bigint NOT NULL CHECK (open_cents > 0),
  amount_cents     bigint NOT NULL CHECK (amount_cents BETWEEN 1 AND open_cents),
  awarded_on       date NOT NULL,
  entry_id         uuid NOT NULL REFERENCES ledger_entry,
  -- Of the daily run's: its business day.
  run_on           date,
  PRIMARY KEY (determination_id, charge_id)
);
CREATE INDEX assistance_award_line_by_charge ON assistance_award_line (charge_id);
CREATE TRIGGER assistance_award_line_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON assistance_award_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE ledger_line DROP CONSTRAINT ledger_line_ledger_account_check, ADD CONSTRAINT ledger_line_ledger_account_check
  CHECK (ledger_account IN ('medical_receivable', 'premium_receivable', 'medical_revenue', 'premium_revenue',
    'late_fee_revenue', 'finance_charge_revenue', 'contractual_adjustment', 'charity_care', 'insurance_clearing',
    'card_clearing', 'ach_clearing', 'cash_at_bank', 'earlier_payments_clearing', 'unapplied_credit'));
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_event_check,
  ADD CONSTRAINT ledger_entry_event_check CHECK (event IN ('charge_billed', 'premium_billed', 'late_fee_billed',
    'late_fee_waived', 'finance_charge_billed', 'insurance_paid', 'adjusted', 'assistance_awarded', 'earlier_payment',
    'credit_applied', 'card_payment_approved', 'card_payment_voided', 'card_payment_settled', 'card_payment_refunded',
    'ach_payment_approved', 'ach_payment_voided', 'ach_payment_settled', 'ach_payment_refunded',
    'ach_returned_unsettled', 'ach_returned_settled', 'payment_received', 'received_payment_refunded')),
  DROP CONSTRAINT ledger_entry_is_of_a_payment,
  ADD CONSTRAINT ledger_entry_is_of_a_payment CHECK (payment_key IS NOT NULL OR event IN ('charge_billed',
    'premium_billed', 'late_fee_billed', 'late_fee_waived', 'finance_charge_billed', 'insurance_paid', 'adjusted',
    'assistance_awarded'));

-- Assistance is for care: not a cent of it is ever posted on a premium.
CREATE FUNCTION refuse_assistance_on_premiums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM new_lines AS line JOIN ledger_entry USING (entry_id) JOIN account USING (account_id)
    WHERE ledger <> 'medical' AND (event = 'assistance_awarded' OR line.ledger_account = 'charity_care')
  ) THEN
    RAISE EXCEPTION 'assistance is never posted on a premium' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER ledger_line_assists_care_only AFTER INSERT ON ledger_line
  REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_assistance_on_premiums();

-- Takes an award off charges in one entry, with everything it changes. The caller holds the accounts' locks.
--   p_parts: [{"chargeId", "accountId", "openCents", "amountCents"}]
CREATE FUNCTION award_assistance(p_determination_id uuid, p_guarantor_id text, p_entry_id uuid, p_lines jsonb, p_parts jsonb,
  p_today date, p_run_on date, p_now timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_lines(p_entry_id, p_guarantor_id, 'assistance_awarded', p_lines, p_now);
  INSERT INTO assistance_award_line (determination_id, charge_id, open_cents, amount_cents, awarded_on, entry_id, run_on)
  SELECT p_determination_id, "chargeId", "openCents", "amountCents", p_today, p_entry_id, p_run_on
  FROM jsonb_to_recordset(p_parts) AS part ("chargeId" uuid, "openCents" bigint, "amountCents" bigint);
  UPDATE charge SET adjusted_cents = adjusted_cents + "amountCents",
    closed_on = CASE WHEN open_cents = "amountCents" THEN p_today END
  FROM jsonb_to_recordset(p_parts) AS part ("chargeId" uuid, "amountCents" bigint)
  WHERE charge_id = "chargeId";
  UPDATE account SET balance_cents = balance_cents - taken.cents
  FROM (SELECT "accountId", sum("amountCents")::bigint AS cents
    FROM jsonb_to_recordset(p_parts) AS part ("accountId" uuid, "amountCents" bigint) GROUP BY "accountId") AS taken
  WHERE account_id = "accountId";
END
$$;
