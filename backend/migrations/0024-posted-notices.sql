-- Notices of varying amounts and written copies leave by post: as e-mail where the guarantor agreed to that,
-- else as a letter. Each is a row before it leaves, with its own words before anybody has it.

-- Since when a guarantor has what must be in writing by e-mail (15 USC 7001(c)); null: as letters.
ALTER TABLE guarantor ADD COLUMN email_agreed_on date,
  ADD CONSTRAINT email_agreed_is_there CHECK (email_agreed_on IS NULL OR email IS NOT NULL);

-- A payment whose notice did not leave in time moves to a later day, and is announced anew for that day.
ALTER TABLE payment_notice DROP CONSTRAINT payment_notice_pkey;
ALTER TABLE payment_notice ADD COLUMN notice_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ADD CONSTRAINT payment_notice_one_for_each_day UNIQUE (authorisation_id, occurrence, pay_on);

-- What is sent, once. Its words are written by whoever sends it first, are kept before they are handed over, and
-- stay the same for every try. `sent_on` is the guarantor's date. One that is withdrawn is not sent any more.
CREATE TABLE letter (
  letter_id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  guarantor_id     text NOT NULL REFERENCES guarantor,
  authorisation_id uuid NOT NULL REFERENCES authorisation,
  kind             text NOT NULL CHECK (kind IN ('notice', 'made', 'changed', 'skipped', 'revoked', 'stopped')),
  notice_id        uuid UNIQUE REFERENCES payment_notice,
  event_id         uuid UNIQUE REFERENCES authorisation_event,
  asked_at         timestamptz NOT NULL,
  sent_by_way      text CHECK (sent_by_way IN ('email', 'mail')),
  sent_to          text CHECK (length(sent_to) BETWEEN 3 AND 320),
  language         text CHECK (language IN ('en', 'es')),
  pdf              bytea,
  written_at       timestamptz,
  sent_at          timestamptz,
  sent_on          date,
  withdrawn_at     timestamptz,
  tries            int NOT NULL DEFAULT 0,
  claimed_until    timestamptz NOT NULL,
  CHECK ((kind = 'notice') = (notice_id IS NOT NULL) AND (kind = 'notice') = (event_id IS NULL)),
  CHECK (num_nonnulls(sent_by_way, sent_to, language, pdf, written_at) IN (0, 5)),
  CHECK ((sent_at IS NULL) = (sent_on IS NULL)),
  CHECK (sent_at IS NULL OR (pdf IS NOT NULL AND withdrawn_at IS NULL))
);
CREATE INDEX letter_by_authorisation ON letter (authorisation_id, asked_at);
CREATE INDEX letter_by_guarantor ON letter (guarantor_id);
CREATE INDEX letter_due ON letter (claimed_until) WHERE sent_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX letter_sent_on ON letter (sent_on);
CREATE TRIGGER letter_stays_as_written BEFORE UPDATE OF sent_by_way, sent_to, language, pdf, written_at, sent_at ON letter
  FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL OR (OLD.written_at IS NOT NULL AND
    (OLD.sent_by_way, OLD.sent_to, OLD.language, OLD.pdf, OLD.written_at)
      IS DISTINCT FROM (NEW.sent_by_way, NEW.sent_to, NEW.language, NEW.pdf, NEW.written_at)))
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION order_notice_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter (guarantor_id, authorisation_id, kind, notice_id, asked_at, claimed_until)
  VALUES (NEW.guarantor_id, NEW.authorisation_id, 'notice', NEW.notice_id, NEW.written_at, NEW.written_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER payment_notice_is_sent AFTER INSERT ON payment_notice
  FOR EACH ROW EXECUTE FUNCTION order_notice_letter();

CREATE FUNCTION order_event_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter (guarantor_id, authorisation_id, kind, event_id, asked_at, claimed_until)
  SELECT guarantor_id, NEW.authorisation_id, NEW.kind, NEW.event_id, NEW.at, NEW.at
  FROM authorisation WHERE authorisation_id = NEW.authorisation_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER authorisation_event_is_sent AFTER INSERT ON authorisation_event
  FOR EACH ROW WHEN (NEW.kind NOT IN ('finished', 'signed')) EXECUTE FUNCTION order_event_letter();

-- What waited for a mail room so far.
INSERT INTO letter (guarantor_id, authorisation_id, kind, notice_id, asked_at, claimed_until)
SELECT guarantor_id, authorisation_id, 'notice', notice_id, written_at, written_at
FROM payment_notice WHERE sent_at IS NULL;
INSERT INTO letter (guarantor_id, authorisation_id, kind, event_id, asked_at, claimed_until)
SELECT guarantor_id, authorisation_id, event.kind, event_id, copy.written_at, copy.written_at
FROM authorisation_copy AS copy JOIN authorisation_event AS event USING (event_id)
  JOIN authorisation USING (authorisation_id) WHERE sent_at IS NULL;
ALTER TABLE payment_notice DROP COLUMN sent_at;
DROP TRIGGER authorisation_copy_written ON authorisation_event;
DROP FUNCTION write_authorisation_copy;
DROP TABLE authorisation_copy;

-- Whether a payment was announced for its day by a notice that had left p_days before (12 CFR 1005.10(d)(1)).
CREATE FUNCTION is_announced(p scheduled_payment, p_days int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM payment_notice AS notice JOIN letter USING (notice_id)
    WHERE notice.authorisation_id = p.authorisation_id AND notice.occurrence = p.occurrence
      AND notice.pay_on = p.pay_on AND sent_on <= p.pay_on - p_days)
$$;

-- The last lock, whoever asks: what varies is never taken unannounced.
CREATE FUNCTION refuse_unannounced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_announced(NEW, 10) THEN
    RAISE EXCEPTION 'a varying payment is taken ten days after its notice, not before' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER scheduled_payment_was_announced AFTER UPDATE OF state ON scheduled_payment
  FOR EACH ROW WHEN (NEW.state = 'sent' AND NEW.statement_number IS NOT NULL) EXECUTE FUNCTION refuse_unannounced();
