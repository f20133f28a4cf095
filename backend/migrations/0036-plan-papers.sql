-- Plans are offered in a counselor's case, too. What is disclosed of a plan leaves in writing before it is agreed to,
-- and with the yes to it afterwards.

ALTER TABLE plan_offer
  ALTER COLUMN call_id DROP NOT NULL,
  ALTER COLUMN verification_id DROP NOT NULL,
  ADD COLUMN IF NOT EXISTS case_id uuid REFERENCES hardship_case,
  -- What the household can pay in a month, as it stood when the plan was offered in a case.
  ADD COLUMN means jsonb,
  ADD COLUMN copy_language text CHECK (copy_language IN ('en', 'es')),
  ADD CONSTRAINT plan_offer_copy_has_a_language CHECK (copy_language IS NULL OR copy_at IS NOT NULL);
ALTER TABLE plan_offer
  DROP CONSTRAINT IF EXISTS plan_offer_is_made_somewhere,
  ADD CONSTRAINT plan_offer_is_made_somewhere CHECK ((call_id IS NULL) = (verification_id IS NULL)
    AND (verification_id IS NULL) <> (case_id IS NULL)),
  ADD CONSTRAINT plan_offer_has_means_in_a_case CHECK (means IS NULL OR case_id IS NOT NULL);
CREATE INDEX plan_offer_by_case ON plan_offer (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX plan_offer_by_call ON plan_offer (call_id) WHERE call_id IS NOT NULL;

-- What was disclosed is kept two years and more as it was (12 CFR 1026.25); only its copy is noted later, once.
CREATE OR REPLACE FUNCTION keep_plan_offer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_noted text[] := ARRAY['copy_way', 'copy_at', 'copy_language'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.copy_at IS NULL AND to_jsonb(NEW) - v_noted = to_jsonb(OLD) - v_noted THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an offered plan stays as it was disclosed' USING ERRCODE = 'check_violation';
END
$$;

-- Letters are about more than payments to come. Which row a kind is of is held kind by kind, so that others may follow.
ALTER TABLE letter
  ALTER COLUMN authorisation_id DROP NOT NULL,
  ADD COLUMN offer_id uuid REFERENCES plan_offer,
  DROP CONSTRAINT IF EXISTS letter_kind_check,
  DROP CONSTRAINT IF EXISTS letter_check,
  DROP CONSTRAINT IF EXISTS letter_is_about_one_thing;
ALTER TABLE letter
  ADD CONSTRAINT letter_kind_check CHECK (kind ~ '^[a-z_]{3,40}$'),
  ADD CONSTRAINT letter_notice_has_its_notice CHECK ((kind = 'notice') = (notice_id IS NOT NULL)),
  ADD CONSTRAINT letter_of_an_event_has_it
    CHECK ((kind IN ('made', 'changed', 'skipped', 'revoked', 'stopped')) = (event_id IS NOT NULL)),
  ADD CONSTRAINT letter_of_an_authorisation_has_it CHECK (authorisation_id IS NOT NULL
    OR kind NOT IN ('notice', 'made', 'changed', 'skipped', 'revoked', 'stopped')),
  ADD CONSTRAINT letter_of_an_application_has_it CHECK ((kind = 'assistance') = (assistance_letter_id IS NOT NULL)),
  ADD CONSTRAINT letter_of_a_default_has_its_notice CHECK ((kind = 'plan_default') = (plan_notice_id IS NOT NULL)),
  ADD CONSTRAINT letter_of_a_plan_has_its_offer
    CHECK ((kind IN ('plan_offered', 'plan_agreed')) = (offer_id IS NOT NULL));
CREATE UNIQUE INDEX letter_of_a_plan_once ON letter (offer_id, kind) WHERE offer_id IS NOT NULL;

-- The disclosure, before anything is agreed. What can be read online is not sent.
CREATE FUNCTION order_plan_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter (guarantor_id, kind, offer_id, asked_at, claimed_until)
  VALUES (NEW.guarantor_id, 'plan_offered', NEW.offer_id, NEW.copy_at, NEW.copy_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER plan_offer_is_sent AFTER UPDATE OF copy_at ON plan_offer
  FOR EACH ROW WHEN (OLD.copy_at IS NULL AND NEW.copy_way IN ('email', 'mail')) EXECUTE FUNCTION order_plan_copy();

-- And the plan as it was agreed to.
CREATE FUNCTION order_agreed_plan_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter (guarantor_id, kind, offer_id, asked_at, claimed_until)
  VALUES (NEW.guarantor_id, 'plan_agreed', NEW.offer_id, NEW.made_at, NEW.made_at)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER payment_plan_is_sent AFTER INSERT ON payment_plan
  FOR EACH ROW WHEN (NEW.offer_id IS NOT NULL) EXECUTE FUNCTION order_agreed_plan_copy();

-- Whoever agreed before got no copy yet.
INSERT INTO letter (guarantor_id, kind, offer_id, asked_at, claimed_until)
SELECT guarantor_id, 'plan_agreed', offer_id, made_at, made_at FROM payment_plan
WHERE offer_id IS NOT NULL AND state = 'active';
