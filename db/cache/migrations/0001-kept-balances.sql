-- What the backend said about a guarantor's balance, for the time when it cannot be reached.
-- `scope` is what it was read under (user and verification): what one caller was allowed to hear
-- is not shown to the next. Instants are milliseconds since 1970.
CREATE TABLE kept_balance (
  guarantor_id TEXT NOT NULL,
  scope        TEXT NOT NULL,
  body         TEXT NOT NULL CHECK (json_valid(body)),
  as_of        INTEGER NOT NULL,
  opened_at    INTEGER NOT NULL,
  PRIMARY KEY (guarantor_id, scope)
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_balance_by_age ON kept_balance (opened_at);
