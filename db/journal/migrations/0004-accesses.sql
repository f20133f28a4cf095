-- Who was shown patients from the copy, to be handed to the backend: looked for every few seconds in a
-- trail that only grows.
CREATE INDEX local_audit_to_hand_over ON local_audit (record_id)
  WHERE action IN ('patient_found_in_copy', 'balance_read_in_copy');
