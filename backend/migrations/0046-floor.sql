-- What the floor does now and did lately, read by time.

-- Calls that are open now, as their desks say every few seconds. It is nobody's record: a call that ends has one of
-- its own, and a desk that falls silent is left out by whoever reads. What is lost with a crash of the server is said
-- again within seconds, so it is not logged.
CREATE UNLOGGED TABLE open_call (
  call_id        uuid PRIMARY KEY,
  user_id        text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL,
  begun_at       timestamptz NOT NULL,
  seen_at        timestamptz NOT NULL
);

-- How long each finished call took, one narrow row for each, on the day on which it ended in its region: that of the
-- guarantor it was about when it was kept; of a call that came to nobody, the first region of whoever took it.
CREATE TABLE handled_call (
  call_id  uuid PRIMARY KEY REFERENCES call_record,
  region   text NOT NULL COLLATE "C",
  ended_on date NOT NULL,
  seconds  integer NOT NULL CHECK (seconds >= 0)
);

CREATE FUNCTION region_of_call(p_guarantor_id text, p_user_id text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT region FROM guarantor WHERE guarantor_id = p_guarantor_id),
    (SELECT regions[1] FROM user_account WHERE user_id = p_user_id))
$$;

-- As shared/organization/regions.ts has them; a test holds the two against each other.
CREATE FUNCTION zone_of_region(p_region text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p_region WHEN 'CO' THEN 'America/Denver' WHEN 'GA' THEN 'America/New_York'
    WHEN 'MAS' THEN 'America/New_York' WHEN 'HI' THEN 'Pacific/Honolulu' ELSE 'America/Los_Angeles' END
$$;

INSERT INTO handled_call
SELECT call_id, region, (ended_at AT TIME ZONE zone_of_region(region))::date,
  least(extract(epoch FROM ended_at - started_at), 2147483647)::int
FROM call_record CROSS JOIN LATERAL region_of_call(guarantor_id, user_id) AS of (region)
WHERE region IS NOT NULL;

CREATE INDEX handled_call_by_day ON handled_call (ended_on, seconds) INCLUDE (region);

CREATE FUNCTION keep_handled_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO handled_call
  SELECT NEW.call_id, region, (NEW.ended_at AT TIME ZONE zone_of_region(region))::date,
    least(extract(epoch FROM NEW.ended_at - NEW.started_at), 2147483647)::int
  FROM region_of_call(NEW.guarantor_id, NEW.user_id) AS of (region) WHERE region IS NOT NULL;
  DELETE FROM open_call WHERE call_id = NEW.call_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER call_record_is_handled AFTER INSERT ON call_record FOR EACH ROW EXECUTE FUNCTION keep_handled_call();

CREATE INDEX promise_to_pay_by_day ON promise_to_pay (promised_on) WHERE replaced_by IS NULL;
-- Offers of a plan; those that go on from another are changes of it.
CREATE INDEX plan_offer_by_time ON plan_offer (offered_at) INCLUDE (offer_id, guarantor_id, call_id, case_id)
  WHERE disclosure->>'continues' IS NULL;
CREATE INDEX plan_event_missed_by_day ON plan_event (happened_on) WHERE kind = 'missed';
