-- The desk's copy of what the backend lets this user see, page by page out of the change feed. Every
-- table that is read for a whole bill begins its key with guarantor_id: a full pull, which comes in that
-- order, appends, and a bill is read from neighbouring pages. The other ways in (number, name, family)
-- are indexes which the program builds once an empty copy has been loaded.

-- What this copy is of and how far it is; one row. `cursor` moves in the transaction of its page.
-- `scope` is the role and the regions it was pulled for. `as_of` (ms since 1970) is null until the full
-- pull is through; `begun_at` is what the backend had settled when the pull began: older is no row.
CREATE TABLE mirror (
  only_one      INTEGER PRIMARY KEY CHECK (only_one = 1),
  scope         TEXT NOT NULL,
  cursor        TEXT,
  as_of         INTEGER,
  begun_at      INTEGER,
  is_indexed    INTEGER NOT NULL DEFAULT 0 CHECK (is_indexed IN (0, 1)),
  -- The copy has reached its bound: changes of guarantors that are not in it are left out.
  is_full       INTEGER NOT NULL DEFAULT 0 CHECK (is_full IN (0, 1)),
  done          INTEGER NOT NULL DEFAULT 0,
  total         INTEGER NOT NULL DEFAULT 0,
  row_count     INTEGER NOT NULL DEFAULT 0,
  refused_count INTEGER NOT NULL DEFAULT 0,
  refused_last  TEXT
) STRICT;
INSERT INTO mirror (only_one, scope) VALUES (1, '');

CREATE TABLE guarantor (
  guarantor_id    TEXT PRIMARY KEY,
  bill_pay_number TEXT NOT NULL,
  name            TEXT NOT NULL,
  region          TEXT NOT NULL,
  language        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE patient (
  mrn          TEXT PRIMARY KEY,
  guarantor_id TEXT NOT NULL,
  name         TEXT NOT NULL,
  name_key     TEXT NOT NULL,
  birth_date   TEXT NOT NULL,
  relationship TEXT NOT NULL,
  is_deceased  INTEGER NOT NULL,
  locked_at    TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  guarantor_id   TEXT NOT NULL,
  account_id     TEXT NOT NULL,
  account_number TEXT NOT NULL,
  ledger         TEXT NOT NULL,
  mrn            TEXT NOT NULL,
  balance_cents  INTEGER NOT NULL,
  held           INTEGER NOT NULL,
  PRIMARY KEY (guarantor_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE charge (
  guarantor_id         TEXT NOT NULL,
  charge_id            TEXT NOT NULL,
  account_id           TEXT NOT NULL,
  kind                 TEXT NOT NULL,
  description          TEXT NOT NULL,
  serviced_on          TEXT NOT NULL,
  statement_number     TEXT,
  due_on               TEXT,
  billed_cents         INTEGER NOT NULL,
  insurance            TEXT NOT NULL,
  insurance_paid_cents INTEGER NOT NULL,
  adjusted_cents       INTEGER NOT NULL,
  paid_cents           INTEGER NOT NULL,
  open_cents           INTEGER NOT NULL,
  PRIMARY KEY (guarantor_id, charge_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  guarantor_id     TEXT NOT NULL,
  statement_number TEXT NOT NULL,
  issued_on        TEXT NOT NULL,
  due_on           TEXT NOT NULL,
  total_cents      INTEGER NOT NULL,
  PRIMARY KEY (guarantor_id, statement_number)
) STRICT, WITHOUT ROWID;

-- `body` is the payment as the contract has it: its method and its allocations have parts of their own.
CREATE TABLE payment (
  guarantor_id TEXT NOT NULL,
  attempt_key  TEXT NOT NULL,
  taken_at     TEXT NOT NULL,
  body         TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (guarantor_id, attempt_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_plan (
  guarantor_id     TEXT NOT NULL,
  plan_id          TEXT NOT NULL,
  months           INTEGER NOT NULL,
  instalment_cents INTEGER NOT NULL,
  remaining_cents  INTEGER NOT NULL,
  next_due_on      TEXT NOT NULL,
  PRIMARY KEY (guarantor_id, plan_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute (
  guarantor_id TEXT NOT NULL,
  dispute_id   TEXT NOT NULL,
  charge_id    TEXT NOT NULL,
  opened_on    TEXT NOT NULL,
  PRIMARY KEY (guarantor_id, dispute_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assistance_application (
  guarantor_id   TEXT NOT NULL,
  application_id TEXT NOT NULL,
  programme      TEXT NOT NULL,
  opened_on      TEXT NOT NULL,
  PRIMARY KEY (guarantor_id, application_id)
) STRICT, WITHOUT ROWID;
