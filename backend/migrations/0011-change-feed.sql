-- What the desks mirror, and what has changed since. An entry says that a row changed, never how: the
-- feed reads the row as it is when it is asked.

-- In the order in which a page carries them, which is also the order inside one transaction.
CREATE TYPE mirror_entity AS ENUM ('guarantor', 'patient', 'account', 'charge', 'statement', 'payment', 'plan',
  'dispute', 'application');

-- A place in the feed is (xid, entity, entity_id). A number from a sequence is handed out before its
-- transaction commits, and so is a transaction's own; but of those it is known which are settled
-- (pg_snapshot_xmin), and the feed stops before the first that is not.
CREATE TABLE change (
  region       text COLLATE "C" NOT NULL,
  xid          xid8 NOT NULL,
  entity       mirror_entity NOT NULL,
  entity_id    text COLLATE "C" NOT NULL CHECK (entity_id <> ''),
  guarantor_id text NOT NULL,
  -- However often a transaction changes a row, the desks read it once.
  PRIMARY KEY (region, xid, entity, entity_id)
);

-- One row. `feed_id` is renewed when rows came or went past the log; below `floor` the log was trimmed.
CREATE TABLE change_feed (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  feed_id  uuid NOT NULL DEFAULT gen_random_uuid(),
  floor    xid8 NOT NULL DEFAULT pg_current_xact_id()
);
INSERT INTO change_feed DEFAULT VALUES;

-- At `marked_at` everything below `xid` was settled: how old an entry is, without a time in each.
CREATE TABLE change_mark (
  xid       xid8 PRIMARY KEY,
  marked_at timestamptz NOT NULL
);

-- Where a cursor is at home. A database that was copied or restored under another name, on another
-- server or on another branch of its own history has another: none of the four alone tells them all.
CREATE FUNCTION feed_identity() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT md5(concat_ws('/', feed_id, system_identifier, timeline_id,
    (SELECT oid FROM pg_database WHERE datname = current_database())))
  FROM change_feed, pg_control_system(), pg_control_checkpoint()
$$;

-- Who holds a copy: one row for each full pull that was begun (45 CFR 164.312(b)). A cursor names its
-- row, so nothing but the place reached has to be believed of it. `wipes` counts the orders to forget
-- that the workstation had when the pull began.
CREATE TABLE desk_copy (
  copy_id        uuid PRIMARY KEY,
  feed           text NOT NULL,
  workstation_id uuid NOT NULL REFERENCES workstation,
  user_id        text NOT NULL REFERENCES user_account,
  scope          text[] NOT NULL,
  wipes          bigint NOT NULL,
  log_from       xid8 NOT NULL,
  guarantors     bigint NOT NULL,
  begun_at       timestamptz NOT NULL,
  settled_at     timestamptz NOT NULL,
  finished_at    timestamptz
);
CREATE INDEX desk_copy_by_workstation ON desk_copy (workstation_id, begun_at);

CREATE TABLE workstation_wipe (
  wipe_id        uuid PRIMARY KEY,
  workstation_id uuid NOT NULL REFERENCES workstation,
  ordered_by     text NOT NULL REFERENCES user_account,
  ordered_at     timestamptz NOT NULL,
  reason         text NOT NULL CHECK (reason <> '')
);
CREATE INDEX workstation_wipe_by_workstation ON workstation_wipe (workstation_id);

CREATE TRIGGER workstation_wipe_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON workstation_wipe
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX guarantor_by_region ON guarantor (region, guarantor_id);

-- Rows that came or went past the log leave every copy wrong without a sign of it, so all are refused.
CREATE FUNCTION renew_feed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE change_feed SET feed_id = gen_random_uuid();
  RETURN NULL;
END
$$;

-- Lets a table write the log. p_shown lists what a mirrored row shows; a change to anything else makes
-- no entry. A row that goes from one guarantor to another, as when two are merged, cannot be told in one
-- entry: every copy is pulled anew. A later migration calls it
-- again when a row is to show more.
CREATE PROCEDURE mirror_table(p_table text, p_entity mirror_entity, p_key text, p_shown text[]) LANGUAGE plpgsql AS $p$
DECLARE
  v_before text := (SELECT string_agg('before.' || name, ', ') FROM unnest(p_shown) AS name);
  v_after  text := (SELECT string_agg('after.' || name, ', ') FROM unnest(p_shown) AS name);
