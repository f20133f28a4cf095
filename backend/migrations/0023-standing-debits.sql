-- Debits of a bank account under an authorisation that stands. One agreed to by telephone goes to the bank
-- under TEL; once the written copy has come back with the payer's signature, what is taken from then on goes
-- under PPD (Nacha: a debit authorised in writing).

ALTER TABLE authorisation_event DROP CONSTRAINT authorisation_event_kind_check,
  ADD CONSTRAINT authorisation_event_kind_check
    CHECK (kind IN ('made', 'changed', 'skipped', 'signed', 'revoked', 'stopped', 'finished'));

-- The copy of one version of the terms: changed terms are agreed to by telephone again.
CREATE TABLE authorisation_signature (
  authorisation_id uuid NOT NULL REFERENCES authorisation,
  version          int NOT NULL CHECK (version > 0),
  signed_on        date NOT NULL,
  received_on      date NOT NULL CHECK (received_on >= signed_on),
  recorded_at      timestamptz NOT NULL,
  recorded_by      text NOT NULL REFERENCES user_account,
  PRIMARY KEY (authorisation_id, version)
);
CREATE TRIGGER authorisation_signature_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON authorisation_signature
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whether it was taken under a signed copy: settled with the claim, under the authorisation's lock, so that
-- a copy recorded later changes nothing of a debit that waits for its file.
ALTER TABLE scheduled_attempt ADD COLUMN signed boolean NOT NULL DEFAULT false;

CREATE FUNCTION note_signed_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.signed := EXISTS (SELECT FROM authorisation JOIN authorisation_signature USING (authorisation_id, version)
    WHERE authorisation_id = NEW.authorisation_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER scheduled_attempt_signed BEFORE INSERT ON scheduled_attempt FOR EACH ROW
  EXECUTE FUNCTION note_signed_attempt();
