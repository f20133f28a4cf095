-- Locks are taken in one order (ARCHITECTURE.md). A payment is locked so that it may be referred to meanwhile: an
-- exception that names it beside another one is written by whoever holds the accounts by then.

-- As in 0016-ach-taken.sql, with that lock, and with who brought the outcome ("by").
CREATE OR REPLACE FUNCTION close_payment(p_key uuid, p_outcome jsonb, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_payment payment;
  v_to      text := p_outcome->>'state';
BEGIN
  PERFORM set_config('remit.moved_by', coalesce(p_outcome->>'by', ''), true);
  SELECT * INTO STRICT v_payment FROM payment WHERE key = p_key FOR NO KEY UPDATE;
  IF v_payment.state NOT IN ('sent', 'unknown') THEN
    NULL;
  ELSIF v_to = 'unknown' THEN
    UPDATE payment SET state = 'unknown', state_why = p_outcome->>'why',
      state_at = CASE state WHEN 'unknown' THEN state_at ELSE p_now END,
      claimed_until = (p_outcome->>'askAgainAt')::timestamptz, asked_in_vain = asked_in_vain + 1
    WHERE key = p_key;
  ELSE
    UPDATE payment SET state = v_to, state_at = p_now, state_why = p_outcome->>'why', claimed_until = NULL,
      decline = p_outcome->>'decline', confirmation = p_outcome->>'confirmation',
      posting_on = (p_outcome->>'postingOn')::date
    WHERE key = p_key;
    -- Two payments on one bill may close at once after an override: what is open is weighed one by one.
    PERFORM FROM account WHERE guarantor_id = v_payment.guarantor_id ORDER BY account_id FOR UPDATE;
    IF v_to = 'approved' THEN
      UPDATE payment_allocation AS part SET unapplied_cents = part.amount_cents - charge.open_cents
      FROM charge
      WHERE part.payment_key = p_key AND charge.charge_id = part.charge_id AND part.amount_cents > charge.open_cents;
      PERFORM enter_payment(p_key, v_payment.method_kind || '_payment_approved', (p_outcome->>'entryId')::uuid,
        p_outcome->'lines', 1, p_now, (p_outcome->>'today')::date);
    END IF;
    UPDATE account SET held_by = NULL WHERE held_by = p_key;
    UPDATE payment_request SET reply = p_outcome->'reply' WHERE key = p_key;
  END IF;
  PERFORM set_config('remit.moved_by', '', true);
  RETURN (SELECT jsonb_build_object('state', payment.state, 'reply', payment_request.reply)
    FROM payment LEFT JOIN payment_request USING (key) WHERE key = p_key);
END
$$;
-- As in 0013-override.sql, with that lock.
CREATE OR REPLACE FUNCTION override_payment(p_key uuid, p_by jsonb, p_reason text, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  v_payment  payment;
  v_override payment_override;
  v_is_new   boolean := false;
BEGIN
  SELECT payment.* INTO v_payment FROM payment JOIN guarantor USING (guarantor_id)
  WHERE key = p_key AND p_by->'regions' ? region FOR NO KEY UPDATE OF payment;
  IF NOT FOUND THEN RETURN jsonb_build_object('outcome', 'refused', 'code', 'payment_not_found'); END IF;
  IF v_payment.taken_by = p_by->>'userId' THEN RETURN jsonb_build_object('outcome', 'refused', 'code', 'not_allowed'); END IF;

  SELECT * INTO v_override FROM payment_override WHERE payment_key = p_key;
  IF NOT FOUND THEN
    IF v_payment.state <> 'unknown' THEN
      RETURN jsonb_build_object('outcome', 'refused', 'code', CASE v_payment.state
        WHEN 'sent' THEN 'still_in_flight' WHEN 'declined' THEN 'outcome_declined'
        WHEN 'not_charged' THEN 'outcome_not_charged' ELSE 'outcome_approved' END);
    END IF;
    INSERT INTO payment_override (payment_key, overridden_at, overridden_by, workstation_id, reason)
    VALUES (p_key, p_now, p_by->>'userId', (p_by->>'workstationId')::uuid, p_reason) RETURNING * INTO v_override;
    PERFORM FROM account WHERE guarantor_id = v_payment.guarantor_id ORDER BY account_id FOR UPDATE;
    UPDATE account SET held_by = NULL WHERE held_by = p_key;
    v_is_new := true;
  END IF;
  RETURN jsonb_build_object('outcome', 'overridden', 'isNew', v_is_new, 'override', jsonb_build_object(
    'key', p_key, 'at', v_override.overridden_at, 'by', v_override.overridden_by, 'reason', v_override.reason,
    'guarantorId', v_payment.guarantor_id, 'callId', v_payment.call_id));
END
$$;

-- Whoever or whatever caused a move of a payment or a refund: a person, or what it came through: `run card_posting`, `card processor`
-- where it was asked, `processor notice`, `bank file`, `database ROLE` where a hand was at it. Nothing of moves from before.
ALTER TABLE payment_state_change
  ADD COLUMN moved_by      text REFERENCES user_account,
  ADD COLUMN moved_through text CHECK (moved_through ~ '^(run|card|processor|bank|database) .'),
  ADD CONSTRAINT payment_state_change_has_one_mover CHECK (moved_by IS NULL OR moved_through IS NULL);
ALTER TABLE refund_state_change
  ADD COLUMN moved_by      text REFERENCES user_account,
  ADD COLUMN moved_through text CHECK (moved_through ~ '^(run|card|processor|bank|database) .'),
  ADD CONSTRAINT refund_state_change_has_one_mover CHECK (moved_by IS NULL OR moved_through IS NULL);

-- What was said of the move by its writer (backend/payments/moved-by.ts), or that a hand is at it.
CREATE FUNCTION said_mover() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('remit.moved_by', true), ''), audit_hand())
$$;

