-- What supervisors decide and see of applications, how a document was seen that lies here as none, and closed cases.

-- A list of what waits goes by the day it is due on, one of what was decided by its instant, both page by page.
CREATE INDEX assistance_application_to_decide ON assistance_application (decide_by, application_id)
  WHERE state IN ('in_review', 'appealed');
CREATE INDEX assistance_determination_by_time ON assistance_determination (decided_at, determination_id);
