-- The audit trail as a hash chain (PCI DSS 10.2, 10.3.4; 45 CFR 164.312(b)). A transaction that does something
-- leaves its record here, unchained, so that no payment waits for another one's place in a chain; a sealer
-- chains what is committed, many at once. See docs/decisions/0012-audit-chain.md.

CREATE TABLE audit_record (
  -- Tells records of one transaction apart; handed out before the commit, so it is no order between them.
  number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid          xid8 NOT NULL DEFAULT pg_current_xact_id(),
  -- Canonical JSON (RFC 8785), exactly what is hashed.
  content      text NOT NULL CHECK (content LIKE '{"action":"_%'),
  content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
  -- By this server's own clock, which no sandbox moves: how long a record has waited for its seal.
  written_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX audit_record_by_xid ON audit_record (xid);

-- The chain: `hash` is the SHA-256 of {"position","previous","record"} as canonical JSON.
CREATE TABLE audit_link (
  position bigint PRIMARY KEY CHECK (position > 0),
  number   bigint NOT NULL UNIQUE,
  previous bytea NOT NULL CHECK (length(previous) = 32),
  hash     bytea NOT NULL CHECK (length(hash) = 32)
);

-- Public keys that sign heads; `key_id` begins the SHA-256 of the key itself.
CREATE TABLE audit_key (
  key_id     text PRIMARY KEY CHECK (key_id ~ '^[0-9a-f]{16}$'),
  public_key text NOT NULL,
  begun_at   timestamptz NOT NULL
);

-- A signed head after each batch, and one for each day, which every server also keeps in a file of its own.
CREATE TABLE audit_seal (
  position  bigint PRIMARY KEY,
  hash      bytea NOT NULL,
  sealed_at timestamptz NOT NULL,
  key_id    text NOT NULL REFERENCES audit_key,
  signature text NOT NULL
);
CREATE TABLE audit_anchor (
  anchored_on date PRIMARY KEY,
  position    bigint NOT NULL,
  hash        bytea NOT NULL,
  sealed_at   timestamptz NOT NULL,
  key_id      text NOT NULL REFERENCES audit_key,
  signature   text NOT NULL
);

-- What does not fit together: told of once, and never taken back.
CREATE TABLE audit_exception (
  exception_id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind           text NOT NULL CHECK (kind IN ('anchor_differs', 'desk_record_altered', 'desk_records_missing',
                   'desk_chain_forked')),
  -- The anchor's day, or the workstation with the number of its record.
  about          text NOT NULL CHECK (length(about) BETWEEN 1 AND 100),
  workstation_id uuid,
  found_at       timestamptz NOT NULL,
  UNIQUE (kind, about)
);

-- What a desk wrote down by itself, with the chain that it came in; each once. A desk whose journal was put
-- back counts some numbers twice: the hash tells the two apart.
CREATE TABLE desk_audit_record (
  workstation_id uuid NOT NULL REFERENCES workstation,
  number         bigint NOT NULL CHECK (number > 0),
  hash           text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- Null of a record from before the desk kept a chain.
  previous       text CHECK (previous ~ '^[0-9a-f]{64}$'),
  at             timestamptz NOT NULL,
  user_id        text,
  action         text NOT NULL CHECK (action ~ '^[a-z_]{1,60}$'),
  subject_kind   text NOT NULL CHECK (subject_kind ~ '^[a-z_]{1,40}$'),
  subject        text NOT NULL CHECK (length(subject) <= 200),
  kept_at        timestamptz NOT NULL,
  PRIMARY KEY (workstation_id, number, hash)
);

DO $$
DECLARE v_table text;
BEGIN
  FOREACH v_table IN ARRAY '{audit_record, audit_link, audit_key, audit_seal, audit_anchor, audit_exception,
    desk_audit_record}'::text[] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON %1$I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', v_table);
  END LOOP;
END
$$;

-- One row: where the chain ends. Records of transactions before `floor` are all chained; transactions are
-- counted by the server at `home`, so elsewhere everything is looked through once.
CREATE TABLE audit_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  chain_id uuid NOT NULL DEFAULT gen_random_uuid(),
  position bigint NOT NULL DEFAULT 0,
  hash     bytea NOT NULL DEFAULT sha256(''),
  floor    xid8 NOT NULL DEFAULT '0',
  home     text NOT NULL DEFAULT ''
);
INSERT INTO audit_head DEFAULT VALUES;
UPDATE audit_head SET hash = sha256(convert_to(chain_id::text, 'UTF8'));

