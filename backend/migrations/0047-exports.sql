-- What was taken along as a file: who, which list, narrowed to what, written before the first row leaves; then how
-- the stream ended, and what the desk says became of the file. Neither is ever changed. A desk or a server that dies
-- says nothing more, and the row shows that.
CREATE TABLE data_export (
  export_id      uuid PRIMARY KEY,
  list           text NOT NULL CHECK (list ~ '^[a-zA-Z]{1,60}$'),
  filters        jsonb NOT NULL,
  format         text NOT NULL CHECK (format IN ('csv', 'pdf')),
  -- For its record in the trail.
  what           text NOT NULL GENERATED ALWAYS AS (list || ' as ' || format) STORED,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  at             timestamptz NOT NULL,
  -- `broken`: whoever read it went away, or something failed here; `refused`: they may no longer read it.
  ended          text CHECK (ended IN ('whole', 'broken', 'refused')),
  ended_at       timestamptz,
  row_count      bigint CHECK (row_count >= 0),
  -- Whose records left, and the SHA-256 of their ids in order, which holds the rows of access_event to the trail.
  guarantor_count   bigint,
  guarantors_sha256 text CHECK (guarantors_sha256 ~ '^[0-9a-f]{64}$'),
  held           text GENERATED ALWAYS AS (row_count || ' rows, ' || guarantor_count || ' guarantors '
                   || guarantors_sha256) STORED,
  kept           text CHECK (kept IN ('saved', 'cancelled', 'not_written')),
  kept_at        timestamptz,
  file_sha256    text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  CHECK ((ended IS NULL) = (ended_at IS NULL) AND (ended IS NULL) = (row_count IS NULL)
    AND (ended IS NULL) = (guarantors_sha256 IS NULL)),
  CHECK ((kept IS NULL) = (kept_at IS NULL) AND (file_sha256 IS NULL OR kept = 'saved'))
);
CREATE INDEX data_export_by_time ON data_export (at);

CREATE FUNCTION data_export_is_said_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.export_id, NEW.list, NEW.filters, NEW.format, NEW.user_id, NEW.workstation_id, NEW.at)
      IS DISTINCT FROM (OLD.export_id, OLD.list, OLD.filters, OLD.format, OLD.user_id, OLD.workstation_id, OLD.at)
    OR OLD.ended IS NOT NULL AND (NEW.ended, NEW.ended_at, NEW.row_count, NEW.guarantor_count, NEW.guarantors_sha256)
      IS DISTINCT FROM (OLD.ended, OLD.ended_at, OLD.row_count, OLD.guarantor_count, OLD.guarantors_sha256)
    OR OLD.kept IS NOT NULL AND (NEW.kept, NEW.kept_at, NEW.file_sha256)
      IS DISTINCT FROM (OLD.kept, OLD.kept_at, OLD.file_sha256) THEN
    RAISE EXCEPTION 'What was said of an export is not changed.';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER data_export_said_once BEFORE UPDATE ON data_export
  FOR EACH ROW EXECUTE FUNCTION data_export_is_said_once();
CREATE TRIGGER data_export_only_grows BEFORE DELETE OR TRUNCATE ON data_export
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CALL audit_table('data_export', 'added', '{"action": "data_exported", "of": "data_export", "subject": "$export_id",
  "detail": "$what"}');
CALL audit_table('data_export', 'ended_at', '{"action": "data_export_ended", "outcome": "$ended", "at": "$ended_at",
  "of": "data_export", "subject": "$export_id", "detail": "$held"}');
CALL audit_table('data_export', 'kept_at', '{"action": "data_export_kept", "outcome": "$kept", "at": "$kept_at",
  "of": "data_export", "subject": "$export_id", "detail": "$file_sha256"}');

-- Whose records an export holds, each once. A hundred thousand of them are one record in the trail, with their hash.
CREATE UNIQUE INDEX access_event_exported_once ON access_event (reason, guarantor_id) WHERE action = 'record_exported';
DROP TRIGGER access_event_audited ON access_event;
CREATE TRIGGER access_event_audited AFTER INSERT ON access_event FOR EACH ROW
  WHEN (NEW.action NOT IN ('found_in_copy', 'balance_read_in_copy', 'record_exported')) EXECUTE FUNCTION audit_access();
