-- A late fee is due, as anything that is billed: it stands on the statement that it was billed for, and is due as long
-- after its own day as a statement is after its issue. So it ages, becomes past due and is collected, but earns no fee
-- itself: refuse_early_step refuses that, as before.
DROP FUNCTION bill_late_fee;
CREATE FUNCTION bill_late_fee(p_charge_id uuid, p_fee_id uuid, p_entry_id uuid, p_amount_cents bigint, p_lines jsonb,
  p_on date, p_due_on date, p_time_zone text, p_description text, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v charge;
BEGIN
  SELECT * INTO STRICT v FROM charge WHERE charge_id = p_charge_id;
  IF EXISTS (SELECT FROM collections_step WHERE account_id = v.account_id AND statement_number = v.statement_number
    AND step = 'late_fee') THEN
    RETURN false;
  END IF;
  INSERT INTO charge (charge_id, account_id, guarantor_id, kind, description, serviced_on, statement_number, due_on,
    billed_cents, insurance)
  VALUES (p_fee_id, v.account_id, v.guarantor_id, 'late_fee', p_description, p_on, v.statement_number, p_due_on,
    p_amount_cents, 'none');
  INSERT INTO collections_step (charge_id, account_id, guarantor_id, statement_number, step, happened_on, fee_charge_id,
    time_zone, noted_at)
  VALUES (v.charge_id, v.account_id, v.guarantor_id, v.statement_number, 'late_fee', p_on, p_fee_id, p_time_zone, p_now);
  PERFORM enter_lines(p_entry_id, v.guarantor_id, 'late_fee_billed', p_lines, p_now);
  UPDATE account SET balance_cents = balance_cents + p_amount_cents WHERE account_id = v.account_id;
  RETURN true;
END
$$;

-- Those that were billed without a due date have one from now on: nobody was told to pay them by an earlier day.
UPDATE charge SET statement_number = step.statement_number, due_on = greatest(serviced_on, current_date) + 30
FROM collections_step AS step WHERE fee_charge_id = charge.charge_id AND charge.due_on IS NULL;

-- The day on which a charge was billed first: its statement's, or of a fee that came after it its own.
CREATE FUNCTION first_billed_on(p_charge charge) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT CASE p_charge.kind WHEN 'late_fee' THEN greatest(issued_on, p_charge.serviced_on) ELSE issued_on END
  FROM statement WHERE statement_number = p_charge.statement_number
$$;

-- As in 0034-collections.sql, by the day of the first bill of the charge itself.
CREATE OR REPLACE FUNCTION refuse_early_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v charge;
  v_ledger text;
  v_after int;
  v_ran int;
  v_grace int := CASE WHEN NEW.step = 'referral' THEN 60 ELSE 30 END;
  v_notified date := collections_notified(NEW.charge_id);
BEGIN
  SELECT * INTO STRICT v FROM charge WHERE charge_id = NEW.charge_id;
  SELECT ledger INTO STRICT v_ledger FROM account WHERE account_id = v.account_id;
  SELECT CASE WHEN region IN ('NCAL', 'SCAL') THEN 180 ELSE 120 END INTO STRICT v_after
  FROM guarantor WHERE guarantor_id = v.guarantor_id;
  v_ran := collections_days(NEW.charge_id, NEW.time_zone, v.due_on, NEW.happened_on);
  IF (v.account_id, v.guarantor_id, v.statement_number) IS DISTINCT FROM (NEW.account_id, NEW.guarantor_id, NEW.statement_number)
    OR v.open_cents = 0
    OR collections_days(NEW.charge_id, NEW.time_zone, NEW.happened_on - 1, NEW.happened_on) = 0
    OR v_ran <= v_grace
    OR (NEW.step = 'late_fee' AND v.kind IN ('late_fee', 'finance_charge'))
    OR (NEW.step IN ('service_hold', 'extraordinary_action') AND (v_ledger <> 'medical' OR v_notified IS NULL
      OR collections_days(NEW.charge_id, NEW.time_zone, first_billed_on(v), NEW.happened_on) < v_after
      OR collections_days(NEW.charge_id, NEW.time_zone, v_notified, NEW.happened_on) < 30))
    OR (NEW.step = 'service_hold' AND v_ran <= (v.due_on + interval '6 months')::date - v.due_on)
  THEN
    RAISE EXCEPTION 'a step of collections is taken on its day, not before, and never while its clock stands still'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
