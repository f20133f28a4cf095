-- The trail is searched, verified and reviewed by supervisors: indexes for both searches, verifications that several
-- servers and supervisors share, and what a privacy officer has looked at.

-- A field of a record, as it stands between its quotes: JSON escapes quotes, so no text can pretend to be a field. The
-- record itself is the only place where it stands, so that a search cannot be told otherwise. Cut out and not parsed:
-- that costs a record a third less.
CREATE FUNCTION audit_said(p_content text, p_field text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT split_part(split_part(p_content, '"' || p_field || '":"', 2), '"', 1) COLLATE "C"
$$;
CREATE INDEX audit_record_by_time ON audit_record (audit_said(content, 'at'), number);
CREATE INDEX audit_record_by_user ON audit_record (audit_said(content, 'user'), audit_said(content, 'at'), number);
CREATE INDEX audit_record_by_action ON audit_record (audit_said(content, 'action'), audit_said(content, 'at'), number);
CREATE INDEX audit_record_by_subject ON audit_record (audit_said(content, 'subject'), audit_said(content, 'at'), number);
CREATE INDEX audit_record_by_outcome ON audit_record (audit_said(content, 'outcome'), audit_said(content, 'at'), number)
  WHERE audit_said(content, 'outcome') <> 'succeeded';

-- One verification at a time, whoever asked for it and whichever server does it; the others watch the same one.
CREATE TABLE audit_verification (
  verification_id uuid PRIMARY KEY,
  begun_by        text NOT NULL REFERENCES user_account,
  workstation_id  uuid NOT NULL REFERENCES workstation,
  begun_at        timestamptz NOT NULL,
  -- Where the chain ended then.
  total           bigint NOT NULL CHECK (total >= 0),
  checked         bigint NOT NULL DEFAULT 0,
  -- By this server's own clock: one that says nothing for a while has died.
  beat_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  cancelled_by    text REFERENCES user_account,
  ended_at        timestamptz,
  outcome         text CHECK (outcome IN ('whole', 'broken', 'cancelled', 'failed')),
  took_ms         integer CHECK (took_ms >= 0),
  -- Of a broken chain: what, where and why, in one sentence.
  what            text,
  "position"      bigint,
  record_id       text,
  why             text,
  CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  CHECK (outcome IS DISTINCT FROM 'broken' OR (what IS NOT NULL AND why IS NOT NULL))
);
CREATE UNIQUE INDEX audit_verification_running ON audit_verification ((true)) WHERE ended_at IS NULL;
CREATE INDEX audit_verification_by_time ON audit_verification (begun_at);
CALL audit_table('audit_verification', 'added', '{"action": "audit_verification_begun", "at": "$begun_at", "user": "$begun_by",
  "of": "audit_chain", "subject": "$verification_id"}');
CALL audit_table('audit_verification', 'ended_at', '{"action": "audit_verified", "outcome": "$outcome", "at": "$ended_at",
  "user": "$begun_by", "of": "audit_chain", "subject": "$verification_id", "detail": "$what"}');

-- What a verification finds, and what a desk wrote down and nobody can read, is kept as the rest is.
ALTER TABLE audit_exception DROP CONSTRAINT audit_exception_kind_check,
  ADD CONSTRAINT audit_exception_kind_check CHECK (kind IN ('anchor_differs', 'desk_record_altered', 'desk_records_missing',
    'desk_chain_forked', 'desk_record_unreadable', 'chain_altered', 'chain_removed', 'chain_inserted', 'chain_reordered',
    'chain_cut_off', 'chain_not_signed', 'chain_wrong_key', 'chain_unreadable'));

-- Why somebody looked: a call, a case, supervision; nothing where nothing tells.
CREATE FUNCTION access_purpose(p_action text, p_call uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_call IS NOT NULL THEN 'call'
    WHEN p_action ~ '^(case|document|letter|screening|application|programme)' THEN 'case'
    WHEN p_action ~ '^(exception|outcome|arrival|record|payment)' THEN 'supervision' END
$$;
CREATE OR REPLACE FUNCTION audit_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_event('access_' || NEW.action, NEW.at,
    CASE WHEN coalesce(NEW.mrn, NEW.guarantor_id) IS NULL THEN 'nobody' ELSE 'succeeded' END,
    NEW.user_id, NEW.workstation_id, NULL, NEW.call_id::text, access_purpose(NEW.action, NEW.call_id),
    CASE WHEN NEW.mrn IS NOT NULL THEN 'patient' ELSE 'guarantor' END, coalesce(NEW.mrn, NEW.guarantor_id), NULL);
  RETURN NULL;
END
$$;

-- A page of looks is walked out of these; a look that was at nobody is none.
CREATE INDEX access_event_by_time ON access_event (at, event_id) WHERE coalesce(mrn, guarantor_id) IS NOT NULL;
CREATE INDEX access_event_without_call ON access_event (at, event_id)
  WHERE call_id IS NULL AND coalesce(mrn, guarantor_id) IS NOT NULL;
-- The looks of a purpose that hardly anybody has are found at once: among a million they were looked for in each.
CREATE INDEX access_event_of_purpose ON access_event (coalesce(access_purpose(action, call_id), 'none'), at, event_id)
  WHERE call_id IS NULL AND coalesce(mrn, guarantor_id) IS NOT NULL;
-- Whether somebody was shown this person's payments within the hour is asked for each one of a page, and whether
-- they searched by this at all: without an index of its own both look through everything they saw in that hour.
CREATE INDEX access_event_searched ON access_event (user_id, guarantor_id, at)
  WHERE action IN ('payments_searched', 'payment_listed');

-- What a supervisor has looked at of what stood out, with how much of it there was then: when more comes, it is
-- listed again. Nobody looks at what they did themselves.
CREATE TABLE access_review (
  review_id      uuid PRIMARY KEY,
  pattern        text NOT NULL CHECK (pattern IN ('family_name', 'without_call', 'after_hours', 'again_and_again')),
  user_id        text NOT NULL REFERENCES user_account,
  -- An MRN, a guarantor, or nobody in particular.
  subject        text NOT NULL CHECK (length(subject) <= 40),
  seen_on        date NOT NULL,
  looks          integer NOT NULL CHECK (looks > 0),
  reviewed_by    text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  reviewed_at    timestamptz NOT NULL,
  reason         text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  CONSTRAINT access_never_reviewed_by_oneself CHECK (reviewed_by <> user_id)
);
CREATE INDEX access_review_of ON access_review (user_id, seen_on, pattern, subject);
CREATE TRIGGER access_review_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON access_review
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CALL audit_table('access_review', 'added', '{"action": "access_reviewed", "outcome": "$pattern", "at": "$reviewed_at",
  "user": "$reviewed_by", "of": "user", "subject": "$user_id", "detail": "$review_id"}');

-- Contacts and accounts that are changed by hand: under which role of the database, on the backend's own clock.
CREATE FUNCTION audit_hand() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN current_setting('application_name') <> 'remit-desk' THEN 'database ' || session_user END
$$;
CREATE FUNCTION audit_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT clock_timestamp() + coalesce((SELECT ahead_ms FROM sandbox_clock), 0) * interval '1 millisecond'
$$;
CREATE OR REPLACE FUNCTION audit_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_event('contact_changed', audit_now(), 'succeeded', audit_hand(), NULL, NULL, NULL, NULL, TG_TABLE_NAME::text,
    CASE TG_TABLE_NAME WHEN 'patient' THEN to_jsonb(NEW)->>'mrn' ELSE to_jsonb(NEW)->>'guarantor_id' END,
    (SELECT string_agg(key, ' ' ORDER BY key) FROM jsonb_each(to_jsonb(NEW)) AS new
     WHERE key IN ('street', 'postal_code', 'city', 'state', 'phone', 'email', 'email_agreed_on', 'language')
       AND value IS DISTINCT FROM to_jsonb(OLD)->key));
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION audit_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_event(CASE TG_OP WHEN 'INSERT' THEN 'user_made' ELSE 'user_changed' END, audit_now(), 'succeeded', audit_hand(),
    NULL, NULL, NULL, NULL, 'user', NEW.user_id, CASE TG_OP WHEN 'UPDATE' THEN
      (SELECT string_agg(key, ' ' ORDER BY key) FROM jsonb_each(to_jsonb(NEW))
       WHERE key IN ('role', 'regions', 'enabled_at', 'locked_until', 'password_hash')
         AND value IS DISTINCT FROM to_jsonb(OLD)->key) END);
  RETURN NULL;
END
$$;
