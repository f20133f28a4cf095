-- Who owes and who was treated. Everything that belongs to a bill carries guarantor_id, so that the
-- tables can be split over servers by it and no payment ever needs two of them.

-- Letters and digits only, without case or accents: what a name is searched by. Written here in full
-- because the unaccent extension is not on every server.
CREATE FUNCTION name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    lower(translate(
      regexp_replace(normalize(replace(replace(replace(name, 'ß', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), NFD), '[\u0300-\u036f]', '', 'g'),
      -- The last two are the okina and the letter apostrophe; having no counterpart, they are dropped.
      'øØłŁđĐıħĦðÐʻʼ', 'oOlLdDihHdD'
    )),
    '[^[:alnum:]]', '', 'g'
  )
$$;

-- A person with one name has it as family_name and no given_name.
CREATE TABLE guarantor (
  guarantor_id    text PRIMARY KEY CHECK (guarantor_id ~ '^\d{9}$'),
  bill_pay_number text NOT NULL UNIQUE CHECK (bill_pay_number ~ '^\d{10,12}$'),
  given_name      text CHECK (given_name <> ''),
  family_name     text NOT NULL CHECK (family_name <> ''),
  full_name       text NOT NULL GENERATED ALWAYS AS (coalesce(given_name || ' ', '') || family_name) STORED,
  birth_date      date NOT NULL,
  street          text NOT NULL,
  postal_code     text NOT NULL CHECK (postal_code ~ '^\d{5}(-\d{4})?$'),
  city            text NOT NULL,
  state           text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
  phone           text NOT NULL CHECK (phone ~ '^\d{10}$'),
  email           text,
  region          text NOT NULL CHECK (region IN ('NCAL', 'SCAL', 'CO', 'GA', 'HI', 'MAS', 'NW', 'WA')),
  language        text NOT NULL CHECK (language IN ('en', 'es'))
);

-- verification_failures counts wrong answers over all calls and workstations; three lock the record.
CREATE TABLE patient (
  mrn                   text PRIMARY KEY CHECK (mrn ~ '^\d{8}$'),
  guarantor_id          text NOT NULL REFERENCES guarantor,
  given_name            text CHECK (given_name <> ''),
  family_name           text NOT NULL CHECK (family_name <> ''),
  full_name             text NOT NULL GENERATED ALWAYS AS (coalesce(given_name || ' ', '') || family_name) STORED,
  name_key              text NOT NULL GENERATED ALWAYS AS (name_key(coalesce(given_name || ' ', '') || family_name)) STORED,
  birth_date            date NOT NULL,
  street                text NOT NULL,
  postal_code           text NOT NULL CHECK (postal_code ~ '^\d{5}(-\d{4})?$'),
  city                  text NOT NULL,
  state                 text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
  phone                 text NOT NULL CHECK (phone ~ '^\d{10}$'),
  relationship          text NOT NULL CHECK (relationship IN ('self', 'spouse', 'child', 'parent', 'other')),
  deceased_on           date,
  verification_failures smallint NOT NULL DEFAULT 0 CHECK (verification_failures BETWEEN 0 AND 3),
  locked_at             timestamptz,
  CHECK ((verification_failures = 3) = (locked_at IS NOT NULL)),
  CHECK (deceased_on >= birth_date)
);
CREATE INDEX patient_by_guarantor ON patient (guarantor_id);
CREATE INDEX patient_by_birth_date_and_name ON patient (birth_date, name_key);
CREATE UNIQUE INDEX patient_who_is_the_guarantor ON patient (guarantor_id) WHERE relationship = 'self';

-- Third parties with a recorded authorisation (45 CFR 164.508); valid_until null: until revoked.
CREATE TABLE authorised_representative (
  mrn         text NOT NULL REFERENCES patient,
  name        text NOT NULL CHECK (name <> ''),
  name_key    text NOT NULL GENERATED ALWAYS AS (name_key(name)) STORED,
  valid_until date,
  PRIMARY KEY (mrn, name)
);
