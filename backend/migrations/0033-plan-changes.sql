-- Plans that are changed: another term, a pause, paid off, cancelled, in default; each explained, signed and kept.

-- An offer is made on a call, or in a counselor's case.
ALTER TABLE plan_offer
  ALTER COLUMN call_id DROP NOT NULL,
  ALTER COLUMN verification_id DROP NOT NULL,
  ADD COLUMN IF NOT EXISTS case_id uuid REFERENCES hardship_case;
ALTER TABLE plan_offer
  DROP CONSTRAINT IF EXISTS plan_offer_is_made_somewhere,
  ADD CONSTRAINT plan_offer_is_made_somewhere CHECK ((call_id IS NULL) = (verification_id IS NULL)
    AND (verification_id IS NULL) <> (case_id IS NULL));

-- What was explained of a change, and what of it was agreed to, on which recording.
CREATE TABLE plan_change (
  change_id       uuid PRIMARY KEY,
  plan_id         uuid NOT NULL REFERENCES payment_plan,
  kind            text NOT NULL CHECK (kind IN ('recast', 'pause', 'resume', 'pay_off', 'cancel')),
  wish            jsonb NOT NULL,
  terms           jsonb NOT NULL,
  terms_hash      text NOT NULL CHECK (terms_hash ~ '^[0-9a-f]{64}$'),
  -- The day of the guarantor's region on which it may be agreed to.
  good_on         date NOT NULL,
  offered_at      timestamptz NOT NULL,
  user_id         text NOT NULL REFERENCES user_account,
  workstation_id  uuid NOT NULL REFERENCES workstation,
  call_id         uuid,
  verification_id uuid REFERENCES verification,
  case_id         uuid REFERENCES hardship_case,
  copy_way        text CHECK (copy_way IN ('email', 'mail', 'online')),
  copy_at         timestamptz,
  agreed_at       timestamptz,
  agreed_with     text REFERENCES user_account,
  agreement       jsonb,
  CHECK ((call_id IS NULL) = (verification_id IS NULL) AND (verification_id IS NULL) <> (case_id IS NULL)),
  CHECK ((copy_way IS NULL) = (copy_at IS NULL)),
  CHECK ((agreed_at IS NULL) = (agreement IS NULL) AND (agreed_at IS NULL) = (agreed_with IS NULL)),
  CHECK (kind <> 'recast' OR agreed_at IS NULL OR copy_at IS NOT NULL)
);
CREATE INDEX plan_change_by_plan ON plan_change (plan_id, offered_at);

CREATE FUNCTION keep_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_later text[] := CASE WHEN TG_OP = 'DELETE' OR OLD.agreed_at IS NOT NULL THEN '{}'::text[]
    WHEN OLD.copy_at IS NOT NULL THEN '{agreed_at,agreed_with,agreement}'
    ELSE '{copy_way,copy_at,agreed_at,agreed_with,agreement}' END;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - v_later = to_jsonb(OLD) - v_later THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a change of a plan stays as it was explained' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER plan_change_is_kept BEFORE UPDATE OR DELETE ON plan_change FOR EACH ROW EXECUTE FUNCTION keep_plan_change();

-- `months` of a pause, and those that an early end took off it again.
ALTER TABLE plan_event DROP CONSTRAINT plan_event_kind_check,
  ADD CONSTRAINT plan_event_kind_check CHECK (kind IN ('agreed', 'paused', 'resumed', 'recast', 'payoff_asked', 'missed',
    'default_noticed', 'cured', 'defaulted', 'cancelled', 'paid_off', 'reopened')),
  DROP CONSTRAINT plan_event_check,
  ADD CONSTRAINT plan_event_has_months CHECK ((months IS NOT NULL) = (kind IN ('paused', 'resumed'))),
  ADD COLUMN change_id uuid UNIQUE REFERENCES plan_change,
  ADD COLUMN case_id uuid REFERENCES hardship_case,
  ADD COLUMN pause_id uuid REFERENCES plan_event,
  ADD CONSTRAINT plan_event_has_pause CHECK ((pause_id IS NOT NULL) = (kind = 'resumed'));

