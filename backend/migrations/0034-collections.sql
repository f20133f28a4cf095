-- What happens to a bill nobody pays, charge by charge: which step, on which day, by which run. The days are counted
-- as shared/collections/timeline.ts counts them; a test holds the two against each other.

-- The day on which a region's first run of collections was for. What fell on an earlier day was left to whoever
-- collected before: its fee is not billed and its notice not written afterwards.
CREATE TABLE collections_begin (
  region   text PRIMARY KEY,
  began_on date NOT NULL
);

-- Days on which a guarantor's clocks stand still, both ends among them; of one charge, or of all where it is null.
-- A promise holds through its day, less when it was kept or replaced before; a plan as long as it is paid. A plan of
-- before has neither a first day nor charges: what was paid of it tells its age, and it is kept to its next due day.
CREATE FUNCTION collections_holds(p_guarantor_id text, p_time_zone text)
RETURNS TABLE (kind text, charge_id uuid, from_on date, until_on date) LANGUAGE sql STABLE AS $$
  SELECT 'application', NULL::uuid, coalesce(submitted_on, opened_on), closed_on FROM assistance_application
  WHERE guarantor_id = p_guarantor_id AND (state IS NULL OR submitted_on IS NOT NULL)
  UNION ALL
  SELECT 'dispute', dispute.charge_id, opened_on, closed_on FROM dispute WHERE guarantor_id = p_guarantor_id
  UNION ALL
  SELECT 'promise', NULL, (made_at AT TIME ZONE p_time_zone)::date,
    greatest((made_at AT TIME ZONE p_time_zone)::date,
      least(promised_on, kept_on, (replaced_at AT TIME ZONE p_time_zone)::date))
  FROM promise_to_pay WHERE guarantor_id = p_guarantor_id
  UNION ALL
  SELECT 'plan', plan_charge.charge_id, (made_at AT TIME ZONE p_time_zone)::date, closed_on
  FROM payment_plan JOIN plan_charge USING (plan_id) WHERE guarantor_id = p_guarantor_id AND offer_id IS NOT NULL
  UNION ALL
  SELECT 'plan', NULL,
    (next_due_on - make_interval(months => greatest(months - ceil(remaining_cents::numeric / instalment_cents)::int, 0) + 1))::date,
    least(closed_on, next_due_on)
  FROM payment_plan WHERE guarantor_id = p_guarantor_id AND offer_id IS NULL
$$;

-- How many days after p_from, up to and with p_on, a charge's clock ran.
CREATE FUNCTION collections_days(p_charge_id uuid, p_time_zone text, p_from date, p_on date) RETURNS int
LANGUAGE sql STABLE AS $$
  WITH hold AS MATERIALIZED (
    SELECT from_on, until_on
    FROM collections_holds((SELECT guarantor_id FROM charge WHERE charge_id = p_charge_id), p_time_zone)
    WHERE charge_id IS NULL OR charge_id = p_charge_id
  )
  SELECT count(*)::int FROM generate_series(p_from + 1, p_on, '1 day') AS day
  WHERE NOT EXISTS (SELECT FROM hold WHERE day::date BETWEEN from_on AND coalesce(until_on, 'infinity'))
$$;

-- The written notice of what may follow, and of the help there is (26 CFR 1.501(r)-6(c)(4)): a letter about some
-- charges of an account. One that was withdrawn before it left is written again when it is due again.
CREATE TABLE collections_notice (
  notice_id    uuid PRIMARY KEY,
  account_id   uuid NOT NULL REFERENCES account,
  guarantor_id text NOT NULL REFERENCES guarantor,
  run_on       date NOT NULL,
  ordered_at   timestamptz NOT NULL
);
CREATE INDEX collections_notice_by_account ON collections_notice (account_id);
CREATE INDEX collections_notice_by_run ON collections_notice (run_on);
CREATE TABLE collections_notice_charge (
  notice_id uuid NOT NULL REFERENCES collections_notice,
  charge_id uuid NOT NULL REFERENCES charge,
  PRIMARY KEY (notice_id, charge_id)
);
CREATE INDEX collections_notice_of_charge ON collections_notice_charge (charge_id);
CREATE TRIGGER collections_notice_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON collections_notice
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A letter of collections has its notice. What letters of other kinds are of is held by 0036-plan-papers.sql anew.
ALTER TABLE letter ALTER COLUMN authorisation_id DROP NOT NULL,
  ADD COLUMN collections_notice_id uuid UNIQUE REFERENCES collections_notice,
  DROP CONSTRAINT IF EXISTS letter_kind_check,
  DROP CONSTRAINT IF EXISTS letter_check,
  DROP CONSTRAINT IF EXISTS letter_is_about_one_thing;
ALTER TABLE letter
  ADD CONSTRAINT letter_kind_check CHECK (kind ~ '^[a-z_]{3,40}$'),
  ADD CONSTRAINT letter_is_of_collections CHECK ((kind = 'collections') = (collections_notice_id IS NOT NULL));

