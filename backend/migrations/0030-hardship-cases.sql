-- Cases of the financial counselors: what has to be done for a guarantor who cannot pay, by when, and by whom.

-- One open case for a guarantor, with one counselor at a time.
CREATE TABLE hardship_case (
  case_id      uuid PRIMARY KEY,
  guarantor_id text NOT NULL REFERENCES guarantor,
  opened_at    timestamptz NOT NULL,
  -- Set by a counselor; null follows what is due.
  priority     text CHECK (priority IN ('urgent', 'normal', 'low')),
  owner        text REFERENCES user_account,
  owned_at     timestamptz,
  closed_at    timestamptz CHECK (closed_at >= opened_at),
  closed_by    text REFERENCES user_account,
  outcome      text CHECK (outcome IN ('assisted', 'plan_made', 'paid', 'not_eligible', 'declined_help', 'not_reached', 'other')),
  closing_note text CHECK (length(closing_note) BETWEEN 3 AND 500),
  CHECK ((owner IS NULL) = (owned_at IS NULL)),
  CHECK ((closed_at IS NULL) = (outcome IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)
    AND (closed_at IS NULL) = (closing_note IS NULL))
);
CREATE UNIQUE INDEX hardship_case_open_once ON hardship_case (guarantor_id) WHERE closed_at IS NULL;
CREATE INDEX hardship_case_by_guarantor ON hardship_case (guarantor_id, opened_at);

-- What is to be done in a case. `about` is the referral, application, promise or plan it is about.
CREATE TABLE hardship_item (
  item_id   uuid PRIMARY KEY,
  case_id   uuid NOT NULL REFERENCES hardship_case,
  kind      text NOT NULL CHECK (kind IN ('referral', 'callback', 'documents', 'decision', 'appeal', 'renewal',
              'broken_promise', 'plan_missed', 'plan_default', 'programme')),
  about     uuid,
  opened_at timestamptz NOT NULL,
  due_on    date NOT NULL,
  note      text CHECK (length(note) BETWEEN 1 AND 500),
  done_at   timestamptz CHECK (done_at >= opened_at),
  -- Null where what it waited for came by itself.
  done_by   text REFERENCES user_account,
  done_note text CHECK (length(done_note) BETWEEN 1 AND 500),
  CHECK (done_at IS NOT NULL OR (done_by IS NULL AND done_note IS NULL))
);
CREATE INDEX hardship_item_by_case ON hardship_item (case_id);
CREATE INDEX hardship_item_open_by_due ON hardship_item (due_on) WHERE done_at IS NULL;
CREATE UNIQUE INDEX hardship_item_open_once ON hardship_item (kind, about) WHERE done_at IS NULL AND about IS NOT NULL;

-- What happened in a case, in order; `about` as above, `detail` without anything that identifies somebody else.
CREATE TABLE hardship_event (
  event_id       uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES hardship_case,
  at             timestamptz NOT NULL,
  -- Null for what a run did.
  user_id        text REFERENCES user_account,
  workstation_id uuid REFERENCES workstation,
  kind           text NOT NULL CHECK (kind ~ '^[a-z_]{3,40}$'),
  about          uuid,
  detail         jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX hardship_event_by_case ON hardship_event (case_id, at);
CREATE TRIGGER hardship_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON hardship_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE access_event DROP CONSTRAINT access_event_action_check,
  ADD CONSTRAINT access_event_action_check CHECK (action IN ('found', 'verification_begun', 'factor_answered',
    'balance_read', 'record_unlocked', 'exception_listed', 'outcome_overridden', 'arrival_assigned',
    'found_in_copy', 'balance_read_in_copy', 'case_listed', 'case_read'));

-- Who was referred before there were cases waits in one now. Due two weekdays on: the banks' holidays are not
-- known here, and what is overdue is looked at first.
INSERT INTO hardship_case (case_id, guarantor_id, opened_at)
SELECT gen_random_uuid(), guarantor_id, min(kept_at) FROM referral WHERE closed_at IS NULL GROUP BY guarantor_id;
INSERT INTO hardship_item (item_id, case_id, kind, about, opened_at, due_on)
SELECT gen_random_uuid(), case_id, 'referral', referral_id, kept_at,
  (kept_at AT TIME ZONE 'UTC')::date + CASE WHEN extract(isodow FROM kept_at AT TIME ZONE 'UTC') IN (4, 5) THEN 4
    WHEN extract(isodow FROM kept_at AT TIME ZONE 'UTC') = 6 THEN 3 ELSE 2 END
FROM referral JOIN hardship_case USING (guarantor_id) WHERE referral.closed_at IS NULL;
INSERT INTO hardship_event (event_id, case_id, at, kind)
SELECT gen_random_uuid(), case_id, opened_at, 'opened' FROM hardship_case;
