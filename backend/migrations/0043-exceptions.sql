-- Everything that a supervisor has to look after, in one queue: whose it is, since when, what became of it and why.
-- A case is opened by the transaction that makes the thing, once for each thing, and closed by the one that makes an
-- end of it; a person closes the others with a reason. What each kind means, and what is done about it, is in
-- shared/exceptions/exception-kind.ts.

CREATE TABLE exception_case (
  case_id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind              text NOT NULL CHECK (kind IN ('unknown', 'unposted', 'returned', 'notice', 'not_sent', 'bank_file',
                      'return_rate', 'not_taken', 'unmatched', 'duplicate', 'recording', 'record_locked',
                      'sign_in_locked', 'chain_broken')),
  -- The id of the thing: of a payment, a return, an arrival, a call, a record, a user, a finding.
  subject           text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  -- A code that says more: of the return, the finding, why it waits.
  about             text CHECK (length(about) <= 200),
  guarantor_id      text REFERENCES guarantor,
  payment_key       uuid REFERENCES payment,
  -- Of a duplicate: the payment that was there before.
  other_payment_key uuid REFERENCES payment CHECK (other_payment_key <> payment_key),
  amount_cents      bigint CHECK (amount_cents > 0),
  opened_at         timestamptz NOT NULL,
  owner             text REFERENCES user_account,
  owned_at          timestamptz,
  resolved_at       timestamptz CHECK (resolved_at >= opened_at),
  -- 'by_person', or what made an end of it.
  resolved_why      text CHECK (resolved_why ~ '^[a-z_]{1,40}$'),
  resolved_by       text REFERENCES user_account,
  resolution        text CHECK (length(resolution) BETWEEN 3 AND 500),
  CHECK ((owner IS NULL) = (owned_at IS NULL)),
  -- What a page of the queue goes on after is an instant as the contract has it.
  CHECK (opened_at = date_trunc('milliseconds', opened_at) AND resolved_at = date_trunc('milliseconds', resolved_at)),
  CHECK ((resolved_at IS NULL) = (resolved_why IS NULL)),
  CONSTRAINT exception_resolved_by_person_with_reason CHECK
    (resolved_why IS DISTINCT FROM 'by_person' OR (resolved_by IS NOT NULL AND resolution IS NOT NULL))
);
CREATE UNIQUE INDEX exception_case_open_once ON exception_case (kind, subject) WHERE resolved_at IS NULL;
CREATE INDEX exception_case_open ON exception_case (opened_at, case_id) WHERE resolved_at IS NULL;
CREATE INDEX exception_case_resolved ON exception_case (resolved_at, case_id) WHERE resolved_at IS NOT NULL;
-- A page of the queue is a walk through what is open of each kind, or through what was resolved of one.
CREATE INDEX exception_case_of_kind ON exception_case (kind, opened_at, case_id) WHERE resolved_at IS NULL;
CREATE INDEX exception_case_resolved_of_kind ON exception_case (kind, resolved_at, case_id) WHERE resolved_at IS NOT NULL;
CREATE INDEX exception_case_by_subject ON exception_case (kind, subject);
CREATE INDEX exception_case_by_payment ON exception_case (payment_key) WHERE payment_key IS NOT NULL;
CREATE INDEX exception_case_by_other ON exception_case (other_payment_key) WHERE other_payment_key IS NOT NULL;

-- Who did what about it; nobody where it happened by itself.
CREATE TABLE exception_event (
  number         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES exception_case,
  at             timestamptz NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('opened', 'taken', 'put_back', 'handed_over', 'resolved')),
  user_id        text REFERENCES user_account,
  workstation_id uuid REFERENCES workstation,
  -- To whom it was handed over, or what made an end of it.
  about          text,
  reason         text CHECK (length(reason) BETWEEN 3 AND 500)
);
CREATE INDEX exception_event_by_case ON exception_event (case_id, number);
CREATE TRIGGER exception_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON exception_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CALL audit_table('exception_event', 'added', '{"action": "exception_$kind", "of": "exception_case", "subject": "$case_id",
  "detail": "$about"}');

