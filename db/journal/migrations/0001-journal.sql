-- What this desk did and still owes. Instants are milliseconds since 1970, dates are ISO dates,
-- amounts are cents. Nothing here is ever a card number, a security code or a card token.

CREATE TABLE desk_identity (
  only_row          INTEGER PRIMARY KEY CHECK (only_row = 1),
  workstation_id    TEXT NOT NULL,
  workstation_token TEXT
) STRICT;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE call (
  call_id      TEXT PRIMARY KEY,
  reference    TEXT NOT NULL,
  user_id      TEXT NOT NULL,
  started_at   INTEGER NOT NULL,
  ended_at     INTEGER,
  options      TEXT NOT NULL CHECK (json_valid(options)),
  patient      TEXT CHECK (json_valid(patient)),
  verification TEXT CHECK (json_valid(verification)),
  said         TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(said)),
  notes        TEXT NOT NULL DEFAULT '',
  record       TEXT CHECK (json_valid(record)),
  CHECK ((ended_at IS NULL) = (record IS NULL))
) STRICT;

-- A person is on one call at a time; somebody else's open call waits until they are back.
CREATE UNIQUE INDEX one_open_call ON call (user_id) WHERE ended_at IS NULL;

CREATE TABLE call_event (
  event_id INTEGER PRIMARY KEY,
  call_id  TEXT NOT NULL REFERENCES call,
  at       INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  about    TEXT NOT NULL
) STRICT;

CREATE INDEX call_event_of_call ON call_event (call_id, event_id);

CREATE TABLE outbox (
  entry_id     INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('call_record')),
  subject      TEXT NOT NULL,
  body         TEXT NOT NULL CHECK (json_valid(body)),
  created_at   INTEGER NOT NULL,
  tries        INTEGER NOT NULL DEFAULT 0,
  next_try_at  INTEGER NOT NULL,
  last_error   TEXT,
  sent_at      INTEGER,
  -- Given up on and waiting for a supervisor; never dropped.
  set_aside_at INTEGER,
  UNIQUE (kind, subject),
  CHECK (sent_at IS NULL OR set_aside_at IS NULL)
) STRICT;

CREATE INDEX outbox_unsent ON outbox (next_try_at) WHERE sent_at IS NULL;

CREATE TABLE local_audit (
  record_id    INTEGER PRIMARY KEY,
  at           INTEGER NOT NULL,
  user_id      TEXT,
  action       TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject      TEXT NOT NULL
) STRICT;

CREATE TRIGGER local_audit_never_changes BEFORE UPDATE ON local_audit
BEGIN SELECT RAISE(ABORT, 'an audit record is never changed'); END;

CREATE TRIGGER local_audit_never_goes BEFORE DELETE ON local_audit
BEGIN SELECT RAISE(ABORT, 'an audit record is never deleted'); END;
