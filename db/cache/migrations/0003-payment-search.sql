-- What a supervisor's search asks of the copy's payments. It is read out of the body and not kept beside it, so that
-- a row is written as before; the index that holds it is one of those the program builds once a copy has been loaded,
-- and a copy that was loaded already gets it with its next page.
ALTER TABLE payment ADD COLUMN state TEXT GENERATED ALWAYS AS (body ->> '$.state') VIRTUAL;
ALTER TABLE payment ADD COLUMN method_kind TEXT GENERATED ALWAYS AS (body ->> '$.method.kind') VIRTUAL;
ALTER TABLE payment ADD COLUMN last4 TEXT GENERATED ALWAYS AS (body ->> '$.method.last4') VIRTUAL;
ALTER TABLE payment ADD COLUMN amount_cents INTEGER GENERATED ALWAYS AS (body ->> '$.amountCents') VIRTUAL;
UPDATE mirror SET is_indexed = 0;
