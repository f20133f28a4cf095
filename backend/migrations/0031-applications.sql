-- Applications for Medical Financial Assistance, from the first word to the decision and what follows from it. Those
-- of before, and of other programmes, have their two days alone.

ALTER TABLE assistance_application
  ADD COLUMN case_id      uuid REFERENCES hardship_case,
  ADD COLUMN state        text CHECK (state IN ('draft', 'waiting_for_documents', 'in_review', 'awarded', 'denied',
                            'appealed', 'withdrawn', 'expired')),
  ADD COLUMN begun_at     timestamptz,
  ADD COLUMN begun_by     text REFERENCES user_account,
  -- The region's day on which it was handed in; collections stand still from then.
  ADD COLUMN submitted_on date,
  -- The day its last document came, from which the decision is counted.
  ADD COLUMN complete_on  date,
  ADD COLUMN decide_by    date,
  ADD COLUMN decided_at   timestamptz,
  ADD COLUMN decided_by   text REFERENCES user_account,
  ADD CHECK ((case_id IS NULL) = (state IS NULL) AND (case_id IS NULL) = (begun_at IS NULL));
CREATE UNIQUE INDEX assistance_application_open_once ON assistance_application (guarantor_id)
  WHERE state IN ('draft', 'waiting_for_documents', 'in_review', 'appealed');
CREATE INDEX assistance_application_by_case ON assistance_application (case_id);