-- Where its writer does not say it, the rows of the transaction do.
CREATE FUNCTION name_mover() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_of   payment;
  v_said text := said_mover();
BEGIN
  SELECT * INTO v_of FROM payment WHERE key = NEW.payment_key;
  CASE
    WHEN v_said = 'taker' THEN NEW.moved_by := v_of.taken_by;
    WHEN v_said LIKE 'user %' THEN NEW.moved_by := substr(v_said, 6);
    WHEN v_said IS NOT NULL THEN NEW.moved_through := v_said;
    WHEN NEW.from_state IS NULL AND v_of.source = 'run' THEN
      NEW.moved_through := CASE WHEN v_of.retry_of IS NULL THEN 'run scheduled_payments' ELSE 'run ach_retries' END;
    WHEN NEW.from_state IS NULL AND v_of.source = 'desk' THEN NEW.moved_by := v_of.taken_by;
    WHEN NEW.to_state IN ('expected', 'received', 'returned') THEN NEW.moved_through := 'bank file';
    -- After its cut-off the second person has done it.
    WHEN NEW.to_state = 'voided' THEN
      NEW.moved_by := coalesce((SELECT decided_by FROM approval_request WHERE payment_key = NEW.payment_key
        AND kind = 'late_void' AND state = 'approved' ORDER BY decided_at DESC LIMIT 1), v_of.void_asked_by);
    WHEN NEW.to_state = 'refunded' THEN
      SELECT coalesce(paid_by, decided_by, asked_by) INTO NEW.moved_by
      FROM refund LEFT JOIN refund_payout USING (refund_key)
      WHERE payment_key = NEW.payment_key AND state = 'refunded' ORDER BY state_at DESC, refund_key DESC LIMIT 1;
    WHEN NEW.to_state = 'originated' THEN NEW.moved_through := 'run ach_origination';
    WHEN NEW.to_state = 'posted' THEN NEW.moved_through := 'run card_posting';
    WHEN NEW.to_state = 'settled' THEN
      NEW.moved_through := CASE v_of.method_kind WHEN 'card' THEN 'run card_settlement' ELSE 'run ach_settlement' END;
    ELSE NULL;
  END CASE;
  RETURN NEW;
