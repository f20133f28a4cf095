-- What happened in a call: who was verified and how, what was looked at, how it ended.

CREATE TABLE verification (
  verification_id uuid PRIMARY KEY,
  call_id         uuid NOT NULL,
  mrn             text NOT NULL REFERENCES patient,
  guarantor_id    text NOT NULL REFERENCES guarantor,
  caller_role     text NOT NULL CHECK (caller_role IN ('patient', 'guarantor', 'authorised_representative', 'guest_payer')),
  caller_name     text,
  state           text NOT NULL CHECK (state IN ('open', 'verified', 'refused', 'locked')),
  refusal         text CHECK (refusal IN ('patient_is_minor', 'patient_is_deceased', 'no_authorisation_on_record')),
  discloses       text NOT NULL CHECK (discloses IN ('everything', 'amount_only', 'nothing')),
  begun_by        text NOT NULL REFERENCES user_account,
  workstation_id  uuid NOT NULL REFERENCES workstation,
  begun_at        timestamptz NOT NULL,
  closed_at       timestamptz,
  CHECK ((state = 'refused') = (refusal IS NOT NULL)),
  CHECK ((state = 'open') = (closed_at IS NULL)),
  CHECK ((state = 'verified') = (discloses <> 'nothing'))
);
CREATE INDEX verification_by_call ON verification (call_id);

-- That a factor was asked and whether it matched; never what was said.
CREATE TABLE verification_answer (
  verification_id uuid NOT NULL REFERENCES verification,
  factor          text NOT NULL CHECK (factor IN ('birth_date', 'postal_code', 'street_address', 'phone')),
  matched         boolean NOT NULL,
  answered_at     timestamptz NOT NULL,
  PRIMARY KEY (verification_id, factor)
);

CREATE TABLE call_record (
  call_id        uuid PRIMARY KEY,
  reference      text NOT NULL,
  started_at     timestamptz NOT NULL,
  ended_at       timestamptz NOT NULL CHECK (ended_at >= started_at),
  user_id        text NOT NULL,
  workstation_id uuid NOT NULL REFERENCES workstation,
  mrn            text,
  guarantor_id   text,
  disposition    text NOT NULL,
  record         jsonb NOT NULL,
  kept_at        timestamptz NOT NULL
);

-- Who looked at whom, when, under which call (45 CFR 164.312(b)). Only ever added to.
CREATE TABLE access_event (
  event_id       uuid PRIMARY KEY,
  at             timestamptz NOT NULL,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  action         text NOT NULL CHECK (action IN ('found', 'verification_begun', 'factor_answered', 'balance_read',
                   'record_unlocked')),
  mrn            text,
  guarantor_id   text,
  call_id        uuid,
  -- Why, in words, where the action asks for it.
  reason         text
);
CREATE INDEX access_event_by_patient ON access_event (mrn, at);
CREATE INDEX access_event_by_user ON access_event (user_id, at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER access_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON access_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
