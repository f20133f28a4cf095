-- What a call leaves with a guarantor: notes, promises, referrals, wires to come. Each arrives under an id
-- that the desk minted, perhaps long after the call, perhaps more than once. None of it moves money, so
-- nothing here has lines in the ledger.

CREATE TABLE account_note (
  note_id        uuid PRIMARY KEY,
  call_id        uuid NOT NULL,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  written_at     timestamptz NOT NULL,
  text           text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  kept_at        timestamptz NOT NULL
);
CREATE INDEX account_note_by_guarantor ON account_note (guarantor_id, written_at);

CREATE TRIGGER account_note_only_grows BEFORE UPDATE OR DELETE ON account_note
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A guarantor has one promise that stands; a later one replaces it, with its date, and both stay.
CREATE TABLE promise_to_pay (
  promise_id     uuid PRIMARY KEY,
  call_id        uuid NOT NULL,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  made_at        timestamptz NOT NULL,
  amount_cents   bigint NOT NULL CHECK (amount_cents > 0),
  promised_on    date NOT NULL,
  reason         text NOT NULL CHECK (reason IN ('payday', 'benefits', 'insurance_answer', 'other')),
  note           text NOT NULL CHECK (length(note) <= 500),
  kept_at        timestamptz NOT NULL,
  replaced_by    uuid REFERENCES promise_to_pay DEFERRABLE INITIALLY DEFERRED CHECK (replaced_by <> promise_id),
  replaced_at    timestamptz,
  CHECK ((replaced_by IS NULL) = (replaced_at IS NULL)),
  -- A day of slack: the day begins earlier in UTC than in the guarantor's zone.
  CHECK (promised_on >= (made_at AT TIME ZONE 'UTC')::date)
);
CREATE INDEX promise_to_pay_by_guarantor ON promise_to_pay (guarantor_id, made_at);
CREATE UNIQUE INDEX promise_to_pay_stands_once ON promise_to_pay (guarantor_id) WHERE replaced_by IS NULL;

CREATE TABLE referral (
  referral_id    uuid PRIMARY KEY,
  call_id        uuid NOT NULL,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  mrn            text NOT NULL REFERENCES patient,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  referred_at    timestamptz NOT NULL,
  programme      text NOT NULL CHECK (programme IN ('mfa', 'chc', 'pharmacy', 'community')),
  language       text NOT NULL CHECK (language IN ('en', 'es')),
  context        text NOT NULL CHECK (length(context) BETWEEN 1 AND 2000),
  kept_at        timestamptz NOT NULL,
  -- When the counselor brought it to an outcome; null while it waits.
  closed_at      timestamptz CHECK (closed_at >= referred_at)
);
CREATE INDEX referral_open_by_guarantor ON referral (guarantor_id) WHERE closed_at IS NULL;

CREATE TABLE expected_wire (
  wire_id        uuid PRIMARY KEY,
  call_id        uuid NOT NULL,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  noted_at       timestamptz NOT NULL,
  ledger         text NOT NULL CHECK (ledger IN ('medical', 'premium')),
  reference      text NOT NULL UNIQUE CHECK (reference ~ '^\d{10,12}[0-9A-Z]{6}$'),
  amount_cents   bigint NOT NULL CHECK (amount_cents > 0),
  expected_on    date NOT NULL,
  state          text NOT NULL DEFAULT 'expected' CHECK (state IN ('expected', 'received', 'expired')),
  kept_at        timestamptz NOT NULL
);
CREATE INDEX expected_wire_by_guarantor ON expected_wire (guarantor_id) WHERE state = 'expected';
