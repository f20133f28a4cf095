-- What a supervisor searches payments by, one narrow row for each, kept by triggers in the transaction that changes
-- the payment. The index that has a page's order also holds what the filters ask for, so that a page is read from it
-- alone (see docs/decisions/0013-payment-search.md).

CREATE TABLE payment_search (
  key          uuid PRIMARY KEY REFERENCES payment,
  region       text NOT NULL COLLATE "C",
  guarantor_id text NOT NULL REFERENCES guarantor,
  taken_at     timestamptz NOT NULL,
  -- The name it sorts by and the id that makes it one person's; empty for what arrived by itself, and '-' for what
  -- somebody charged before it was kept who.
  taker        text NOT NULL COLLATE "C",
  state        text NOT NULL COLLATE "C",
  method_kind  text NOT NULL COLLATE "C",
  amount_cents bigint NOT NULL,
  last4        text,
  CONSTRAINT payment_search_arrives_by_itself CHECK ((taker <> '') = (method_kind IN ('card', 'ach')))
);

-- Which states payments by a method have ever been in. A wire is never declined and a card never returned, which
-- nobody who looks through an index for such a one would find out before its end.
CREATE TABLE payment_search_kind (
  state       text NOT NULL COLLATE "C",
  method_kind text NOT NULL COLLATE "C",
  PRIMARY KEY (state, method_kind)
);

-- How whoever took a payment is sorted and found.
CREATE FUNCTION taker_of(p_user_id text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT name_key(name) || ' ' || user_id FROM user_account WHERE user_id = p_user_id), '-')
$$;

INSERT INTO payment_search
SELECT payment.key, region, guarantor_id, taken_at,
  CASE WHEN method_kind IN ('card', 'ach') THEN taker_of(taken_by) ELSE '' END,
  payment.state, method_kind, amount_cents, coalesce(card_last4, bank_last4)
FROM payment JOIN guarantor USING (guarantor_id);
INSERT INTO payment_search_kind SELECT DISTINCT state, method_kind FROM payment_search;

CREATE INDEX payment_search_by_time ON payment_search (taken_at, key)
  INCLUDE (region, state, method_kind, taker, amount_cents);
CREATE INDEX payment_search_by_amount ON payment_search (amount_cents, taken_at, key)
  INCLUDE (region, state, method_kind, taker);
CREATE INDEX payment_search_by_taker ON payment_search (taker, taken_at, key)
  INCLUDE (region, state, method_kind, amount_cents);
CREATE INDEX payment_search_by_state ON payment_search (state, taken_at, key)
  INCLUDE (region, method_kind, taker, amount_cents);
CREATE INDEX payment_search_by_method ON payment_search (method_kind, taken_at, key)
  INCLUDE (region, state, taker, amount_cents);
CREATE INDEX payment_search_by_region ON payment_search (region, taken_at, key)
  INCLUDE (state, method_kind, taker, amount_cents);
CREATE INDEX payment_search_by_guarantor ON payment_search (guarantor_id, taken_at);
CREATE INDEX payment_search_by_last4 ON payment_search (last4, taken_at) WHERE last4 IS NOT NULL;
CREATE STATISTICS payment_search_kinds (mcv) ON state, method_kind FROM payment_search;

CREATE FUNCTION keep_payment_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO payment_search
    SELECT after.key, region, guarantor_id, taken_at,
      CASE WHEN method_kind IN ('card', 'ach') THEN taker_of(taken_by) ELSE '' END,
      after.state, method_kind, amount_cents, coalesce(card_last4, bank_last4)
    FROM after JOIN guarantor USING (guarantor_id);
  ELSE
    UPDATE payment_search AS found SET state = after.state, region = guarantor.region
    FROM before JOIN after USING (key) JOIN guarantor ON guarantor.guarantor_id = after.guarantor_id
    WHERE found.key = after.key AND before.state <> after.state;
  END IF;
  INSERT INTO payment_search_kind SELECT DISTINCT state, method_kind FROM after ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER search_payment_inserted AFTER INSERT ON payment REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION keep_payment_search();
CREATE TRIGGER search_payment_updated AFTER UPDATE ON payment REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION keep_payment_search();

CREATE FUNCTION follow_guarantor_in_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment_search SET region = NEW.region WHERE guarantor_id = NEW.guarantor_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER search_guarantor_moved AFTER UPDATE OF region ON guarantor
  FOR EACH ROW WHEN (OLD.region <> NEW.region) EXECUTE FUNCTION follow_guarantor_in_search();

CREATE FUNCTION follow_name_in_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment_search SET taker = taker_of(NEW.user_id)
  WHERE taker = name_key(OLD.name) || ' ' || OLD.user_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER search_user_renamed AFTER UPDATE OF name ON user_account
  FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION follow_name_in_search();

-- Names as they are typed into the search: from the beginning of a whole name or of a family name.
CREATE INDEX patient_by_name ON patient (name_key COLLATE "C");
CREATE INDEX patient_by_family_name ON patient (name_key(family_name) COLLATE "C");
CREATE INDEX guarantor_by_name ON guarantor (name_key(full_name) COLLATE "C");
CREATE INDEX guarantor_by_family_name ON guarantor (name_key(family_name) COLLATE "C");

-- Whether somebody has looked at this guarantor lately is asked for every row of every page.
CREATE INDEX access_event_by_guarantor ON access_event (guarantor_id, at) WHERE guarantor_id IS NOT NULL;

-- A search that somebody keeps under a name; their own.
CREATE TABLE saved_view (
  view_id  uuid PRIMARY KEY,
  user_id  text NOT NULL REFERENCES user_account,
  name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  search   jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT saved_view_named_once UNIQUE (user_id, name)
);
