-- attempt_key is minted when the representative confirms. It names the attempt towards the backend
-- for good: whatever is asked later is asked by this key, and a second payment has another.
CREATE TABLE payment_attempt (
  attempt_key       TEXT PRIMARY KEY,
  call_id           TEXT NOT NULL REFERENCES call,
  guarantor_id      TEXT NOT NULL,
  user_id           TEXT NOT NULL,
  amount_cents      INTEGER NOT NULL CHECK (amount_cents > 0),
  brand             TEXT NOT NULL,
  last4             TEXT NOT NULL CHECK (last4 GLOB '[0-9][0-9][0-9][0-9]'),
  split             TEXT NOT NULL CHECK (split IN ('oldest_first', 'by_hand')),
  -- What was ordered, without the card: tells two orders under one key apart.
  order_fingerprint TEXT NOT NULL,
  state             TEXT NOT NULL CHECK (state IN (
    'ready', 'sent', 'unknown', 'approved', 'declined', 'not_charged', 'originated', 'posted',
    'settled', 'returned', 'voided', 'refunded', 'expected', 'received', 'expired')),
  refusal           TEXT,
  decline           TEXT,
  confirmation      TEXT,
  posting_on        TEXT,
  committed_at      INTEGER NOT NULL,
  sent_at           INTEGER,
  state_at          INTEGER NOT NULL,
  next_try_at       INTEGER NOT NULL,
  tries             INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX payment_attempt_open ON payment_attempt (next_try_at)
  WHERE state IN ('ready', 'sent', 'unknown');
CREATE INDEX payment_attempt_of_call ON payment_attempt (call_id, committed_at);

CREATE TABLE attempt_allocation (
  attempt_key  TEXT NOT NULL REFERENCES payment_attempt,
  charge_id    TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (attempt_key, charge_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_move (
  from_state TEXT NOT NULL,
  to_state   TEXT NOT NULL,
  PRIMARY KEY (from_state, to_state)
) STRICT, WITHOUT ROWID;

INSERT INTO payment_move (from_state, to_state) VALUES
  ('ready', 'sent'), ('ready', 'not_charged'),
  ('sent', 'approved'), ('sent', 'declined'), ('sent', 'unknown'), ('sent', 'not_charged'),
  ('unknown', 'approved'), ('unknown', 'declined'), ('unknown', 'not_charged'),
  ('approved', 'posted'), ('approved', 'originated'), ('approved', 'voided'),
  ('originated', 'settled'), ('originated', 'returned'),
  ('posted', 'settled'), ('posted', 'voided'),
  ('settled', 'refunded'), ('settled', 'returned'),
  ('expected', 'received'), ('expected', 'expired');

CREATE TABLE attempt_state_change (
  change_id   INTEGER PRIMARY KEY,
  attempt_key TEXT NOT NULL REFERENCES payment_attempt,
  from_state  TEXT,
  to_state    TEXT NOT NULL,
  at          INTEGER NOT NULL
) STRICT;

CREATE INDEX attempt_state_change_of_attempt ON attempt_state_change (attempt_key, change_id);

CREATE TRIGGER attempt_begins_ready BEFORE INSERT ON payment_attempt
WHEN NEW.state <> 'ready'
BEGIN SELECT RAISE(ABORT, 'a payment attempt begins as ready'); END;

CREATE TRIGGER attempt_moves_by_the_table BEFORE UPDATE OF state ON payment_attempt
WHEN NEW.state <> OLD.state AND NOT EXISTS (
  SELECT 1 FROM payment_move WHERE from_state = OLD.state AND to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'a payment attempt may not move this way'); END;

CREATE TRIGGER attempt_keeps_its_order BEFORE UPDATE OF
  attempt_key, call_id, guarantor_id, user_id, amount_cents, brand, last4, split,
  order_fingerprint, committed_at ON payment_attempt
BEGIN SELECT RAISE(ABORT, 'what was ordered is never changed'); END;

CREATE TRIGGER attempt_never_goes BEFORE DELETE ON payment_attempt
BEGIN SELECT RAISE(ABORT, 'a payment attempt is never deleted'); END;

CREATE TRIGGER attempt_begun AFTER INSERT ON payment_attempt
BEGIN
  INSERT INTO attempt_state_change (attempt_key, from_state, to_state, at)
  VALUES (NEW.attempt_key, NULL, NEW.state, NEW.state_at);
END;

CREATE TRIGGER attempt_moved AFTER UPDATE OF state ON payment_attempt
WHEN NEW.state <> OLD.state
BEGIN
  INSERT INTO attempt_state_change (attempt_key, from_state, to_state, at)
  VALUES (NEW.attempt_key, OLD.state, NEW.state, NEW.state_at);
END;

CREATE TRIGGER state_change_never_changes BEFORE UPDATE ON attempt_state_change
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;

CREATE TRIGGER state_change_never_goes BEFORE DELETE ON attempt_state_change
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
