-- What a run dealt with besides payments that it moves on (run_payment): promises, expected money, credits.
-- Written with the work itself, so that a run which was killed and taken over tells of all it did, not of what
-- was left. A debit of one region may settle with the run of another: a row names the region it is of, and
-- may be there before that region's run is.
CREATE TABLE run_item (
  business_on  date NOT NULL,
  region       text NOT NULL,
  kind         text NOT NULL,
  item_id      uuid NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  PRIMARY KEY (business_on, region, kind, item_id)
);
