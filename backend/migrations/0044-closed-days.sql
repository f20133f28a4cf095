-- The close of a business day of a region. What a closed day holds never changes: what would still be dated into it
-- counts from the beginning of the day that is open, in the books and among the moves of payments and refunds.

-- `content` is the canonical JSON (RFC 8785) of the day's totals and of what was said of its differences; the server's
-- audit key signs it (Ed25519) for whoever closed the day.
CREATE TABLE closed_day (
  region         text NOT NULL,
  business_on    date NOT NULL,
  -- `NCAL/2026-11-20`, by which the audit trail names it.
  day            text NOT NULL UNIQUE,
  opens_at       timestamptz NOT NULL,
  closes_at      timestamptz NOT NULL CHECK (closes_at > opens_at),
  closed_at      timestamptz NOT NULL CHECK (closed_at >= closes_at),
  closed_by      text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  content        text NOT NULL,
  content_hash   text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  key_id         text NOT NULL REFERENCES audit_key,
  signature      text NOT NULL,
  PRIMARY KEY (region, business_on),
  UNIQUE (region, closes_at)
);

CREATE FUNCTION check_closed_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.opens_at <> (SELECT max(closes_at) FROM closed_day WHERE region = NEW.region) THEN
    RAISE EXCEPTION 'days of a region close one after the other' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER closed_day_follows_the_last BEFORE INSERT ON closed_day FOR EACH ROW EXECUTE FUNCTION check_closed_day();
CREATE TRIGGER closed_day_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON closed_day
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CALL audit_table('closed_day', 'added', '{"action": "day_closed", "at": "$closed_at", "user": "$closed_by",
  "of": "business_day", "subject": "$day", "detail": "$content_hash"}');

-- What turned out to be wrong with a closed day, dated in the day that was open when it was found.
CREATE TABLE day_correction (
  correction_id  uuid PRIMARY KEY,
  region         text NOT NULL,
  business_on    date NOT NULL,
  day            text NOT NULL REFERENCES closed_day (day),
  dated_on       date NOT NULL CHECK (dated_on > business_on),
  stage          text NOT NULL CHECK (stage IN ('taken', 'voided', 'posted', 'settled', 'returned', 'refunded')),
  method_kind    text NOT NULL,
  amount_cents   bigint NOT NULL CHECK (amount_cents <> 0),
  payment_key    uuid REFERENCES payment,
  reason         text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  made_at        timestamptz NOT NULL,
  made_by        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  FOREIGN KEY (region, business_on) REFERENCES closed_day
);
CREATE INDEX day_correction_of_day ON day_correction (region, business_on);
CREATE INDEX day_correction_by_date ON day_correction (region, dated_on);
CREATE TRIGGER day_correction_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON day_correction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CALL audit_table('day_correction', 'added', '{"action": "day_corrected", "at": "$made_at", "user": "$made_by",
  "of": "business_day", "subject": "$day", "detail": "$correction_id"}');

-- The turn that writers of the books share and whoever closes a day has alone: what a day is signed with is all that
-- will ever be in it.
CREATE FUNCTION close_of_day_lock() RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT 4400000000044 $$;

-- The one answer to which business day something at an instant belongs to: null where it is the day of the instant
-- itself, else the instant from which it counts, the end of the region's last closed day.
CREATE FUNCTION counts_from(p_guarantor_id text, p_at timestamptz) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  v_open_from timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(close_of_day_lock());
  IF NOT EXISTS (SELECT FROM closed_day) THEN RETURN NULL; END IF;
  SELECT closes_at INTO v_open_from FROM closed_day
  WHERE region = (SELECT region FROM guarantor WHERE guarantor_id = p_guarantor_id)
  ORDER BY closes_at DESC LIMIT 1;
  RETURN CASE WHEN p_at < v_open_from THEN v_open_from END;
END
$$;

