-- What needs a second person beside refunds and late fees: a payment to be taken back after its cut-off, another one
-- to be allowed while the outcome of this one is open, a plan that the policy does not have. One queue shows all kinds.

-- A request under the id of whoever asked. amount_cents: the payment, or what the plan is of. `follows` is what was to
-- follow from the approval of a late void, as the supervisor was told; a refund that took its place is in refund_key.
CREATE TABLE approval_request (
  request_id     uuid PRIMARY KEY,
  kind           text NOT NULL CHECK (kind IN ('late_void', 'plan_exception', 'override')),
  guarantor_id   text NOT NULL REFERENCES guarantor,
  payment_key    uuid REFERENCES payment,
  terms          jsonb,
  amount_cents   bigint NOT NULL CHECK (amount_cents > 0),
  reason         text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  asked_at       timestamptz NOT NULL,
  asked_by       text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation,
  call_id        uuid,
  state          text NOT NULL DEFAULT 'requested' CHECK (state IN ('requested', 'approved', 'declined')),
  decided_at     timestamptz,
  decided_by     text REFERENCES user_account CHECK (decided_by <> asked_by),
  decided_why    text CHECK (length(decided_why) BETWEEN 3 AND 500),
  decided_on_workstation uuid REFERENCES workstation,
  follows        text CHECK (follows IN ('void_card', 'void_debit', 'refund_now', 'refund_file', 'refund_later')),
  refund_key     uuid UNIQUE REFERENCES refund,
  -- An approved exception may be agreed to until that day of the region, once.
  good_until     date,
  used_at        timestamptz,
  plan_id        uuid UNIQUE REFERENCES payment_plan,
  CHECK ((state = 'requested') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
    AND (decided_at IS NULL) = (decided_why IS NULL) AND (decided_at IS NULL) = (decided_on_workstation IS NULL)),
  CHECK ((kind = 'plan_exception') = (terms IS NOT NULL) AND (kind = 'plan_exception') = (payment_key IS NULL)),
  CHECK ((follows IS NOT NULL) = (kind = 'late_void' AND state = 'approved')),
  CHECK ((good_until IS NOT NULL) = (kind = 'plan_exception' AND state = 'approved')),
  CHECK ((used_at IS NULL) = (plan_id IS NULL) AND (used_at IS NULL OR good_until IS NOT NULL))
);
CREATE UNIQUE INDEX approval_request_open_once ON approval_request (kind, payment_key) WHERE state = 'requested';
CREATE UNIQUE INDEX plan_exception_open_once ON approval_request (guarantor_id)
  WHERE state = 'requested' AND kind = 'plan_exception';
CREATE INDEX approval_request_waiting ON approval_request (asked_at) WHERE state = 'requested';
CREATE INDEX approval_request_by_payment ON approval_request (payment_key, asked_at) WHERE payment_key IS NOT NULL;
CREATE INDEX approval_request_by_guarantor ON approval_request (guarantor_id, asked_at);

-- What was asked for stays, and what was decided; only the use of it comes later.
CREATE FUNCTION keep_approval_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_decision text[] := '{state, decided_at, decided_by, decided_why, decided_on_workstation, follows, good_until}';
  v_later    text[] := '{refund_key, used_at, plan_id}';
