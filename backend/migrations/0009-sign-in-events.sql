-- Who signed in or out, or tried to, when, where and with what outcome (PCI DSS 10.2.1.4, 10.2.1.5 and
-- 10.2.2). Only ever added to; never the password.

CREATE TABLE sign_in_event (
  event_id       uuid PRIMARY KEY,
  at             timestamptz NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('sign_in', 'sign_out')),
  outcome        text NOT NULL CHECK (outcome IN ('succeeded', 'bad_credentials', 'sign_in_locked', 'user_switched_off')),
  -- Null where nobody has the name that was typed: it may be a password in the wrong field.
  user_id        text REFERENCES user_account,
  -- As the desk says; not yet known here when nobody ever signed in on it.
  workstation_id uuid NOT NULL,
  CHECK (kind = 'sign_in' OR outcome = 'succeeded'),
  CHECK (user_id IS NOT NULL OR outcome = 'bad_credentials')
);
CREATE INDEX sign_in_event_by_user ON sign_in_event (user_id, at);
CREATE INDEX sign_in_event_by_workstation ON sign_in_event (workstation_id, at);

CREATE TRIGGER sign_in_event_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON sign_in_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
