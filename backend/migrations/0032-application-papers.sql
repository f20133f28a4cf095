-- Documents of applications for assistance, kept sealed, and the letters about these applications.

-- A document stays as it came; whoever refuses it says why.
CREATE TABLE application_document (
  document_id    uuid PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES assistance_application,
  kind           text NOT NULL CHECK (kind IN ('identity', 'income', 'address', 'medical_expenses')),
  file_name      text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 120),
  format         text NOT NULL CHECK (format IN ('pdf', 'jpeg', 'png', 'tiff', 'heic')),
  size_bytes     int NOT NULL CHECK (size_bytes BETWEEN 1 AND 20 * 1024 * 1024),
  sha256         bytea NOT NULL CHECK (length(sha256) = 32),
  needs_password boolean NOT NULL,
  received_at    timestamptz NOT NULL,
  received_by    text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  refused_at     timestamptz CHECK (refused_at >= received_at),
  refused_by     text REFERENCES user_account,
  refused_why    text CHECK (refused_why IN ('unreadable', 'wrong_kind', 'outdated', 'incomplete', 'somebody_else', 'replaced')),
  refused_note   text CHECK (length(refused_note) BETWEEN 3 AND 300),
  CONSTRAINT document_is_refused_by_somebody CHECK (num_nonnulls(refused_at, refused_by, refused_why) IN (0, 3)),
  CONSTRAINT document_refusal_has_its_note CHECK (refused_note IS NULL OR refused_at IS NOT NULL)
);
CREATE INDEX application_document_by_application ON application_document (application_id, received_at);
CREATE TRIGGER application_document_stays BEFORE DELETE OR TRUNCATE ON application_document
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER application_document_stays_as_it_came BEFORE UPDATE ON application_document
  FOR EACH ROW WHEN (OLD.refused_at IS NOT NULL
    OR (OLD.document_id, OLD.application_id, OLD.kind, OLD.file_name, OLD.format, OLD.size_bytes, OLD.sha256,
        OLD.needs_password, OLD.received_at, OLD.received_by, OLD.workstation_id)
      IS DISTINCT FROM (NEW.document_id, NEW.application_id, NEW.kind, NEW.file_name, NEW.format, NEW.size_bytes, NEW.sha256,
        NEW.needs_password, NEW.received_at, NEW.received_by, NEW.workstation_id))
  EXECUTE FUNCTION refuse_change();

-- What is in it, in pieces, so that a new key of the vault takes a few at a time. A piece is sealed under its own name:
-- `piece_key` is application, document and number, and it opens in no other place. Sealed anew, and otherwise left alone.
CREATE TABLE application_document_piece (
  piece_key   text PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES application_document,
  number      int NOT NULL CHECK (number >= 0),
  sealed      bytea NOT NULL,
  UNIQUE (document_id, number)
);
-- What is sealed does not become smaller by being compressed.
ALTER TABLE application_document_piece ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TRIGGER application_document_piece_stays
  BEFORE UPDATE OF piece_key, document_id, number OR DELETE OR TRUNCATE ON application_document_piece
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a letter about an application tells; its facts stand from the day it is written.
CREATE TABLE assistance_letter (
  assistance_letter_id uuid PRIMARY KEY,
  application_id       uuid NOT NULL REFERENCES assistance_application,
  kind                 text NOT NULL CHECK (kind IN ('received', 'asked', 'expired', 'awarded', 'denied', 'appeal_awarded',
                         'appeal_denied', 'renewal')),
  facts                jsonb NOT NULL,
  written_at           timestamptz NOT NULL
);
CREATE INDEX assistance_letter_by_application ON assistance_letter (application_id, written_at);
CREATE TRIGGER assistance_letter_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON assistance_letter
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- It leaves as every letter does.
ALTER TABLE letter ALTER COLUMN authorisation_id DROP NOT NULL,
  ADD COLUMN assistance_letter_id uuid UNIQUE REFERENCES assistance_letter,
  DROP CONSTRAINT letter_kind_check, DROP CONSTRAINT letter_check,
  ADD CONSTRAINT letter_kind_check
    CHECK (kind IN ('notice', 'made', 'changed', 'skipped', 'revoked', 'stopped', 'assistance')),
  ADD CONSTRAINT letter_is_about_one_thing CHECK (CASE kind
    WHEN 'notice' THEN authorisation_id IS NOT NULL AND notice_id IS NOT NULL AND event_id IS NULL AND assistance_letter_id IS NULL
    WHEN 'assistance' THEN authorisation_id IS NULL AND notice_id IS NULL AND event_id IS NULL AND assistance_letter_id IS NOT NULL
    ELSE authorisation_id IS NOT NULL AND notice_id IS NULL AND event_id IS NOT NULL AND assistance_letter_id IS NULL END);

CREATE FUNCTION order_assistance_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter (guarantor_id, kind, assistance_letter_id, asked_at, claimed_until)
  SELECT guarantor_id, 'assistance', NEW.assistance_letter_id, NEW.written_at, NEW.written_at
  FROM assistance_application WHERE application_id = NEW.application_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER assistance_letter_is_sent AFTER INSERT ON assistance_letter
  FOR EACH ROW EXECUTE FUNCTION order_assistance_letter();

-- Who looked: the names of what is done grow with what can be looked at.
ALTER TABLE access_event DROP CONSTRAINT access_event_action_check,
  ADD CONSTRAINT access_event_action_check CHECK (action ~ '^[a-z_]{3,40}$');
