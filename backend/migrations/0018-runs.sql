-- What the backend does unasked, once for each kind, region and business day. Several servers may start the
-- same run: one claims it, and is let go of when it stays silent. The lease is counted by the database's own
-- clock, which nobody moves.
CREATE TABLE run (
  kind             text NOT NULL CHECK (kind ~ '^[a-z_]{1,40}$'),
  region           text NOT NULL,
  business_on      date NOT NULL,
  state            text NOT NULL CHECK (state IN ('running', 'done')),
  started_at       timestamptz NOT NULL,
  finished_at      timestamptz,
  -- How often it was begun: more than once after a server died in the middle.
  starts           integer NOT NULL DEFAULT 1 CHECK (starts > 0),
  claimed_by       uuid NOT NULL,
  claimed_until    timestamptz NOT NULL,
  done_count       integer NOT NULL DEFAULT 0 CHECK (done_count >= 0),
  total_count      integer NOT NULL DEFAULT 0 CHECK (total_count >= 0),
  cents            bigint,
  difference_cents bigint,
  reconciliation   text,
  PRIMARY KEY (business_on, region, kind),
  CHECK ((state = 'done') = (finished_at IS NOT NULL AND cents IS NOT NULL AND difference_cents IS NOT NULL
    AND reconciliation IS NOT NULL))
);
CREATE INDEX run_open ON run (business_on) WHERE state = 'running';

-- Which payments a run has moved on: one kind of run does it to a payment once, whatever is started again.
CREATE TABLE run_payment (
  payment_key uuid NOT NULL REFERENCES payment,
  kind        text NOT NULL,
  region      text NOT NULL,
  business_on date NOT NULL,
  PRIMARY KEY (payment_key, kind),
  FOREIGN KEY (business_on, region, kind) REFERENCES run
);
CREATE INDEX run_payment_of_run ON run_payment (business_on, region, kind);

CREATE INDEX card_payment_to_post ON payment (posting_on, key) WHERE state = 'approved' AND method_kind = 'card';
CREATE INDEX card_payment_to_settle ON payment (posting_on, key) WHERE state = 'posted' AND method_kind = 'card';
CREATE INDEX ledger_entry_by_time ON ledger_entry (entered_at);

-- A row is here where the patients are made up: only such a database may be moved to another day. Every
-- server of the sandbox, and its card processor, adds `ahead_ms` to the real time.
CREATE TABLE sandbox_clock (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  ahead_ms bigint NOT NULL DEFAULT 0 CHECK (ahead_ms >= 0)
);
INSERT INTO sandbox_clock (ahead_ms) SELECT 0 WHERE EXISTS (SELECT FROM payment WHERE source = 'seeded');

-- Entries that move money on from where an approval has put it, once per payment; no receivable is touched.
--   p_entries: [{"key", "entryId", "lines"}]
CREATE FUNCTION enter_settlements(p_event text, p_entries jsonb, p_now timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entry (entry_id, guarantor_id, event, entered_at, payment_key)
  SELECT (entry->>'entryId')::uuid, guarantor_id, p_event, p_now, payment.key
  FROM jsonb_array_elements(p_entries) AS entry JOIN payment ON payment.key = (entry->>'key')::uuid;
  INSERT INTO ledger_line (entry_id, line_number, ledger_account, account_id, charge_id, debit_cents, credit_cents)
  SELECT (entry->>'entryId')::uuid, number, line->>'ledgerAccount', (line->>'accountId')::uuid,
    (line->>'chargeId')::uuid, (line->>'debitCents')::bigint, (line->>'creditCents')::bigint
  FROM jsonb_array_elements(p_entries) AS entry
    CROSS JOIN LATERAL jsonb_array_elements(entry->'lines') WITH ORDINALITY AS lines (line, number);
  IF EXISTS (
    SELECT FROM jsonb_array_elements(p_entries) AS entry JOIN payment ON payment.key = (entry->>'key')::uuid
      JOIN ledger_line ON entry_id = (entry->>'entryId')::uuid
    GROUP BY payment.key HAVING sum(debit_cents) <> payment.amount_cents OR bool_or(ledger_account LIKE '%receivable')
  ) THEN
    RAISE EXCEPTION 'a settlement does not move what was paid' USING ERRCODE = 'check_violation';
  END IF;
END
$$;