-- The moves that a plan may make. One that was paid off stands again when its last payment comes back; beside a newer
-- plan it cannot, and what is owed is due as anything else is.
CREATE TABLE plan_move (
  from_state text NOT NULL,
  to_state   text NOT NULL,
  PRIMARY KEY (from_state, to_state)
);
INSERT INTO plan_move (from_state, to_state) VALUES
  ('active', 'paid_off'), ('active', 'cancelled'), ('active', 'defaulted'), ('active', 'recast'),
  ('paid_off', 'active'), ('paid_off', 'cancelled');

CREATE FUNCTION check_plan_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM plan_move WHERE from_state = OLD.state AND to_state = NEW.state) THEN
    RAISE EXCEPTION 'a plan does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER payment_plan_moves BEFORE UPDATE OF state ON payment_plan
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION check_plan_move();

-- The written notice before a default: what was missed until `noticed_on`, and until when paying it keeps the plan.
CREATE TABLE plan_notice (
  plan_notice_id uuid PRIMARY KEY,
  plan_id        uuid NOT NULL REFERENCES payment_plan,
  noticed_on     date NOT NULL,
  amount_cents   bigint NOT NULL CHECK (amount_cents > 0),
  due_on         date NOT NULL CHECK (due_on > noticed_on),
  ordered_at     timestamptz NOT NULL,
  ended_at       timestamptz,
  ended_how      text CHECK (ended_how IN ('cured', 'defaulted', 'plan_ended')),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL))
);
CREATE INDEX plan_notice_by_plan ON plan_notice (plan_id, ordered_at);
CREATE UNIQUE INDEX plan_notice_open_once ON plan_notice (plan_id) WHERE ended_at IS NULL;

-- It leaves as every letter does.
ALTER TABLE letter
  ADD COLUMN plan_notice_id uuid UNIQUE REFERENCES plan_notice,
  DROP CONSTRAINT letter_kind_check, DROP CONSTRAINT letter_is_about_one_thing,
  ADD CONSTRAINT letter_kind_check
    CHECK (kind IN ('notice', 'made', 'changed', 'skipped', 'revoked', 'stopped', 'assistance', 'plan_default')),
  ADD CONSTRAINT letter_is_about_one_thing CHECK (num_nonnulls(notice_id, event_id, assistance_letter_id, plan_notice_id) = 1
    AND CASE kind
      WHEN 'notice' THEN authorisation_id IS NOT NULL AND notice_id IS NOT NULL
      WHEN 'assistance' THEN authorisation_id IS NULL AND assistance_letter_id IS NOT NULL
      WHEN 'plan_default' THEN authorisation_id IS NULL AND plan_notice_id IS NOT NULL
      ELSE authorisation_id IS NOT NULL AND event_id IS NOT NULL END);

CREATE FUNCTION order_plan_notice_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter (guarantor_id, kind, plan_notice_id, asked_at, claimed_until)
  SELECT guarantor_id, 'plan_default', NEW.plan_notice_id, NEW.ordered_at, NEW.ordered_at
  FROM payment_plan WHERE plan_id = NEW.plan_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER plan_notice_is_sent AFTER INSERT ON plan_notice
  FOR EACH ROW EXECUTE FUNCTION order_plan_notice_letter();

-- Cured, ended or paid before it left, it has nothing to tell any more.
CREATE FUNCTION withdraw_plan_notice_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE letter SET withdrawn_at = NEW.ended_at WHERE plan_notice_id = NEW.plan_notice_id AND sent_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER plan_notice_is_withdrawn AFTER UPDATE OF ended_at ON plan_notice
  FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION withdraw_plan_notice_letter();

-- As before, and again on a day that was billed to already, for what more was earned of it since: whoever bills says how
-- much was billed so far, and nothing is written where somebody else was faster.
DROP INDEX plan_interest_once;
DROP FUNCTION bill_plan_interest;
CREATE FUNCTION bill_plan_interest(p_plan_id uuid, p_billed_cents bigint, p_account_id uuid, p_charge_id uuid,
  p_entry_id uuid, p_amount_cents bigint, p_lines jsonb, p_earned_to date, p_today date, p_description text,
  p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_guarantor text;
BEGIN
  SELECT guarantor_id INTO STRICT v_guarantor FROM payment_plan WHERE plan_id = p_plan_id FOR NO KEY UPDATE;
  IF p_billed_cents <> (SELECT coalesce(sum(amount_cents), 0) FROM plan_charge
    WHERE plan_id = p_plan_id AND part = 'interest') THEN
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
