-- Who works here and from where. Passwords and tokens are kept as hashes only.

CREATE TABLE user_account (
  user_id           text PRIMARY KEY CHECK (length(user_id) BETWEEN 1 AND 64),
  name              text NOT NULL,
  role              text NOT NULL CHECK (role IN ('representative', 'counselor', 'supervisor')),
  regions           text[] NOT NULL,
  password_hash     text NOT NULL,
  failed_sign_ins   smallint NOT NULL DEFAULT 0 CHECK (failed_sign_ins >= 0),
  locked_until      timestamptz,
  last_signed_in_at timestamptz,
  -- Since when the account may sign in; ninety idle days switch it off (PCI DSS 8.2.6).
  enabled_at        timestamptz NOT NULL
);

CREATE TABLE workstation (
  workstation_id uuid PRIMARY KEY,
  token_hash     bytea NOT NULL UNIQUE,
  seen_at        timestamptz NOT NULL
);

CREATE TABLE session (
  token_hash     bytea PRIMARY KEY,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  begun_at       timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL CHECK (expires_at > begun_at)
);
CREATE INDEX session_by_expiry ON session (expires_at);
