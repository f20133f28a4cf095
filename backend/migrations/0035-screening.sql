-- What households said of themselves in a case and what each programme answered, and the referrals to other
-- programmes with what became of them. Both only grow: what is said anew is another row.

-- The household with everything its answers rest on, so that it can be shown again as it was.
CREATE TABLE screening (
  screening_id   uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES hardship_case,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  made_at        timestamptz NOT NULL,
  made_by        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  household      jsonb NOT NULL,
  -- Which incomes were asked back and said again.
  confirmed      jsonb NOT NULL,
  answers        jsonb NOT NULL,
  -- By which version of the region's policy; null where none was in force.
  policy_from    date,
  guideline_year integer NOT NULL CHECK (guideline_year BETWEEN 2026 AND 2200)
);
CREATE INDEX screening_by_guarantor ON screening (guarantor_id, made_at);
CREATE INDEX screening_by_case ON screening (case_id, made_at);
CREATE TRIGGER screening_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON screening
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Somebody sent on to another programme: charitable coverage, help with medicines, help in the community.
CREATE TABLE programme_referral (
  programme_referral_id uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES hardship_case,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  programme      text NOT NULL CHECK (programme IN ('chc', 'pharmacy', 'community')),
  organization   text NOT NULL CHECK (length(organization) BETWEEN 2 AND 120),
  contact        text NOT NULL CHECK (length(contact) <= 200),
  referred_on    date NOT NULL,
  -- The screening that was known then, and what it answered.
  screening_id   uuid REFERENCES screening,
  screening_said text CHECK (screening_said IN ('eligible', 'not_eligible', 'unknown')),
  -- Why all the same, where the screening said that they are not eligible.
  in_spite       text CHECK (length(in_spite) BETWEEN 3 AND 500),
  CHECK ((screening_id IS NULL) = (screening_said IS NULL)),
  CHECK (screening_said IS DISTINCT FROM 'not_eligible' OR in_spite IS NOT NULL)
);
CREATE INDEX programme_referral_by_case ON programme_referral (case_id);
CREATE TRIGGER programme_referral_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON programme_referral
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What happened to it, in order: referred, asked after, ended once with an outcome.
CREATE TABLE programme_step (
  step_id        uuid PRIMARY KEY,
  programme_referral_id uuid NOT NULL REFERENCES programme_referral,
  kind           text NOT NULL CHECK (kind IN ('referred', 'followed_up', 'closed')),
  at             timestamptz NOT NULL,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  -- The day it happened, on the guarantor's calendar.
  happened_on    date NOT NULL,
  note           text NOT NULL CHECK (length(note) <= 500),
  -- When to ask after it; null once it has ended.
  follow_up_on   date,
  outcome        text CHECK (outcome IN ('enrolled', 'turned_down', 'no_answer', 'withdrew')),
  CHECK ((kind = 'closed') = (outcome IS NOT NULL)),
  CHECK ((kind = 'closed') = (follow_up_on IS NULL))
);
CREATE INDEX programme_step_by_referral ON programme_step (programme_referral_id, at);
CREATE UNIQUE INDEX programme_step_once ON programme_step (programme_referral_id, kind) WHERE kind <> 'followed_up';
CREATE TRIGGER programme_step_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON programme_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
