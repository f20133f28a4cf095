-- What supervisors decide and see of applications, how a document was seen that lies here as none, and closed cases.

-- A list of what waits goes by the day it is due on, one of what was decided by its instant, both page by page.
CREATE INDEX assistance_application_to_decide ON assistance_application (decide_by, application_id)
  WHERE state IN ('in_review', 'appealed');
CREATE INDEX assistance_determination_by_time ON assistance_determination (decided_at, determination_id);

-- How a document was proved that lies here as no file: how somebody saw it, what it was, and who saw it.
ALTER TABLE application_requirement
  ADD COLUMN seen_how text CHECK (seen_how IN ('in_person', 'on_video', 'at_another_office')),
  ADD COLUMN seen_what text CHECK (length(seen_what) BETWEEN 3 AND 500),
  ADD COLUMN seen_by text CHECK (length(seen_by) BETWEEN 3 AND 100),
  ADD CONSTRAINT requirement_is_seen CHECK ((seen_how IS NULL) = (seen_what IS NULL) AND (seen_how IS NULL) = (seen_by IS NULL)
    AND (seen_how IS NULL OR state = 'accepted'));

-- Nothing is accepted that neither lies here nor was seen. What was accepted so before stays as it is, and is asked
-- about before an award (backend/hardship/applications/proved.ts).
CREATE FUNCTION check_requirement_is_proved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seen_how IS NULL AND NOT EXISTS (SELECT FROM application_document
      WHERE application_id = NEW.application_id AND kind = NEW.kind AND refused_at IS NULL) THEN
    RAISE EXCEPTION 'a document is not accepted that neither lies here nor was seen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER requirement_accepted_is_proved BEFORE INSERT OR UPDATE OF state ON application_requirement
  FOR EACH ROW WHEN (NEW.state = 'accepted') EXECUTE FUNCTION check_requirement_is_proved();

-- Closed cases are listed the last closed first, page by page.
CREATE INDEX hardship_case_closed ON hardship_case (closed_at, case_id) WHERE closed_at IS NOT NULL;
