-- A workstation may hold two tokens for a while: the reply that brought the newer one may be lost, and
-- until that one has been used the desk still asks with the older. None outlives thirty days.
CREATE TABLE workstation_token (
  token_hash     bytea PRIMARY KEY,
  workstation_id uuid NOT NULL REFERENCES workstation,
  issued_at      timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL CHECK (expires_at > issued_at)
);
CREATE INDEX workstation_token_by_workstation ON workstation_token (workstation_id, issued_at);
CREATE INDEX workstation_token_by_expiry ON workstation_token (expires_at);

INSERT INTO workstation_token (token_hash, workstation_id, issued_at, expires_at)
SELECT token_hash, workstation_id, seen_at, seen_at + interval '30 days' FROM workstation;

ALTER TABLE workstation DROP COLUMN token_hash;