BEGIN
  EXECUTE format($f$
    CREATE OR REPLACE FUNCTION note_%1$s_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
        SELECT region, pg_current_xact_id(), %2$L, after.%3$s, guarantor_id
        FROM after JOIN guarantor USING (guarantor_id) ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
        SELECT region, pg_current_xact_id(), %2$L, before.%3$s, guarantor_id
        FROM before JOIN guarantor USING (guarantor_id) ON CONFLICT DO NOTHING;
      ELSE
        INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
        SELECT owner.region, pg_current_xact_id(), %2$L, %3$s, owner.guarantor_id
        FROM before FULL JOIN after USING (%3$s)
          JOIN guarantor AS owner ON owner.guarantor_id IN (before.guarantor_id, after.guarantor_id)
        WHERE (%4$s) IS DISTINCT FROM (%5$s) ON CONFLICT DO NOTHING;
        IF EXISTS (SELECT FROM before JOIN after USING (%3$s) WHERE before.guarantor_id <> after.guarantor_id) THEN
          UPDATE change_feed SET feed_id = gen_random_uuid();
        END IF;
      END IF;
      RETURN NULL;
    END
    $$
  $f$, p_table, p_entity, p_key, v_before, v_after);
  CALL mirror_triggers(p_table);
END
$p$;

CREATE PROCEDURE mirror_triggers(p_table text) LANGUAGE plpgsql AS $p$
BEGIN
  EXECUTE format($f$
    CREATE OR REPLACE TRIGGER feed_%1$s_inserted AFTER INSERT ON %1$I REFERENCING NEW TABLE AS after
      FOR EACH STATEMENT EXECUTE FUNCTION note_%1$s_changed();
    CREATE OR REPLACE TRIGGER feed_%1$s_updated AFTER UPDATE ON %1$I REFERENCING OLD TABLE AS before NEW TABLE AS after
      FOR EACH STATEMENT EXECUTE FUNCTION note_%1$s_changed();
    CREATE OR REPLACE TRIGGER feed_%1$s_deleted AFTER DELETE ON %1$I REFERENCING OLD TABLE AS before
      FOR EACH STATEMENT EXECUTE FUNCTION note_%1$s_changed();
    CREATE OR REPLACE TRIGGER feed_%1$s_emptied AFTER TRUNCATE ON %1$I
      FOR EACH STATEMENT EXECUTE FUNCTION renew_feed();
  $f$, p_table);
END
$p$;

CALL mirror_table('patient', 'patient', 'mrn',
  '{guarantor_id, full_name, birth_date, relationship, deceased_on, locked_at}');
CALL mirror_table('account', 'account', 'account_id',
  '{guarantor_id, account_number, ledger, mrn, balance_cents, held_by}');
CALL mirror_table('charge', 'charge', 'charge_id',
  '{guarantor_id, account_id, kind, description, serviced_on, statement_number, due_on, billed_cents, insurance,
    insurance_paid_cents, adjusted_cents, paid_cents, closed_on}');
CALL mirror_table('statement', 'statement', 'statement_number', '{guarantor_id, issued_on, due_on, total_cents}');
CALL mirror_table('payment', 'payment', 'key',
  '{guarantor_id, state, method_kind, card_brand, card_last4, amount_cents, taken_at, posting_on, confirmation, decline}');
CALL mirror_table('payment_plan', 'plan', 'plan_id',
  '{guarantor_id, months, instalment_cents, remaining_cents, next_due_on, closed_on}');
CALL mirror_table('dispute', 'dispute', 'dispute_id', '{guarantor_id, charge_id, opened_on, closed_on}');
CALL mirror_table('assistance_application', 'application', 'application_id',
  '{guarantor_id, programme, opened_on, closed_on}');

