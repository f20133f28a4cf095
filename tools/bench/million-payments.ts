import type pg from 'pg';

/** How many people took them, and whose bills they are. */
const TAKERS = 400;
const PAYMENTS_OF_A_GUARANTOR = 8;

/** Everything is made inside the database: rows that would have to be sent take many times as long. */
const statements = (payments: number, asOf: string): readonly string[] => [
  `SET session_replication_role = replica`,
  `SELECT setseed(0.25)`,
  `INSERT INTO user_account (user_id, name, role, regions, password_hash, enabled_at)
   SELECT 'bench.' || i, 'Person ' || chr(65 + i % 26) || ' ' || i, 'representative', '{NCAL}', '', now()
   FROM generate_series(1, ${TAKERS}) AS i`,
  `INSERT INTO guarantor (guarantor_id, bill_pay_number, given_name, family_name, birth_date, street, postal_code,
     city, state, phone, region, language)
   SELECT '3' || lpad(i::text, 8, '0'), '1' || lpad(i::text, 10, '0'), 'Given' || i % 997, 'Family' || i, '1970-01-01',
     'Street 1', '94100', 'City', 'CA', '4155550100',
     (ARRAY['NCAL', 'NCAL', 'NCAL', 'SCAL', 'SCAL', 'SCAL', 'MAS', 'CO', 'GA', 'NW', 'WA', 'HI'])[1 + i % 12], 'en'
   FROM generate_series(1, ${Math.ceil(payments / PAYMENTS_OF_A_GUARANTOR)}) AS i`,
  `INSERT INTO patient (mrn, guarantor_id, given_name, family_name, birth_date, street, postal_code, city, state, phone,
     relationship)
   SELECT substr(guarantor_id, 2), guarantor_id, given_name, family_name, birth_date, street, postal_code, city, state,
     phone, 'self' FROM guarantor`,
  `INSERT INTO account (account_id, account_number, guarantor_id, mrn, ledger)
   SELECT gen_random_uuid(), substr(mrn, 1, 2) || '-' || substr(mrn, 3), guarantor_id, mrn, 'medical' FROM patient`,
  `INSERT INTO charge (charge_id, account_id, guarantor_id, kind, description, serviced_on, billed_cents, insurance)
   SELECT gen_random_uuid(), account_id, guarantor_id, 'office_visit', 'Office visit', '2024-01-01', 100000000, 'none'
   FROM account`,
  `INSERT INTO payment (key, guarantor_id, state, state_at, method_kind, card_brand, card_last4, bank_account_kind,
     bank_name, bank_last4, amount_cents, confirmation, posting_on, decline, taken_at, taken_by, source)
   SELECT uuidv7(taken_at - now()), '3' || lpad((1 + i % ${Math.ceil(payments / PAYMENTS_OF_A_GUARANTOR)})::text, 8, '0'), state,
     taken_at, kind, CASE kind WHEN 'card' THEN 'visa' END, CASE kind WHEN 'card' THEN last4 END,
     CASE kind WHEN 'ach' THEN 'checking' END, CASE kind WHEN 'ach' THEN 'Bank' END, CASE kind WHEN 'ach' THEN last4 END,
     cents, CASE WHEN state IN ('approved', 'originated', 'posted', 'settled', 'voided', 'refunded', 'returned')
       AND kind IN ('card', 'ach') THEN 'B' || lpad(i::text, 8, '0') END,
     CASE WHEN state IN ('approved', 'originated', 'posted', 'settled', 'voided', 'refunded', 'returned')
       AND kind IN ('card', 'ach') THEN taken_at::date + 1 END,
     CASE state WHEN 'declined' THEN 'card_declined' END, taken_at,
     CASE WHEN kind IN ('card', 'ach') THEN 'bench.' || (1 + floor(pow(random(), 2) * ${TAKERS}))::int END,
     CASE WHEN kind IN ('card', 'ach') THEN 'seeded' ELSE 'received' END
   FROM (
     SELECT i, kind, last4, cents, taken_at, CASE
       WHEN kind NOT IN ('card', 'ach') THEN 'received'
       WHEN kind = 'card' AND luck < 0.07 THEN 'declined'
       WHEN luck < 0.075 THEN 'not_charged' WHEN luck < 0.085 THEN 'voided' WHEN luck < 0.092 THEN 'refunded'
       WHEN kind = 'ach' AND luck < 0.11 THEN 'returned' WHEN luck > 0.99997 THEN 'unknown'
       WHEN age < 0.003 THEN CASE kind WHEN 'card' THEN 'approved' ELSE 'originated' END
       WHEN age < 0.005 AND kind = 'card' THEN 'posted' ELSE 'settled' END AS state
     FROM (
       SELECT i, random() AS luck, age, lpad(floor(random() * 10000)::text, 4, '0') AS last4,
         100 + floor(pow(random(), 3) * 300000)::bigint AS cents,
         timestamptz '${asOf}' - age * interval '3 years' AS taken_at,
         (ARRAY['card', 'card', 'card', 'card', 'card', 'card', 'card', 'card', 'card', 'card', 'card', 'card',
           'ach', 'ach', 'ach', 'ach', 'ach', 'online', 'mail', 'wire'])[1 + floor(random() * 20)::int] AS kind
       FROM (SELECT i, random() AS age FROM generate_series(1, ${payments}) AS i) AS drawn
     ) AS rolled
   ) AS made`,
  `INSERT INTO payment_search
   SELECT payment.key, region, guarantor_id, taken_at, 
     CASE WHEN method_kind IN ('card', 'ach') THEN name_key(name) || ' ' || user_id ELSE '' END, payment.state,
     method_kind, amount_cents, coalesce(card_last4, bank_last4)
   FROM payment JOIN guarantor USING (guarantor_id) LEFT JOIN user_account ON user_id = taken_by
   ORDER BY taken_at`,
  `INSERT INTO payment_search_kind SELECT DISTINCT state, method_kind FROM payment_search`,
  `INSERT INTO payment_allocation (payment_key, charge_id, amount_cents)
   SELECT key, charge_id, amount_cents FROM payment JOIN charge USING (guarantor_id)`,
  `SET session_replication_role = DEFAULT`,
  `VACUUM ANALYZE`,
];

/** Fills a migrated, empty database with made-up payments over three years, for a bench alone. */
export async function makePayments(
  client: pg.ClientBase,
  payments: number,
  asOf: string,
): Promise<void> {
  for (const statement of statements(payments, asOf)) await client.query(statement);
}
