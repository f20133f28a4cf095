-- What is owed. Balances and paid amounts are kept here for speed and proven against the ledger's lines.

-- balance_cents is the sum of the receivable's lines; held_by is the payment whose outcome is open.
CREATE TABLE account (
  account_id     uuid PRIMARY KEY,
  account_number text NOT NULL UNIQUE CHECK (account_number ~ '^\d{2}-\d{6}$'),
  guarantor_id   text NOT NULL REFERENCES guarantor,
  mrn            text NOT NULL REFERENCES patient,
  ledger         text NOT NULL CHECK (ledger IN ('medical', 'premium')),
  balance_cents  bigint NOT NULL DEFAULT 0 CHECK (balance_cents >= 0),
  held_by        uuid
);
CREATE INDEX account_by_guarantor ON account (guarantor_id);
CREATE INDEX account_by_patient ON account (mrn);

CREATE TABLE statement (
  statement_number text PRIMARY KEY,
  guarantor_id     text NOT NULL REFERENCES guarantor,
  issued_on        date NOT NULL,
  due_on           date NOT NULL CHECK (due_on >= issued_on),
  total_cents      bigint NOT NULL
);
CREATE INDEX statement_by_guarantor ON statement (guarantor_id, issued_on);

-- due_on is null until the charge stands on a statement.
CREATE TABLE charge (
  charge_id            uuid PRIMARY KEY,
  account_id           uuid NOT NULL REFERENCES account,
  guarantor_id         text NOT NULL REFERENCES guarantor,
  kind                 text NOT NULL CHECK (kind IN ('office_visit', 'procedure', 'facility', 'laboratory', 'imaging',
                         'prescription', 'premium', 'copay', 'coinsurance', 'deductible', 'late_fee', 'adjustment')),
  description          text NOT NULL CHECK (description <> ''),
  serviced_on          date NOT NULL,
  statement_number     text REFERENCES statement,
  due_on               date,
  billed_cents         bigint NOT NULL CHECK (billed_cents > 0),
  insurance            text NOT NULL CHECK (insurance IN ('none', 'pending', 'paid', 'denied')),
  insurance_paid_cents bigint NOT NULL DEFAULT 0 CHECK (insurance_paid_cents >= 0),
  adjusted_cents       bigint NOT NULL DEFAULT 0 CHECK (adjusted_cents >= 0),
  paid_cents           bigint NOT NULL DEFAULT 0 CHECK (paid_cents >= 0),
  open_cents           bigint NOT NULL GENERATED ALWAYS AS
                         (billed_cents - insurance_paid_cents - adjusted_cents - paid_cents) STORED,
  -- The day on which nothing was left to pay; null while something is.
  closed_on            date,
  CONSTRAINT charge_never_overpaid CHECK (open_cents >= 0),
  CHECK ((due_on IS NULL) = (statement_number IS NULL)),
  CHECK ((closed_on IS NOT NULL) = (open_cents = 0))
);
CREATE INDEX charge_by_account ON charge (account_id);
CREATE INDEX charge_by_guarantor ON charge (guarantor_id);

CREATE TABLE dispute (
  dispute_id   uuid PRIMARY KEY,
  charge_id    uuid NOT NULL REFERENCES charge,
  guarantor_id text NOT NULL REFERENCES guarantor,
  opened_on    date NOT NULL,
  closed_on    date CHECK (closed_on >= opened_on)
);
CREATE INDEX dispute_by_guarantor ON dispute (guarantor_id);
CREATE UNIQUE INDEX dispute_open_once ON dispute (charge_id) WHERE closed_on IS NULL;

CREATE TABLE assistance_application (
  application_id uuid PRIMARY KEY,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  programme      text NOT NULL CHECK (programme IN ('mfa', 'chc', 'pharmacy', 'community')),
  opened_on      date NOT NULL,
  closed_on      date CHECK (closed_on >= opened_on)
);
CREATE INDEX assistance_application_by_guarantor ON assistance_application (guarantor_id);

CREATE TABLE payment_plan (
  plan_id          uuid PRIMARY KEY,
  guarantor_id     text NOT NULL REFERENCES guarantor,
  months           smallint NOT NULL CHECK (months > 0),
  instalment_cents bigint NOT NULL CHECK (instalment_cents > 0),
  remaining_cents  bigint NOT NULL CHECK (remaining_cents >= 0),
  next_due_on      date NOT NULL,
  closed_on        date
);
CREATE UNIQUE INDEX payment_plan_open_once ON payment_plan (guarantor_id) WHERE closed_on IS NULL;