-- What was resolved stays as it was.
CREATE FUNCTION keep_resolved_exception() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an exception that is resolved never changes' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER exception_case_stays_resolved BEFORE UPDATE ON exception_case
  FOR EACH ROW WHEN (OLD.resolved_at IS NOT NULL) EXECUTE FUNCTION keep_resolved_exception();

-- Opens a case unless this thing has one. Instants are whole milliseconds, as a page's place in the queue is. What a
-- person has put an end to stays so; a record or an account may be locked again.
CREATE FUNCTION open_exception(p_kind text, p_subject text, p_about text, p_guarantor text, p_payment uuid, p_other uuid,
  p_cents bigint, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_case uuid;
  v_at   timestamptz := date_trunc('milliseconds', p_at);
BEGIN
  INSERT INTO exception_case (kind, subject, about, guarantor_id, payment_key, other_payment_key, amount_cents, opened_at)
  SELECT p_kind, p_subject, p_about, p_guarantor, p_payment, p_other, p_cents, v_at
  WHERE p_kind IN ('record_locked', 'sign_in_locked')
    OR NOT EXISTS (SELECT FROM exception_case WHERE kind = p_kind AND subject = p_subject AND resolved_why = 'by_person')
  ON CONFLICT (kind, subject) WHERE resolved_at IS NULL DO NOTHING
  RETURNING case_id INTO v_case;
  IF v_case IS NOT NULL THEN
    INSERT INTO exception_event (case_id, at, kind, about) VALUES (v_case, v_at, 'opened', p_kind);
  END IF;
END
$$;

-- Puts an end to the case of a thing, if it has an open one.
CREATE FUNCTION close_exception(p_kind text, p_subject text, p_why text, p_by text, p_reason text, p_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE v_case exception_case;
BEGIN
  UPDATE exception_case SET resolved_at = greatest(date_trunc('milliseconds', p_at), opened_at), resolved_why = p_why, resolved_by = p_by,
    resolution = p_reason
  WHERE kind = p_kind AND subject = p_subject AND resolved_at IS NULL RETURNING * INTO v_case;
  IF FOUND THEN
    INSERT INTO exception_event (case_id, at, kind, user_id, about, reason)
    VALUES (v_case.case_id, v_case.resolved_at, 'resolved', p_by, p_why, p_reason);
  END IF;
END
$$;

-- Outcomes that nobody knows.
CREATE FUNCTION exception_of_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_of payment;
BEGIN
  SELECT * INTO v_of FROM payment WHERE key = NEW.payment_key;
  IF NEW.to_state = 'unknown' THEN
    PERFORM open_exception('unknown', v_of.key::text, NULL, v_of.guarantor_id, v_of.key, NULL, v_of.amount_cents, NEW.at);
  ELSE
    PERFORM close_exception('unknown', v_of.key::text, 'became_' || NEW.to_state, NULL, NULL, NEW.at);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_outcome AFTER INSERT ON payment_state_change FOR EACH ROW
  WHEN (NEW.to_state = 'unknown' OR NEW.from_state = 'unknown') EXECUTE FUNCTION exception_of_outcome();

CREATE FUNCTION exception_of_override() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE exception_case SET about = 'override'
  WHERE kind = 'unknown' AND subject = NEW.payment_key::text AND resolved_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_override AFTER INSERT ON payment_override FOR EACH ROW EXECUTE FUNCTION exception_of_override();

-- What has not posted in time is opened by the backend (backend/exceptions/open-late.ts), which knows the bank calendar,
-- and by whoever asks for a trace.
CREATE FUNCTION close_unposted(p_key uuid, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v_state text;
BEGIN
  SELECT state INTO v_state FROM payment WHERE key = p_key;
  IF v_state NOT IN ('approved', 'originated')
    AND NOT EXISTS (SELECT FROM payment_trace WHERE payment_key = p_key AND closed_at IS NULL) THEN
    PERFORM close_exception('unposted', p_key::text, 'became_' || v_state, NULL, NULL, p_at);
  END IF;
END
$$;
CREATE FUNCTION exception_of_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM close_unposted(NEW.key, NEW.state_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_posting AFTER UPDATE OF state ON payment FOR EACH ROW
  WHEN (OLD.state IN ('approved', 'originated') AND NEW.state NOT IN ('approved', 'originated'))
  EXECUTE FUNCTION exception_of_posting();
CREATE FUNCTION exception_of_trace() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_of payment;
BEGIN
  IF NEW.closed_at IS NULL THEN
    SELECT * INTO v_of FROM payment WHERE key = NEW.payment_key;
    PERFORM open_exception('unposted', v_of.key::text, 'traced', v_of.guarantor_id, v_of.key, NULL, v_of.amount_cents,
      NEW.opened_at);
  ELSE
    PERFORM close_unposted(NEW.payment_key, NEW.closed_at);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_trace AFTER INSERT OR UPDATE OF closed_at ON payment_trace
  FOR EACH ROW EXECUTE FUNCTION exception_of_trace();

-- What a bank sent back or refused, and debits that no file took.
CREATE FUNCTION ach_case_kind(p_kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p_kind WHEN 'return' THEN 'returned' WHEN 'refused_file' THEN 'bank_file' ELSE p_kind END
$$;
CREATE FUNCTION exception_of_bank() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.resolved_at IS NULL THEN
    PERFORM open_exception(ach_case_kind(NEW.kind), NEW.exception_id::text, NEW.code, NEW.guarantor_id, NEW.payment_key, NULL,
      (SELECT amount_cents FROM payment WHERE key = NEW.payment_key), NEW.opened_at);
  ELSE
    PERFORM close_exception(ach_case_kind(NEW.kind), NEW.exception_id::text, 'by_person', NEW.resolved_by, NEW.resolution,
      NEW.resolved_at);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_bank AFTER INSERT OR UPDATE OF resolved_at ON ach_exception
  FOR EACH ROW EXECUTE FUNCTION exception_of_bank();

-- Money that arrived, was tried, and is nobody's yet.
CREATE FUNCTION exception_of_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.payment_key IS NULL THEN
    PERFORM open_exception('unmatched', NEW.arrival_id::text, NEW.channel, NULL, NULL, NULL, NEW.amount_cents, NEW.read_at);
  ELSE
    PERFORM close_exception('unmatched', NEW.arrival_id::text, CASE NEW.matched_by WHEN 'hand' THEN 'assigned' ELSE 'matched' END,
      NULL, NULL, NEW.matched_at);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_arrival AFTER INSERT OR UPDATE OF why, payment_key ON arrival
  FOR EACH ROW WHEN (NEW.why IS DISTINCT FROM 'not_tried') EXECUTE FUNCTION exception_of_arrival();

-- Payments to come that a run could not take; one payment may be the end of several.
CREATE FUNCTION exception_of_authorisation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_of payment;
BEGIN
  IF NEW.closed_at IS NULL THEN
    SELECT * INTO v_of FROM payment WHERE key = NEW.payment_key;
    PERFORM open_exception('not_taken', v_of.key::text, NEW.kind, v_of.guarantor_id, v_of.key, NULL, v_of.amount_cents,
      NEW.opened_at);
  ELSE
    PERFORM close_exception('not_taken', NEW.payment_key::text, 'dealt_with', NEW.closed_by, NULL, NEW.closed_at);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_authorisation AFTER INSERT OR UPDATE OF closed_at ON authorisation_exception
  FOR EACH ROW EXECUTE FUNCTION exception_of_authorisation();

-- Two payments that may be one: the same amount within a day by the same method or for the same account, or one that
-- was let start while the other's outcome was open, where both were charged (docs/decisions/0008-paid-twice.md). What
-- runs take twice was agreed to twice. It is looked for at the commit: whoever approves a guarantor's payment holds
-- their accounts by then, so that of two that come true at once the second sees the first.
CREATE FUNCTION note_duplicate(p_key uuid, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_of    payment;
  v_other uuid;
BEGIN
  SELECT * INTO v_of FROM payment WHERE key = p_key;
  SELECT other.key INTO v_other
  FROM payment AS other LEFT JOIN payment_override AS own ON own.payment_key = p_key
    LEFT JOIN payment_override AS theirs ON theirs.payment_key = other.key
  WHERE other.guarantor_id = v_of.guarantor_id AND other.key <> p_key
    AND other.state IN ('approved', 'originated', 'posted', 'settled')
    AND NOT EXISTS (SELECT FROM exception_case WHERE kind = 'duplicate' AND exception_case.payment_key = other.key
      AND other_payment_key = p_key)
    AND (other.taken_at > own.overridden_at
      OR (v_of.taken_at > theirs.overridden_at AND v_of.taken_at < (SELECT at FROM payment_state_change
          WHERE payment_key = other.key AND to_state = 'approved'))
      OR (other.amount_cents = v_of.amount_cents AND NOT (other.source = 'run' AND v_of.source = 'run')
        AND other.taken_at BETWEEN v_of.taken_at - interval '24 hours' AND v_of.taken_at + interval '24 hours'
        AND ((other.method_kind = v_of.method_kind
            AND coalesce(other.card_last4, other.bank_last4) = coalesce(v_of.card_last4, v_of.bank_last4))
          OR EXISTS (SELECT FROM payment_allocation AS theirs_part JOIN charge AS theirs_charge USING (charge_id)
              JOIN charge AS own_charge ON own_charge.account_id = theirs_charge.account_id
              JOIN payment_allocation AS own_part ON own_part.charge_id = own_charge.charge_id
              WHERE theirs_part.payment_key = other.key AND own_part.payment_key = p_key))))
  ORDER BY coalesce(own.overridden_at, theirs.overridden_at) IS NULL, other.taken_at DESC LIMIT 1;
  IF v_other IS NOT NULL THEN
    PERFORM open_exception('duplicate', p_key::text,
      CASE WHEN EXISTS (SELECT FROM payment_override WHERE payment_key IN (p_key, v_other)) THEN 'overridden' ELSE 'same_amount' END,
      v_of.guarantor_id, p_key, v_other, v_of.amount_cents, p_at);
  END IF;
END
$$;
CREATE FUNCTION exception_of_duplicate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_subject text;
BEGIN
  IF NEW.to_state = 'approved' THEN
    PERFORM note_duplicate(NEW.payment_key, NEW.at);
  ELSE
    FOR v_subject IN SELECT subject FROM exception_case WHERE kind = 'duplicate' AND resolved_at IS NULL
        AND NEW.payment_key IN (payment_key, other_payment_key)
    LOOP
      PERFORM close_exception('duplicate', v_subject, 'one_' || NEW.to_state, NULL, NULL, NEW.at);
    END LOOP;
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER exception_of_duplicate AFTER INSERT ON payment_state_change DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.to_state IN ('approved', 'voided', 'refunded', 'returned')) EXECUTE FUNCTION exception_of_duplicate();

-- A suspected duplicate that was confirmed (0042-approvals.sql) is told of all the same, since the word is the
-- representative's alone; its code says that there is one. It counts where it was given for the later of the two: only
-- then the other was there to be warned of.
CREATE FUNCTION tell_of_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payment_again WHERE payment_key = (SELECT key FROM payment
      WHERE key IN (NEW.payment_key, NEW.other_payment_key) ORDER BY taken_at DESC LIMIT 1)) THEN
    NEW.about := 'confirmed';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER exception_case_was_confirmed BEFORE INSERT ON exception_case
  FOR EACH ROW WHEN (NEW.kind = 'duplicate' AND NEW.about = 'same_amount') EXECUTE FUNCTION tell_of_confirmation();

-- Records that wrong answers locked. Whoever unlocks one says why in the access beside it.
CREATE FUNCTION exception_of_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.locked_at IS NOT NULL THEN
    PERFORM open_exception('record_locked', NEW.mrn, NULL, NEW.guarantor_id, NULL, NULL, NULL, NEW.locked_at);
  ELSE
    PERFORM close_exception('record_locked', NEW.mrn, 'unlocked', NULL, NULL, now());
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER exception_of_record AFTER UPDATE ON patient DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.locked_at IS NULL) <> (NEW.locked_at IS NULL)) EXECUTE FUNCTION exception_of_record();
CREATE TRIGGER exception_of_locked_record AFTER INSERT ON patient
  FOR EACH ROW WHEN (NEW.locked_at IS NOT NULL) EXECUTE FUNCTION exception_of_record();
CREATE FUNCTION exception_of_unlocking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM close_exception('record_locked', NEW.mrn, 'unlocked', NEW.user_id, NEW.reason, NEW.at);
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_unlocking AFTER INSERT ON access_event
  FOR EACH ROW WHEN (NEW.action = 'record_unlocked') EXECUTE FUNCTION exception_of_unlocking();

-- Accounts that wrong passwords locked, for half an hour (backend/sign-in/password-sign-in.ts). The lock ends by itself
-- (backend/exceptions/queue/end-locks.ts) and says how: nobody had tried again by the time somebody asked, or the next
-- try was counted anew, or the lock was taken off by hand.
CREATE FUNCTION exception_of_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.locked_until IS NOT NULL THEN
    PERFORM open_exception('sign_in_locked', NEW.user_id, NULL, NULL, NULL, NULL, NULL, NEW.locked_until - interval '30 minutes');
  ELSE
    PERFORM close_exception('sign_in_locked', NEW.user_id,
      CASE WHEN NEW.failed_sign_ins <> OLD.failed_sign_ins THEN 'tried_again' ELSE 'unlocked' END,
      NULL, NULL, greatest(OLD.locked_until, NEW.last_signed_in_at));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_sign_in AFTER UPDATE OF locked_until ON user_account
  FOR EACH ROW WHEN (OLD.locked_until IS DISTINCT FROM NEW.locked_until) EXECUTE FUNCTION exception_of_sign_in();

-- Whatever does not fit together in the audit trail or in what a desk handed over.
CREATE FUNCTION exception_of_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM open_exception('chain_broken', NEW.exception_id::text, NEW.kind, NULL, NULL, NULL, NULL, NEW.found_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER exception_of_chain AFTER INSERT ON audit_exception FOR EACH ROW EXECUTE FUNCTION exception_of_chain();

-- What there is already.
SELECT count(open_exception('unknown', key::text, (SELECT 'override' FROM payment_override WHERE payment_key = key),
  guarantor_id, key, NULL, amount_cents, state_at)::text)
FROM payment WHERE state = 'unknown';
SELECT count(open_exception('unposted', key::text, 'traced', guarantor_id, key, NULL, amount_cents, opened_at)::text)
FROM payment_trace JOIN payment ON key = payment_key WHERE closed_at IS NULL;
SELECT count(open_exception(ach_case_kind(kind), exception_id::text, code, ach_exception.guarantor_id, payment_key, NULL,
  amount_cents, opened_at)::text)
FROM ach_exception LEFT JOIN payment ON key = payment_key WHERE resolved_at IS NULL;
SELECT count(open_exception('unmatched', arrival_id::text, channel, NULL, NULL, NULL, amount_cents, read_at)::text)
FROM arrival WHERE payment_key IS NULL AND why <> 'not_tried';
SELECT count(open_exception('not_taken', key::text, kind, guarantor_id, key, NULL, amount_cents, opened_at)::text)
FROM authorisation_exception JOIN payment ON key = payment_key WHERE closed_at IS NULL;
-- The later one of two is the one too many, so the latest comes first.
SELECT count(note_duplicate(key, at)::text) FROM (
  SELECT key, at FROM payment JOIN payment_state_change ON payment_key = key AND to_state = 'approved'
  WHERE state IN ('approved', 'originated', 'posted', 'settled')
    AND (at > now() - interval '30 days' OR key IN (SELECT payment_key FROM payment_override))
  ORDER BY at DESC) AS lately;
SELECT count(open_exception('record_locked', mrn, NULL, guarantor_id, NULL, NULL, NULL, locked_at)::text)
FROM patient WHERE locked_at IS NOT NULL;
SELECT count(open_exception('sign_in_locked', user_id, NULL, NULL, NULL, NULL, NULL, locked_until - interval '30 minutes')::text)
FROM user_account WHERE locked_until > now();
SELECT count(open_exception('chain_broken', exception_id::text, kind, NULL, NULL, NULL, NULL, found_at)::text)
FROM audit_exception;
