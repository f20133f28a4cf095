-- Payments and the moves between their states. `payment` is the business fact; `payment_request` is
-- what makes a repeated request the same request.

-- The rows of shared/payments/states.ts; a test holds the two against each other.
CREATE TABLE payment_move (
  from_state text NOT NULL,
  to_state   text NOT NULL,
  PRIMARY KEY (from_state, to_state)
);
INSERT INTO payment_move (from_state, to_state) VALUES
  ('ready', 'sent'), ('ready', 'not_charged'),
  ('sent', 'approved'), ('sent', 'declined'), ('sent', 'unknown'), ('sent', 'not_charged'),
  ('unknown', 'approved'), ('unknown', 'declined'), ('unknown', 'not_charged'),
  ('approved', 'posted'), ('approved', 'originated'), ('approved', 'voided'),
  ('originated', 'settled'), ('originated', 'returned'),
  ('posted', 'settled'), ('posted', 'voided'),
  ('settled', 'refunded'), ('settled', 'returned'),
  ('expected', 'received'), ('expected', 'expired');

-- What the vault gave for a card: nothing from which a number could be made. The fingerprint tells
-- that two tokens are the same card. A token pays once, under one key.
CREATE TABLE card_token (
  token          text PRIMARY KEY,
  brand          text NOT NULL CHECK (brand IN ('visa', 'mastercard', 'american-express', 'discover')),
  last4          text NOT NULL CHECK (last4 ~ '^\d{4}$'),
  fingerprint    text NOT NULL,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  kept_at        timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  used_by        uuid
);
CREATE INDEX card_token_by_expiry ON card_token (expires_at);

-- A key that was heard of, with a fingerprint of what was asked under it and the reply it got; or a
-- key closed before anything was heard of it, so that a late request cannot charge.
CREATE TABLE payment_request (
  key          uuid PRIMARY KEY,
  fingerprint  text,
  reply        jsonb,
  heard_at     timestamptz NOT NULL,
  abandoned_at timestamptz,
  CHECK ((fingerprint IS NULL) = (abandoned_at IS NOT NULL))
);

-- Taken at this desk ('desk') or part of the seeded past ('seeded'), which knows no call or workstation.
-- claimed_until is the lease of whoever is asking the processor just now.
CREATE TABLE payment (
  key              uuid PRIMARY KEY,
  guarantor_id     text NOT NULL REFERENCES guarantor,
  state            text NOT NULL,
  state_at         timestamptz NOT NULL,
  state_why        text,
  method_kind      text NOT NULL CHECK (method_kind = 'card'),
  card_brand       text NOT NULL CHECK (card_brand IN ('visa', 'mastercard', 'american-express', 'discover')),
  card_last4       text NOT NULL CHECK (card_last4 ~ '^\d{4}$'),
  card_token       text,
  card_fingerprint text,
  amount_cents     bigint NOT NULL CHECK (amount_cents > 0),
  -- The caller was a guest payer: replies say nothing of what the money pays.
  amount_only      boolean NOT NULL DEFAULT false,
  confirmation     text UNIQUE,
  posting_on       date,
  decline          text CHECK (decline IN ('card_declined', 'insufficient_funds', 'lost_card', 'stolen_card',
                     'expired_card', 'incorrect_cvc', 'processing_error', 'test_cards_only')),
  taken_at         timestamptz NOT NULL,
  taken_by         text REFERENCES user_account,
  workstation_id   uuid REFERENCES workstation,
  call_id          uuid,
  verification_id  uuid REFERENCES verification,
  claimed_until    timestamptz,
  -- A void is committed before the processor hears of it, so that it is finished after a crash.
  void_asked_at    timestamptz,
  void_asked_by    text REFERENCES user_account,
  void_reason      text,
  source           text NOT NULL CHECK (source IN ('desk', 'seeded')),
  CHECK (state IN ('ready', 'sent', 'unknown', 'approved', 'declined', 'not_charged', 'originated', 'posted',
    'settled', 'returned', 'voided', 'refunded', 'expected', 'received', 'expired')),
  CHECK ((state = 'declined') = (decline IS NOT NULL)),
  CHECK ((void_asked_at IS NULL) = (void_asked_by IS NULL) AND (void_asked_at IS NULL) = (void_reason IS NULL)),
  CONSTRAINT payment_confirmed_when_charged CHECK
    ((confirmation IS NOT NULL AND posting_on IS NOT NULL) = (state IN ('approved', 'posted', 'settled', 'voided', 'refunded', 'returned'))),
  CHECK (source = 'seeded' OR (taken_by IS NOT NULL AND workstation_id IS NOT NULL AND call_id IS NOT NULL
    AND verification_id IS NOT NULL AND card_token IS NOT NULL AND card_fingerprint IS NOT NULL))
);
CREATE INDEX payment_by_guarantor ON payment (guarantor_id, taken_at);
CREATE INDEX payment_by_card ON payment (card_fingerprint, state_at) WHERE state = 'declined';
CREATE INDEX payment_open ON payment (claimed_until) WHERE state IN ('sent', 'unknown');
CREATE INDEX payment_void_open ON payment (claimed_until) WHERE void_asked_at IS NOT NULL AND state = 'approved';

ALTER TABLE account ADD CONSTRAINT account_held_by_payment FOREIGN KEY (held_by) REFERENCES payment;
CREATE INDEX account_held ON account (held_by) WHERE held_by IS NOT NULL;

CREATE TABLE payment_allocation (
  payment_key  uuid NOT NULL REFERENCES payment,
  charge_id    uuid NOT NULL REFERENCES charge,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (payment_key, charge_id)
);
CREATE INDEX payment_allocation_by_charge ON payment_allocation (charge_id);

-- No state is entered twice, so the state itself tells the rows of one payment apart.
CREATE TABLE payment_state_change (
  payment_key uuid NOT NULL REFERENCES payment,
  from_state  text,
  to_state    text NOT NULL,
  at          timestamptz NOT NULL,
  why         text,
  PRIMARY KEY (payment_key, to_state)
);

CREATE FUNCTION check_payment_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM payment_move WHERE from_state = OLD.state AND to_state = NEW.state) THEN
    RAISE EXCEPTION 'a payment never goes from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO payment_state_change (payment_key, from_state, to_state, at, why)
  VALUES (NEW.key, OLD.state, NEW.state, NEW.state_at, NEW.state_why);
  RETURN NEW;
END
$$;

CREATE TRIGGER payment_moves_by_the_table BEFORE UPDATE OF state ON payment
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION check_payment_move();

CREATE FUNCTION note_payment_begun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'sent' THEN
    RAISE EXCEPTION 'a payment of the desk begins as sent, not as %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO payment_state_change (payment_key, from_state, to_state, at, why)
  VALUES (NEW.key, NULL, NEW.state, NEW.state_at, NEW.state_why);
  RETURN NULL;
END
$$;

CREATE TRIGGER payment_begins_as_sent AFTER INSERT ON payment
  FOR EACH ROW WHEN (NEW.source = 'desk') EXECUTE FUNCTION note_payment_begun();

CREATE TRIGGER payment_state_change_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_state_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
