-- What waits to be sent goes out in order per lane, a guarantor's account, and lanes do not wait for each
-- other. A record of a call without a guarantor has a lane of its own. The table is written anew because
-- the kinds stand in its check; every row comes along under its number.

CREATE TABLE outbox_in_lanes (
  entry_id     INTEGER PRIMARY KEY AUTOINCREMENT,
  kind         TEXT NOT NULL CHECK (kind IN (
    'account_note', 'promise', 'referral', 'expected_wire', 'call_record')),
  -- The key it has at the backend.
  subject      TEXT NOT NULL,
  lane         TEXT NOT NULL CHECK (lane <> ''),
  -- Whose it is and the call it comes from; null where what was kept does not tell.
  user_id      TEXT,
  call_id      TEXT,
  body         TEXT NOT NULL CHECK (json_valid(body)),
  created_at   INTEGER NOT NULL,
  tries        INTEGER NOT NULL DEFAULT 0,
  -- How often the backend itself failed over it, as against could not be reached.
  faults       INTEGER NOT NULL DEFAULT 0,
  next_try_at  INTEGER NOT NULL,
  last_error   TEXT,
  sent_at      INTEGER,
  -- Not tried any more: the backend will not take it as it is. Never dropped.
  set_aside_at INTEGER,
  UNIQUE (kind, subject),
  CHECK (sent_at IS NULL OR set_aside_at IS NULL)
) STRICT;

INSERT INTO outbox_in_lanes (entry_id, kind, subject, lane, user_id, call_id, body, created_at, tries,
  next_try_at, last_error, sent_at, set_aside_at)
SELECT entry_id, kind, subject, coalesce(json_extract(body, '$.guarantorId'), 'call ' || subject),
  json_extract(body, '$.userId'), json_extract(body, '$.callId'), body, created_at, tries,
  next_try_at, last_error, sent_at, set_aside_at
FROM outbox ORDER BY entry_id;

DROP TABLE outbox;
ALTER TABLE outbox_in_lanes RENAME TO outbox;

CREATE INDEX outbox_waiting ON outbox (lane, entry_id) WHERE sent_at IS NULL AND set_aside_at IS NULL;
CREATE INDEX outbox_of_call ON outbox (call_id, entry_id);
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
