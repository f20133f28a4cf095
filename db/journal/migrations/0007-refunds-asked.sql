-- Money that arrived by itself can be given back.
INSERT INTO payment_move (from_state, to_state) VALUES ('received', 'refunded');

-- A refund that somebody asks for is written down with its key before the backend hears of it, and followed until
-- the backend has said what became of it. state: what it said; 'not_taken' where it refused, or never heard of it.
CREATE TABLE refund_asked (
  refund_key      TEXT PRIMARY KEY,
  payment_key     TEXT NOT NULL,
  amount_cents    INTEGER NOT NULL CHECK (amount_cents > 0),
  reason          TEXT NOT NULL,
  user_id         TEXT NOT NULL,
  -- A supervisor is on no call, and asks under no verification.
  call_id         TEXT REFERENCES call,
  verification_id TEXT,
  asked_at        INTEGER NOT NULL,
  state           TEXT CHECK (state IN ('requested', 'approved', 'sent', 'refunded', 'refused', 'declined', 'not_taken')),
  answered_at     INTEGER,
  CHECK ((state IS NULL) = (answered_at IS NULL))
) STRICT;

CREATE INDEX refund_asked_open ON refund_asked (asked_at) WHERE state IS NULL;

CREATE TRIGGER refund_asked_never_goes BEFORE DELETE ON refund_asked
BEGIN SELECT RAISE(ABORT, 'a refund that was asked for is never forgotten'); END;