ALTER TABLE ledger_entry ADD COLUMN counts_at timestamptz;
ALTER TABLE payment_state_change ADD COLUMN counts_at timestamptz;
ALTER TABLE refund_state_change ADD COLUMN counts_at timestamptz;

CREATE FUNCTION date_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.counts_at := counts_from(NEW.guarantor_id, NEW.entered_at);
  RETURN NEW;
END
$$;
CREATE TRIGGER ledger_entry_counts_in_an_open_day BEFORE INSERT ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION date_ledger_entry();

CREATE FUNCTION date_payment_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.counts_at := counts_from((SELECT guarantor_id FROM payment WHERE key = NEW.payment_key), NEW.at);
  RETURN NEW;
END
$$;
CREATE TRIGGER payment_move_counts_in_an_open_day BEFORE INSERT ON payment_state_change
  FOR EACH ROW EXECUTE FUNCTION date_payment_move();

CREATE FUNCTION date_refund_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.counts_at := counts_from((SELECT guarantor_id FROM refund JOIN payment ON key = payment_key
    WHERE refund_key = NEW.refund_key), NEW.at);
  RETURN NEW;
END
$$;
CREATE TRIGGER refund_move_counts_in_an_open_day BEFORE INSERT ON refund_state_change
  FOR EACH ROW EXECUTE FUNCTION date_refund_move();

-- Lines come with their entry: one that is added to an entry of a closed day later is none of it.
CREATE FUNCTION refuse_lines_of_closed_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM closed_day) THEN RETURN NULL; END IF;
  IF EXISTS (
    SELECT FROM new_lines JOIN ledger_entry USING (entry_id) JOIN guarantor USING (guarantor_id)
    WHERE coalesce(counts_at, entered_at) <
      (SELECT closes_at FROM closed_day WHERE closed_day.region = guarantor.region ORDER BY closes_at DESC LIMIT 1)
  ) THEN
    RAISE EXCEPTION 'a closed day takes no more ledger lines' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER ledger_lines_of_open_days AFTER INSERT ON ledger_line
  REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_lines_of_closed_days();

-- A day is read by its instants, and by what counts in it although it came from an earlier one.
CREATE INDEX ledger_entry_late ON ledger_entry (counts_at) WHERE counts_at IS NOT NULL;
CREATE INDEX payment_move_by_time ON payment_state_change (at);
CREATE INDEX payment_move_late ON payment_state_change (counts_at) WHERE counts_at IS NOT NULL;
CREATE INDEX refund_move_by_time ON refund_state_change (at);
CREATE INDEX refund_move_late ON refund_state_change (counts_at) WHERE counts_at IS NOT NULL;
CREATE INDEX ach_file_by_time ON ach_file (written_at);
CREATE INDEX ach_entry_by_settlement ON ach_entry (settles_on);
CREATE INDEX ach_entry_by_return ON ach_entry (returned_at) WHERE returned_at IS NOT NULL;
CREATE INDEX refund_payout_by_time ON refund_payout (recorded_at);
CREATE INDEX arrival_by_match ON arrival (matched_at) WHERE matched_at IS NOT NULL;
CREATE INDEX arrival_named ON arrival (read_at) WHERE payment_key IS NULL AND guarantor_id IS NOT NULL;

-- The sandbox processor reports by merchant, as processors do: each region is one.
ALTER TABLE sandbox_processor.attempt ADD COLUMN merchant text;
UPDATE sandbox_processor.attempt SET merchant = region
FROM payment JOIN guarantor USING (guarantor_id) WHERE payment.key = attempt.key;
CREATE INDEX attempt_by_time ON sandbox_processor.attempt (merchant, answered_at) WHERE outcome = 'approved';
CREATE INDEX attempt_by_void ON sandbox_processor.attempt (merchant, voided_at) WHERE voided_at IS NOT NULL;
CREATE INDEX refund_by_time ON sandbox_processor.refund (answered_at) WHERE outcome = 'refunded';