BEGIN
  IF OLD.state = 'requested' THEN v_later := v_later || v_decision; END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - v_later = to_jsonb(OLD) - v_later
    AND coalesce(NEW.refund_key = OLD.refund_key, OLD.refund_key IS NULL)
    AND coalesce(NEW.plan_id = OLD.plan_id, OLD.plan_id IS NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was asked for and decided stays' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER approval_request_is_kept BEFORE UPDATE OR DELETE ON approval_request
  FOR EACH ROW EXECUTE FUNCTION keep_approval_request();

CALL audit_table('approval_request', 'added', '{"action": "approval_asked_$kind", "outcome": "$state", "at": "$asked_at",
  "user": "$asked_by", "of": "approval", "subject": "$request_id", "detail": "$payment_key"}');
CALL audit_table('approval_request', 'decided_at', '{"action": "approval_decided_$kind", "outcome": "$state", "at": "$decided_at",
  "user": "$decided_by", "workstation": "$decided_on_workstation", "of": "approval", "subject": "$request_id",
  "detail": "$payment_key"}');
CALL audit_table('approval_request', 'refund_key', '{"action": "late_void_refunded", "at": "$decided_at",
  "user": "$decided_by", "workstation": "$decided_on_workstation", "of": "approval", "subject": "$request_id",
  "detail": "$refund_key"}');
CALL audit_table('approval_request', 'used_at', '{"action": "plan_exception_used", "at": "$used_at", "user": null,
  "workstation": null, "of": "approval", "subject": "$request_id", "detail": "$plan_id"}');

-- An offer outside of the policy names who allowed it.
ALTER TABLE plan_offer ADD COLUMN exception_id uuid REFERENCES approval_request;

-- Everything that needs a second person, by the same columns. Who wants what waits asks for `waiting`, which each
-- table has an index for; what can no longer be approved is not waiting. Whether another payment was allowed already is
-- looked up for each request of that kind alone: joined, every override there ever was would be read for the few that wait.
CREATE VIEW approval AS
SELECT 'refund' AS kind, refund_key AS approval_id, refund_key, refund.payment_key, NULL::uuid AS charge_id, payment.guarantor_id,
  NULL::jsonb AS terms, refund.amount_cents, refund.reason, asked_at, asked_by, refund.state = 'requested' AS waiting,
  CASE WHEN refund.state IN ('requested', 'declined') THEN refund.state ELSE 'approved' END AS state,
  decided_at, decided_by, decided_why, NULL::text AS follows, NULL::date AS good_until, NULL::timestamptz AS used_at
FROM refund JOIN payment ON payment.key = refund.payment_key
WHERE refund.state = 'requested' OR decided_at IS NOT NULL
UNION ALL
SELECT 'fee_waiver', waiver_id, NULL, NULL, charge_id, guarantor_id, NULL, amount_cents, reason, asked_at, asked_by,
  state = 'requested', CASE state WHEN 'waived' THEN 'approved' WHEN 'denied' THEN 'declined' ELSE state END,
  decided_at, decided_by, decided_why, NULL, NULL, NULL
FROM fee_waiver
UNION ALL
SELECT request.kind, request_id, refund_key, request.payment_key, NULL, request.guarantor_id, terms, request.amount_cents, request.reason,
  asked_at, asked_by, request.state = 'requested' AND NOT lapsed,
  CASE WHEN request.state = 'requested' AND lapsed THEN 'lapsed' ELSE request.state END,
  decided_at, decided_by, decided_why, follows, good_until, used_at
FROM approval_request AS request LEFT JOIN payment ON key = request.payment_key,
  LATERAL (SELECT CASE request.kind WHEN 'override' THEN payment.state <> 'unknown'
      OR (SELECT payment_key FROM payment_override WHERE payment_key = request.payment_key) IS NOT NULL
    WHEN 'late_void' THEN payment.state NOT IN ('approved', 'originated', 'posted', 'settled') ELSE false END AS lapsed) AS standing;

-- What no second person is asked for, since the caller says it: that they want to pay again, when the desk warned of an
-- earlier payment of the same amount.
CREATE TABLE payment_again (
  payment_key    uuid PRIMARY KEY REFERENCES payment,
  confirmed_at   timestamptz NOT NULL,
  confirmed_by   text NOT NULL REFERENCES user_account,
  workstation_id uuid NOT NULL REFERENCES workstation
);
CREATE TRIGGER payment_again_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_again
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CALL audit_table('payment_again', 'added', '{"action": "payment_again_confirmed", "at": "$confirmed_at", "user": "$confirmed_by",
  "of": "payment", "subject": "$payment_key"}');

-- Nobody's copy shows requests, but desks that look at them hear that there is news of this guarantor.
CREATE FUNCTION tell_of_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_row jsonb := to_jsonb(NEW);
BEGIN
  INSERT INTO change (region, xid, entity, entity_id, guarantor_id)
  SELECT region, pg_current_xact_id(), 'guarantor', guarantor_id, guarantor_id FROM guarantor
  WHERE guarantor_id = coalesce(v_row->>'guarantor_id',
    (SELECT payment.guarantor_id FROM payment WHERE key = (v_row->>'payment_key')::uuid))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER approval_request_told AFTER INSERT OR UPDATE ON approval_request FOR EACH ROW EXECUTE FUNCTION tell_of_approval();
CREATE TRIGGER refund_told AFTER INSERT OR UPDATE OF state ON refund FOR EACH ROW EXECUTE FUNCTION tell_of_approval();
CREATE TRIGGER fee_waiver_told AFTER INSERT OR UPDATE OF state ON fee_waiver FOR EACH ROW EXECUTE FUNCTION tell_of_approval();

-- As before, and of a card payment that has posted: after its cut-off, when two have agreed to it.
DROP INDEX payment_void_open;
CREATE INDEX payment_void_open ON payment (claimed_until) WHERE void_asked_at IS NOT NULL AND state IN ('approved', 'posted');
CREATE OR REPLACE FUNCTION close_void(p_key uuid, p_entry_id uuid, p_lines jsonb, p_now timestamptz, p_today date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_payment payment;
BEGIN
  UPDATE payment SET state = 'voided', state_at = p_now, state_why = void_reason, claimed_until = NULL
  WHERE key = p_key AND state IN ('approved', 'posted') AND void_asked_at IS NOT NULL RETURNING * INTO v_payment;
  IF FOUND THEN
    PERFORM FROM account WHERE guarantor_id = v_payment.guarantor_id ORDER BY account_id FOR UPDATE;
    PERFORM enter_payment(p_key, v_payment.method_kind || '_payment_voided', p_entry_id, p_lines, -1, p_now, NULL);
    PERFORM apply_credit(p_key, p_now, p_today);
  END IF;
END
$$;

-- A refund that was approved while its payment was on its way is paid once that has settled. Where it comes back
-- instead there is nothing to give.
INSERT INTO refund_move (from_state, to_state) VALUES ('approved', 'refused');
CREATE INDEX refund_card_to_send ON refund (payment_key) WHERE state = 'approved' AND method_kind = 'card';
CREATE FUNCTION end_refund_of_returned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE refund SET state = 'refused', state_at = NEW.state_at, state_why = 'the payment came back before it was given back'
  WHERE payment_key = NEW.key AND state = 'approved';
  RETURN NULL;
END
$$;
CREATE TRIGGER refund_ends_with_returned_payment AFTER UPDATE OF state ON payment
  FOR EACH ROW WHEN (OLD.state <> NEW.state AND NEW.state = 'returned') EXECUTE FUNCTION end_refund_of_returned();