-- Where a workstation was signed in from last, and where one tried to.
ALTER TABLE workstation ADD COLUMN address text;
ALTER TABLE sign_in_event ADD COLUMN address text;

-- The one way into the trail. Keys stand in the order of RFC 8785, and to_json escapes text as it asks for.
CREATE FUNCTION audit_event(p_action text, p_at timestamptz, p_outcome text, p_user text, p_workstation uuid,
  p_address text, p_call text, p_purpose text, p_subject_kind text, p_subject text, p_detail text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_address text := coalesce(p_address, (SELECT address FROM workstation WHERE workstation_id = p_workstation));
  v_content text := concat(
    '{"action":', to_json(p_action),
    ',"address":', coalesce(to_json(v_address)::text, 'null'),
    ',"at":"', to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    '","call":', coalesce(to_json(p_call)::text, 'null'),
    ',"detail":', coalesce(to_json(p_detail)::text, 'null'),
    ',"id":"', gen_random_uuid(),
    '","outcome":', to_json(p_outcome),
    ',"purpose":', coalesce(to_json(p_purpose)::text, 'null'),
    ',"subject":', coalesce(to_json(p_subject)::text, 'null'),
    ',"subjectKind":', to_json(p_subject_kind),
    ',"user":', coalesce(to_json(p_user)::text, 'null'),
    ',"workstation":', coalesce(to_json(p_workstation)::text, 'null'), '}');
BEGIN
  INSERT INTO audit_record (content, content_hash) VALUES (v_content, sha256(convert_to(v_content, 'UTF8')));
END
$$;

-- `said_$kind` with a row's kind.
CREATE FUNCTION audit_word(p_row jsonb, p_said text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN strpos(p_said, '$') = 0 THEN p_said
    ELSE split_part(p_said, '$', 1) || (p_row->>split_part(p_said, '$', 2)) END
$$;

-- Says of a row what its trigger was told to; user, workstation, call and time are those of the row, unless
-- it was told of other columns.
CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_row jsonb := to_jsonb(NEW);
  v_say jsonb := '{"outcome": "succeeded", "at": "$at", "user": "$user_id", "workstation": "$workstation_id",
    "call": "$call_id"}' || TG_ARGV[0]::jsonb;
BEGIN
  PERFORM audit_event(audit_word(v_row, v_say->>'action'), audit_word(v_row, v_say->>'at')::timestamptz,
    audit_word(v_row, v_say->>'outcome'), audit_word(v_row, v_say->>'user'),
    audit_word(v_row, v_say->>'workstation')::uuid, v_row->>'address', audit_word(v_row, v_say->>'call'),
    CASE WHEN audit_word(v_row, v_say->>'call') IS NOT NULL THEN 'call' END,
    v_say->>'of', audit_word(v_row, v_say->>'subject'), audit_word(v_row, v_say->>'detail'));
  RETURN NULL;
END
$$;

-- Who looked at whom, and why: under which call, for which work.
CREATE FUNCTION audit_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_event('access_' || NEW.action, NEW.at,
    CASE WHEN coalesce(NEW.mrn, NEW.guarantor_id) IS NULL THEN 'nobody' ELSE 'succeeded' END,
    NEW.user_id, NEW.workstation_id, NULL, NEW.call_id::text,
    CASE WHEN NEW.call_id IS NOT NULL THEN 'call'
      WHEN NEW.action ~ '^(case|document|letter|screening|application|programme)' THEN 'case'
      WHEN NEW.action ~ '^(exception|outcome|arrival|record)' THEN 'supervision' END,
    CASE WHEN NEW.mrn IS NOT NULL THEN 'patient' ELSE 'guarantor' END, coalesce(NEW.mrn, NEW.guarantor_id), NULL);
  RETURN NULL;
END
$$;
-- What a desk showed from its copy comes with the desk's own chain.
CREATE TRIGGER access_event_audited AFTER INSERT ON access_event FOR EACH ROW
  WHEN (NEW.action NOT IN ('found_in_copy', 'balance_read_in_copy')) EXECUTE FUNCTION audit_access();

CREATE FUNCTION audit_factor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_of verification;
BEGIN
  SELECT * INTO v_of FROM verification WHERE verification_id = NEW.verification_id;
  PERFORM audit_event('verification_answered', NEW.answered_at, CASE WHEN NEW.matched THEN 'matched' ELSE 'not_matched' END,
    v_of.begun_by, v_of.workstation_id, NULL, v_of.call_id::text, 'call', 'verification', NEW.verification_id::text, NEW.factor);
  RETURN NULL;
END
$$;
CREATE TRIGGER verification_answer_audited AFTER INSERT ON verification_answer FOR EACH ROW EXECUTE FUNCTION audit_factor();

-- Moves are the backend's own but for the first and a void: what the processor answers, what a run posts.
CREATE FUNCTION audit_move(p_move payment_state_change) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_of   payment;
  v_user text;
BEGIN
  SELECT * INTO v_of FROM payment WHERE key = p_move.payment_key;
  v_user := CASE WHEN p_move.from_state IS NULL THEN v_of.taken_by WHEN p_move.to_state = 'voided' THEN v_of.void_asked_by END;
  PERFORM audit_event('payment_moved', p_move.at, p_move.to_state, v_user,
    CASE WHEN v_user = v_of.taken_by THEN v_of.workstation_id END, NULL, v_of.call_id::text,
    CASE WHEN v_of.call_id IS NOT NULL THEN 'call' END, 'payment', p_move.payment_key::text, p_move.from_state);
END
$$;
CREATE FUNCTION audit_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_move(NEW);
  RETURN NULL;
END
$$;
CREATE TRIGGER payment_state_change_audited AFTER INSERT ON payment_state_change FOR EACH ROW EXECUTE FUNCTION audit_payment();
-- Moves of before there was a trail have their records too, so that every move without one is a fault.
SELECT count(audit_move(move)::text) FROM (SELECT * FROM payment_state_change ORDER BY at) AS move;

CREATE FUNCTION audit_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_event('contact_changed', now(), 'succeeded', NULL, NULL, NULL, NULL, NULL, TG_TABLE_NAME::text,
    CASE TG_TABLE_NAME WHEN 'patient' THEN to_jsonb(NEW)->>'mrn' ELSE to_jsonb(NEW)->>'guarantor_id' END,
    (SELECT string_agg(key, ' ' ORDER BY key) FROM jsonb_each(to_jsonb(NEW)) AS new
     WHERE key IN ('street', 'postal_code', 'city', 'state', 'phone', 'email', 'email_agreed_on', 'language')
       AND value IS DISTINCT FROM to_jsonb(OLD)->key));
  RETURN NULL;
END
$$;
CREATE TRIGGER guarantor_contact_audited AFTER UPDATE OF street, postal_code, city, state, phone, email, email_agreed_on, language
  ON guarantor FOR EACH ROW WHEN ((OLD.street, OLD.postal_code, OLD.city, OLD.state, OLD.phone, OLD.email, OLD.email_agreed_on,
    OLD.language) IS DISTINCT FROM (NEW.street, NEW.postal_code, NEW.city, NEW.state, NEW.phone, NEW.email,
    NEW.email_agreed_on, NEW.language)) EXECUTE FUNCTION audit_contact();
CREATE TRIGGER patient_contact_audited AFTER UPDATE OF street, postal_code, city, state, phone
  ON patient FOR EACH ROW WHEN ((OLD.street, OLD.postal_code, OLD.city, OLD.state, OLD.phone) IS DISTINCT FROM
    (NEW.street, NEW.postal_code, NEW.city, NEW.state, NEW.phone)) EXECUTE FUNCTION audit_contact();

CREATE FUNCTION audit_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_event(CASE NEW.state WHEN 'done' THEN 'run_done' ELSE 'run_started' END,
    coalesce(NEW.finished_at, NEW.started_at), 'succeeded', NULL, NULL, NULL, NULL, NULL,
    'run', concat_ws('/', NEW.kind, NEW.region, NEW.business_on), NULL);
  RETURN NULL;
END
$$;
CREATE TRIGGER run_start_audited AFTER INSERT ON run FOR EACH ROW EXECUTE FUNCTION audit_run();
CREATE TRIGGER run_end_audited AFTER UPDATE OF state ON run FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION audit_run();

CREATE FUNCTION audit_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM audit_event(CASE TG_OP WHEN 'INSERT' THEN 'user_made' ELSE 'user_changed' END, now(), 'succeeded', NULL, NULL, NULL,
    NULL, NULL, 'user', NEW.user_id, CASE TG_OP WHEN 'UPDATE' THEN
      (SELECT string_agg(key, ' ' ORDER BY key) FROM jsonb_each(to_jsonb(NEW))
       WHERE key IN ('role', 'regions', 'enabled_at', 'locked_until', 'password_hash')
         AND value IS DISTINCT FROM to_jsonb(OLD)->key) END);
  RETURN NULL;
END
$$;
CREATE TRIGGER user_made_audited AFTER INSERT ON user_account FOR EACH ROW EXECUTE FUNCTION audit_user();
CREATE TRIGGER user_change_audited AFTER UPDATE ON user_account FOR EACH ROW
  WHEN ((OLD.role, OLD.regions, OLD.enabled_at, OLD.locked_until, OLD.password_hash)
    IS DISTINCT FROM (NEW.role, NEW.regions, NEW.enabled_at, NEW.locked_until, NEW.password_hash))
  EXECUTE FUNCTION audit_user();

-- Tables of which each row, or each row that comes to an end, is one thing done.
CREATE PROCEDURE audit_table(p_table text, p_when text, p_say jsonb) LANGUAGE plpgsql AS $p$
BEGIN
  IF p_when = 'added' THEN
    EXECUTE format('CREATE TRIGGER %1$s_audited AFTER INSERT ON %1$I FOR EACH ROW EXECUTE FUNCTION audit_row(%2$L)',
      p_table, p_say);
  ELSE
    EXECUTE format('CREATE TRIGGER %1$s_%2$s_audited AFTER UPDATE OF %2$I ON %1$I FOR EACH ROW
      WHEN (OLD.%2$I IS NULL AND NEW.%2$I IS NOT NULL) EXECUTE FUNCTION audit_row(%3$L)', p_table, p_when, p_say);
  END IF;
END
$p$;

CALL audit_table('sign_in_event', 'added', '{"action": "$kind", "outcome": "$outcome", "of": "user", "subject": "$user_id"}');
CALL audit_table('verification', 'added', '{"action": "verification_begun", "outcome": "$state", "at": "$begun_at",
  "user": "$begun_by", "of": "verification", "subject": "$verification_id", "detail": "$caller_role"}');
CALL audit_table('verification', 'closed_at', '{"action": "verification_closed", "outcome": "$state", "at": "$closed_at",
  "user": "$begun_by", "of": "verification", "subject": "$verification_id", "detail": "$discloses"}');
CALL audit_table('payment', 'void_asked_at', '{"action": "payment_void_asked", "at": "$void_asked_at", "user": "$void_asked_by",
  "workstation": null, "of": "payment", "subject": "$key"}');
CALL audit_table('payment_override', 'added', '{"action": "payment_overridden", "at": "$overridden_at", "user": "$overridden_by",
  "of": "payment", "subject": "$payment_key"}');
CALL audit_table('refund', 'added', '{"action": "refund_asked", "outcome": "$state", "at": "$asked_at", "user": "$asked_by",
  "of": "refund", "subject": "$refund_key"}');
CALL audit_table('refund', 'decided_at', '{"action": "refund_decided", "outcome": "$decision", "at": "$decided_at",
  "user": "$decided_by", "workstation": null, "of": "refund", "subject": "$refund_key"}');
CALL audit_table('refund_state_change', 'added', '{"action": "refund_moved", "outcome": "$to_state", "of": "refund",
  "subject": "$refund_key", "detail": "$from_state"}');
CALL audit_table('refund_payout', 'added', '{"action": "refund_paid_out", "at": "$recorded_at", "user": "$paid_by",
  "of": "refund", "subject": "$refund_key", "detail": "$way"}');
CALL audit_table('fee_waiver', 'added', '{"action": "waiver_asked", "outcome": "$state", "at": "$asked_at", "user": "$asked_by",
  "of": "waiver", "subject": "$waiver_id"}');
CALL audit_table('fee_waiver', 'decided_at', '{"action": "waiver_decided", "outcome": "$state", "at": "$decided_at",
  "user": "$decided_by", "workstation": null, "of": "waiver", "subject": "$waiver_id"}');
CALL audit_table('arrival_assignment', 'added', '{"action": "arrival_assigned", "at": "$assigned_at", "user": "$assigned_by",
  "of": "arrival", "subject": "$arrival_id"}');
CALL audit_table('payment_trace', 'added', '{"action": "trace_opened", "at": "$opened_at", "user": "$opened_by",
  "of": "payment", "subject": "$payment_key", "detail": "$trace_id"}');
CALL audit_table('payment_trace', 'closed_at', '{"action": "trace_closed", "outcome": "$finding", "at": "$closed_at",
  "user": "$closed_by", "of": "payment", "subject": "$payment_key", "detail": "$trace_id"}');
CALL audit_table('ach_exception', 'resolved_at', '{"action": "ach_exception_resolved", "at": "$resolved_at",
  "user": "$resolved_by", "of": "exception", "subject": "$exception_id"}');
CALL audit_table('authorisation_event', 'added', '{"action": "authorisation_$kind", "of": "authorisation",
  "subject": "$authorisation_id"}');
CALL audit_table('authorisation_signature', 'added', '{"action": "authorisation_signature_recorded", "at": "$recorded_at",
  "user": "$recorded_by", "of": "authorisation", "subject": "$authorisation_id"}');
CALL audit_table('authorisation_exception', 'closed_at', '{"action": "authorisation_exception_closed", "at": "$closed_at",
  "user": "$closed_by", "of": "authorisation", "subject": "$authorisation_id", "detail": "$occurrence"}');
CALL audit_table('stored_method', 'added', '{"action": "method_kept", "at": "$kept_at", "of": "stored_method",
  "subject": "$method_id"}');
CALL audit_table('stored_method', 'removed_at', '{"action": "method_removed", "at": "$removed_at", "user": "$removed_by",
  "call": "$removed_on_call", "of": "stored_method", "subject": "$method_id"}');
CALL audit_table('plan_event', 'added', '{"action": "plan_$kind", "of": "plan", "subject": "$plan_id"}');
CALL audit_table('hardship_event', 'added', '{"action": "case_$kind", "of": "case", "subject": "$case_id", "detail": "$about"}');
CALL audit_table('application_state_change', 'added', '{"action": "application_moved", "outcome": "$to_state",
  "of": "application", "subject": "$application_id", "detail": "$from_state"}');
CALL audit_table('assistance_determination', 'added', '{"action": "application_decided", "outcome": "$outcome",
  "at": "$decided_at", "user": "$decided_by", "of": "application", "subject": "$application_id"}');
CALL audit_table('application_document', 'added', '{"action": "document_received", "at": "$received_at", "user": "$received_by",
  "of": "document", "subject": "$document_id"}');
CALL audit_table('application_document', 'refused_at', '{"action": "document_refused", "at": "$refused_at",
  "user": "$refused_by", "workstation": null, "of": "document", "subject": "$document_id"}');
CALL audit_table('screening', 'added', '{"action": "screening_made", "at": "$made_at", "user": "$made_by", "of": "case",
  "subject": "$case_id", "detail": "$screening_id"}');
CALL audit_table('programme_step', 'added', '{"action": "programme_$kind", "of": "programme_referral",
  "subject": "$programme_referral_id"}');
CALL audit_table('account_note', 'added', '{"action": "note_written", "at": "$written_at", "of": "note", "subject": "$note_id"}');
CALL audit_table('promise_to_pay', 'added', '{"action": "promise_made", "at": "$made_at", "of": "promise",
  "subject": "$promise_id"}');
CALL audit_table('receipt_order', 'added', '{"action": "receipt_ordered", "at": "$asked_at", "user": "$asked_by",
  "of": "payment", "subject": "$payment_key", "detail": "$sent_by_way"}');
CALL audit_table('desk_copy', 'added', '{"action": "copy_pulled", "at": "$begun_at", "of": "desk_copy", "subject": "$copy_id"}');
CALL audit_table('workstation_wipe', 'added', '{"action": "desk_wiped", "at": "$ordered_at", "user": "$ordered_by",
  "workstation": null, "of": "workstation", "subject": "$workstation_id"}');
CALL audit_table('audit_key', 'added', '{"action": "audit_key_begun", "at": "$begun_at", "of": "audit_key", "subject": "$key_id"}');
CALL audit_table('audit_exception', 'added', '{"action": "audit_exception_found", "outcome": "$kind", "at": "$found_at",
  "of": "audit_exception", "subject": "$exception_id", "detail": "$about"}');
CALL audit_table('desk_audit_record', 'added', '{"action": "desk_$action", "of": "desk_record", "subject": "$subject",
  "detail": "$number"}');
CREATE TRIGGER dispute_audited AFTER INSERT ON dispute FOR EACH ROW WHEN (NEW.opened_by IS NOT NULL)
  EXECUTE FUNCTION audit_row('{"action": "dispute_opened", "at": "$opened_on", "user": "$opened_by", "of": "dispute",
    "subject": "$dispute_id"}');

-- Of another server, or another branch of this one's history.
CREATE FUNCTION audit_home() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws('/', system_identifier, timeline_id, (SELECT oid FROM pg_database WHERE datname = current_database()))
  FROM pg_control_system(), pg_control_checkpoint()
$$;

-- Chains up to p_most records that are committed and not chained yet, and gives where the chain then ends;
-- nothing while another server is at it. What commits late is chained late: the order is that of the chain.
CREATE FUNCTION chain_audit_records(p_most int) RETURNS TABLE (sealed bigint, chain_id uuid, "position" bigint, hash bytea)
LANGUAGE plpgsql AS $$
DECLARE
  v_head      audit_head;
  v_settled   xid8 := pg_snapshot_xmin(pg_current_snapshot());
  v_home      text := audit_home();
  v_record    record;
  v_before    bytea;
  v_positions bigint[] := '{}';
  v_numbers   bigint[] := '{}';
  v_previous  bytea[] := '{}';
  v_hashes    bytea[] := '{}';
BEGIN
  -- Where there is nothing to do, nothing is locked, and no transaction counted.
  SELECT * INTO v_head FROM audit_head;
  IF NOT EXISTS (SELECT FROM audit_record WHERE xid >= CASE WHEN v_head.home = v_home THEN v_head.floor ELSE '0'::xid8 END
    AND NOT EXISTS (SELECT FROM audit_link WHERE audit_link.number = audit_record.number)) THEN RETURN; END IF;
  SELECT * INTO v_head FROM audit_head FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN; END IF;
  FOR v_record IN
    SELECT number, xid, content FROM audit_record
    WHERE xid >= CASE WHEN v_head.home = v_home THEN v_head.floor ELSE '0'::xid8 END
      AND NOT EXISTS (SELECT FROM audit_link WHERE audit_link.number = audit_record.number)
    ORDER BY xid, number LIMIT p_most
  LOOP
    v_before := v_head.hash;
    v_head.position := v_head.position + 1;
    v_head.hash := sha256(convert_to(concat('{"position":', v_head.position, ',"previous":"', encode(v_before, 'hex'),
      '","record":', v_record.content, '}'), 'UTF8'));
    v_positions := v_positions || v_head.position;
    v_numbers := v_numbers || v_record.number;
    v_previous := v_previous || v_before;
    v_hashes := v_hashes || v_head.hash;
  END LOOP;
  IF cardinality(v_numbers) = p_most THEN v_settled := least(v_settled, v_record.xid); END IF;
  INSERT INTO audit_link (position, number, previous, hash)
  SELECT * FROM unnest(v_positions, v_numbers, v_previous, v_hashes);
  UPDATE audit_head SET position = v_head.position, hash = v_head.hash, floor = v_settled, home = v_home
  WHERE cardinality(v_numbers) > 0 OR audit_head.home <> v_home;
  RETURN QUERY SELECT cardinality(v_numbers)::bigint, v_head.chain_id, v_head.position, v_head.hash;
END
$$;
