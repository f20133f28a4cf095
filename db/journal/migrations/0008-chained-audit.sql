-- The local audit becomes a chain: each record holds the hash of the one before it, so that none can be
-- changed or left out alone. What was written before stays as it is, without.
ALTER TABLE local_audit ADD COLUMN previous TEXT CHECK (length(previous) = 64);
ALTER TABLE local_audit ADD COLUMN hash TEXT CHECK (length(hash) = 64);

CREATE TRIGGER local_audit_is_chained BEFORE INSERT ON local_audit
WHEN NEW.previous IS NULL OR NEW.hash IS NULL
BEGIN SELECT RAISE(ABORT, 'an audit record follows the one before it'); END;
