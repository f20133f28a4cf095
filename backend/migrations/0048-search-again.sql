-- Whether somebody was shown this person's payments within the hour is asked for each one of a page, and whether
-- they searched by this at all: without an index of its own both look through everything they saw in that hour.
CREATE INDEX access_event_searched ON access_event (user_id, guarantor_id, at)
  WHERE action IN ('payments_searched', 'payment_listed');