END
$$;
CREATE TRIGGER payment_move_has_a_mover BEFORE INSERT ON payment_state_change
  FOR EACH ROW WHEN (NEW.moved_by IS NULL AND NEW.moved_through IS NULL) EXECUTE FUNCTION name_mover();

-- As in 0040-audit-chain.sql, naming whoever caused each move. The workstation is that at which it was taken.
CREATE OR REPLACE FUNCTION audit_move(p_move payment_state_change) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v_of payment;
BEGIN
  SELECT * INTO v_of FROM payment WHERE key = p_move.payment_key;
  PERFORM audit_event('payment_moved', p_move.at, p_move.to_state, coalesce(p_move.moved_by, p_move.moved_through),
    CASE WHEN p_move.moved_by = v_of.taken_by AND p_move.to_state <> 'refunded' THEN v_of.workstation_id END, NULL,
    v_of.call_id::text, CASE WHEN v_of.call_id IS NOT NULL THEN 'call' END, 'payment', p_move.payment_key::text,
    p_move.from_state);
END
$$;

-- Of a refund: who asked where that was enough, else who decided, each of whom waits for the processor's answer; who paid
-- it out; or the file of debits and credits that takes it along, settles and brings it back.
CREATE FUNCTION name_refund_mover() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_of   refund;
  v_said text := said_mover();
BEGIN
  SELECT * INTO v_of FROM refund WHERE refund_key = NEW.refund_key;
  CASE
    WHEN v_said LIKE 'user %' THEN NEW.moved_by := substr(v_said, 6);
    WHEN v_said IS NOT NULL THEN NEW.moved_through := v_said;
    WHEN NEW.to_state = 'requested' THEN NEW.moved_by := v_of.asked_by;
    WHEN NEW.to_state = 'refused' AND (NEW.from_state = 'approved' OR v_of.method_kind = 'ach') THEN
      NEW.moved_through := 'bank file';
    WHEN NEW.to_state IN ('approved', 'declined') OR v_of.method_kind = 'card' THEN
      NEW.moved_by := coalesce(v_of.decided_by, v_of.asked_by);
    WHEN v_of.method_kind = 'ach' THEN
      NEW.moved_through := CASE NEW.to_state WHEN 'sent' THEN 'run ach_origination' ELSE 'run ach_settlement' END;
    ELSE SELECT paid_by INTO NEW.moved_by FROM refund_payout WHERE refund_key = NEW.refund_key;
  END CASE;
  RETURN NEW;
END
$$;
CREATE TRIGGER refund_move_has_a_mover BEFORE INSERT ON refund_state_change
  FOR EACH ROW WHEN (NEW.moved_by IS NULL AND NEW.moved_through IS NULL) EXECUTE FUNCTION name_refund_mover();

-- As in 0040-audit-chain.sql, naming them. The workstation is that at which it was asked for.
CREATE FUNCTION audit_refund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_of refund;
BEGIN
  SELECT * INTO v_of FROM refund WHERE refund_key = NEW.refund_key;
  PERFORM audit_event('refund_moved', NEW.at, NEW.to_state, coalesce(NEW.moved_by, NEW.moved_through),
    CASE WHEN NEW.moved_by = v_of.asked_by THEN v_of.workstation_id END, NULL, v_of.call_id::text,
    CASE WHEN v_of.call_id IS NOT NULL THEN 'call' END, 'refund', NEW.refund_key::text, NEW.from_state);
  RETURN NULL;
END
$$;
DROP TRIGGER refund_state_change_audited ON refund_state_change;
CREATE TRIGGER refund_state_change_audited AFTER INSERT ON refund_state_change FOR EACH ROW EXECUTE FUNCTION audit_refund();