-- A guarantor who moves: for the region left the guarantor alone, whose tombstone takes the rest with
-- it; for the region come to everything, because a desk there has nothing of it.
CREATE FUNCTION note_guarantor_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
    SELECT region, pg_current_xact_id(), 'guarantor', guarantor_id, guarantor_id FROM after ON CONFLICT DO NOTHING;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
    SELECT region, pg_current_xact_id(), 'guarantor', guarantor_id, guarantor_id FROM before ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
    SELECT place.region, pg_current_xact_id(), 'guarantor', guarantor_id, guarantor_id
    FROM before FULL JOIN after USING (guarantor_id)
      CROSS JOIN LATERAL (VALUES (before.region), (after.region)) AS place (region)
    WHERE place.region IS NOT NULL
      AND (before.full_name, before.bill_pay_number, before.region, before.language)
        IS DISTINCT FROM (after.full_name, after.bill_pay_number, after.region, after.language)
    ON CONFLICT DO NOTHING;
    IF EXISTS (SELECT FROM before JOIN after USING (guarantor_id) WHERE before.region <> after.region) THEN
      INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
      SELECT after.region, pg_current_xact_id(), theirs.entity::mirror_entity, theirs.id, guarantor_id
      FROM before JOIN after USING (guarantor_id) JOIN (
        SELECT guarantor_id, 'patient' AS entity, mrn AS id FROM patient
        UNION ALL SELECT guarantor_id, 'account', account_id::text FROM account
        UNION ALL SELECT guarantor_id, 'charge', charge_id::text FROM charge
        UNION ALL SELECT guarantor_id, 'statement', statement_number FROM statement
        UNION ALL SELECT guarantor_id, 'payment', key::text FROM payment
        UNION ALL SELECT guarantor_id, 'plan', plan_id::text FROM payment_plan
        UNION ALL SELECT guarantor_id, 'dispute', dispute_id::text FROM dispute
        UNION ALL SELECT guarantor_id, 'application', application_id::text FROM assistance_application
      ) AS theirs USING (guarantor_id)
      WHERE before.region <> after.region
      ON CONFLICT DO NOTHING;
    END IF;
  END IF;
  RETURN NULL;
END
$$;
CALL mirror_triggers('guarantor');

-- What a payment pays is shown with the payment.
CREATE FUNCTION note_payment_allocation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
    SELECT DISTINCT region, pg_current_xact_id(), 'payment'::mirror_entity, key::text, guarantor_id
    FROM after JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id) ON CONFLICT DO NOTHING;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
    SELECT DISTINCT region, pg_current_xact_id(), 'payment'::mirror_entity, key::text, guarantor_id
    FROM before JOIN payment ON key = payment_key JOIN guarantor USING (guarantor_id) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
CALL mirror_triggers('payment_allocation');

-- What the servers tell their desks at once. It is rare: a transaction that notifies holds one lock of
-- the whole cluster over its commit, which is why the log itself does not notify (see
-- docs/decisions/0007-change-feed.md).
CREATE FUNCTION tell_servers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('remit_desk', CASE TG_TABLE_NAME
    WHEN 'user_account' THEN jsonb_build_object('about', 'user', 'userId', to_jsonb(NEW)->'user_id')
    WHEN 'session' THEN jsonb_build_object('about', 'session', 'sessionHash', to_jsonb(OLD)->'token_hash')
    ELSE jsonb_build_object('about', 'wipe', 'workstationId', to_jsonb(NEW)->'workstation_id')
  END::text);
  RETURN NULL;
END
$$;

CREATE TRIGGER user_account_told AFTER UPDATE ON user_account FOR EACH ROW
  WHEN ((OLD.role, OLD.regions, OLD.enabled_at) IS DISTINCT FROM (NEW.role, NEW.regions, NEW.enabled_at))
  EXECUTE FUNCTION tell_servers();
CREATE TRIGGER session_end_told AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION tell_servers();
CREATE TRIGGER workstation_wipe_told AFTER INSERT ON workstation_wipe FOR EACH ROW EXECUTE FUNCTION tell_servers();
