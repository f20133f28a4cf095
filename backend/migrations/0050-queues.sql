-- The queues of a supervisor: read by urgency, with what a representative noted of a payment that was meant twice, and
-- with locks that end by themselves.

-- What the caller said when the desk warned of an earlier payment of the same amount: that they want to pay again.
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

-- A suspected duplicate is told of all the same, since the word is the representative's alone; its code says that there
-- is one. It counts where it was given for the later of the two: only then the other was there to be warned of.
CREATE FUNCTION tell_of_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payment_again WHERE payment_key = (SELECT key FROM payment
      WHERE key IN (NEW.payment_key, NEW.other_payment_key) ORDER BY taken_at DESC LIMIT 1)) THEN
    NEW.about := 'confirmed';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER exception_case_was_confirmed BEFORE INSERT ON exception_case
  FOR EACH ROW WHEN (NEW.kind = 'duplicate' AND NEW.about = 'same_amount') EXECUTE FUNCTION tell_of_confirmation();

-- A locked sign-in ends with its half hour (backend/exceptions/queue/end-locks.ts), and says how: nobody had tried again
-- by the time somebody asked, or the next try was counted anew, or the lock was taken off by hand.
CREATE OR REPLACE FUNCTION exception_of_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.locked_until IS NOT NULL THEN
    PERFORM open_exception('sign_in_locked', NEW.user_id, NULL, NULL, NULL, NULL, NULL, NEW.locked_until - interval '30 minutes');
  ELSE
    PERFORM close_exception('sign_in_locked', NEW.user_id,
      CASE WHEN NEW.failed_sign_ins <> OLD.failed_sign_ins THEN 'tried_again' ELSE 'unlocked' END,
      NULL, NULL, greatest(OLD.locked_until, NEW.last_signed_in_at));
  END IF;
  RETURN NULL;
END
$$;

-- A page of the queue is a walk through what is open of each kind, or through what was resolved of one.
CREATE INDEX exception_case_of_kind ON exception_case (kind, opened_at, case_id) WHERE resolved_at IS NULL;
CREATE INDEX exception_case_resolved_of_kind ON exception_case (kind, resolved_at, case_id) WHERE resolved_at IS NOT NULL;

-- As before, but whether another payment was allowed already is looked up for each request of that kind alone: joined,
-- every override there ever was is read for the few that wait.
CREATE OR REPLACE VIEW approval AS
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

-- The looks of a purpose that hardly anybody has are found at once: among a million they were looked for in each.
CREATE INDEX access_event_of_purpose ON access_event (coalesce(access_purpose(action, call_id), 'none'), at, event_id)
  WHERE call_id IS NULL AND coalesce(mrn, guarantor_id) IS NOT NULL;
