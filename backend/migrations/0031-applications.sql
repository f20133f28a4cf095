-- Applications for Medical Financial Assistance, from the first word to the decision and what follows from it.

CREATE TABLE assistance_application (
  application_id uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES hardship_case,
  guarantor_id   text NOT NULL REFERENCES guarantor,
  state          text NOT NULL CHECK (state IN ('draft', 'waiting_for_documents', 'in_review', 'awarded', 'denied',
                   'appealed', 'withdrawn', 'expired')),
  begun_at       timestamptz NOT NULL,
  begun_by       text NOT NULL REFERENCES user_account,
  -- The region's day on which it was handed in; collections stand still from then.
  submitted_on   date,
  -- The day its last document came, from which the decision is counted.
  complete_on    date,
  decide_by      date,
  decided_at     timestamptz,
  decided_by     text REFERENCES user_account
);
CREATE UNIQUE INDEX assistance_application_open_once ON assistance_application (guarantor_id)
  WHERE state IN ('draft', 'waiting_for_documents', 'in_review', 'appealed');
CREATE INDEX assistance_application_by_case ON assistance_application (case_id);