-- The day on which the notice of a charge left; null before.
CREATE FUNCTION collections_notified(p_charge_id uuid) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT min(sent_on) FROM collections_notice_charge JOIN letter ON collections_notice_id = collections_notice_charge.notice_id
  WHERE charge_id = p_charge_id
$$;

-- `lifted` says that what was marked does not hold while its charge is paid or a clock stands still, `resumed` that it
-- does again. `why` of a lift is what lifted it.
CREATE TABLE collections_step (
  step_id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  charge_id        uuid NOT NULL REFERENCES charge,
  account_id       uuid NOT NULL REFERENCES account,
  guarantor_id     text NOT NULL REFERENCES guarantor,
  statement_number text NOT NULL REFERENCES statement,
  step             text NOT NULL CHECK (step IN ('past_due', 'late_fee', 'referral', 'service_hold',
                     'extraordinary_action', 'lifted', 'resumed')),
  -- The region's day, of the run that took it.
  happened_on      date NOT NULL,
  why              text CHECK (why IN ('paid', 'application', 'dispute', 'promise', 'plan')),
  fee_charge_id    uuid UNIQUE REFERENCES charge,
  -- Of the region, by which its days are counted.
  time_zone        text NOT NULL,
  noted_at         timestamptz NOT NULL,
  CHECK ((step = 'lifted') = (why IS NOT NULL)),
  CHECK ((step = 'late_fee') = (fee_charge_id IS NOT NULL))
);
CREATE UNIQUE INDEX collections_step_once ON collections_step (charge_id, step) WHERE step NOT IN ('lifted', 'resumed');
CREATE UNIQUE INDEX collections_lift_once_a_day ON collections_step (charge_id, step, happened_on)
  WHERE step IN ('lifted', 'resumed');
CREATE UNIQUE INDEX late_fee_once_a_statement ON collections_step (account_id, statement_number) WHERE step = 'late_fee';
CREATE INDEX collections_step_by_guarantor ON collections_step (guarantor_id);
CREATE INDEX collections_step_by_day ON collections_step (happened_on);
CREATE TRIGGER collections_step_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON collections_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The last lock, whoever asks: no step before its day, none while a clock stands still. What the law leaves open is the
-- organization's published policy (profile.json, pastDue): day 31, day 61, the day after six months; what it does not is
-- 26 CFR 1.501(r)-6(c) and California Health and Safety Code 127425.
CREATE FUNCTION refuse_early_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v charge;
  v_billed_on date;
  v_ledger text;
  v_after int;
  v_ran int;
  v_grace int := CASE WHEN NEW.step = 'referral' THEN 60 ELSE 30 END;
  v_notified date := collections_notified(NEW.charge_id);
BEGIN
  SELECT * INTO STRICT v FROM charge WHERE charge_id = NEW.charge_id;
  SELECT issued_on INTO v_billed_on FROM statement WHERE statement_number = v.statement_number;
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
      OR collections_days(NEW.charge_id, NEW.time_zone, v_billed_on, NEW.happened_on) < v_after
      OR collections_days(NEW.charge_id, NEW.time_zone, v_notified, NEW.happened_on) < 30))
    OR (NEW.step = 'service_hold' AND v_ran <= (v.due_on + interval '6 months')::date - v.due_on)
  THEN
    RAISE EXCEPTION 'a step of collections is taken on its day, not before, and never while its clock stands still'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER collections_step_not_early BEFORE INSERT ON collections_step
  FOR EACH ROW WHEN (NEW.step NOT IN ('lifted', 'resumed')) EXECUTE FUNCTION refuse_early_step();

-- Bills the late fee of a statement on one account: a charge of its own with its lines, on the account's own ledger.
-- Once for a statement; again changes nothing. The caller holds the guarantor's accounts.
CREATE FUNCTION bill_late_fee(p_charge_id uuid, p_fee_id uuid, p_entry_id uuid, p_amount_cents bigint, p_lines jsonb,
  p_on date, p_time_zone text, p_description text, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v charge;
BEGIN
  SELECT * INTO STRICT v FROM charge WHERE charge_id = p_charge_id;
  IF EXISTS (SELECT FROM collections_step WHERE account_id = v.account_id AND statement_number = v.statement_number
    AND step = 'late_fee') THEN
    RETURN false;
  END IF;
  INSERT INTO charge (charge_id, account_id, guarantor_id, kind, description, serviced_on, billed_cents, insurance)
  VALUES (p_fee_id, v.account_id, v.guarantor_id, 'late_fee', p_description, p_on, p_amount_cents, 'none');
  INSERT INTO collections_step (charge_id, account_id, guarantor_id, statement_number, step, happened_on, fee_charge_id,
    time_zone, noted_at)
  VALUES (v.charge_id, v.account_id, v.guarantor_id, v.statement_number, 'late_fee', p_on, p_fee_id, p_time_zone, p_now);
  PERFORM enter_lines(p_entry_id, v.guarantor_id, 'late_fee_billed', p_lines, p_now);
  UPDATE account SET balance_cents = balance_cents + p_amount_cents WHERE account_id = v.account_id;
  RETURN true;
END
$$;
CREATE INDEX charge_overdue ON charge (due_on) WHERE open_cents > 0;
