import type pg from 'pg';

/** Somebody who owes enough to be charged many times, with what proves who they are. */
export interface Payer {
  readonly mrn: string;
  readonly guarantorId: string;
  readonly birthDate: string;
  readonly phone: string;
}

/** Grown-up, living patients who answer for their own bill, owe at least `openCents` for care and may be heard. */
export async function payersOf(pool: pg.Pool, openCents: number): Promise<Payer[]> {
  const { rows } = await pool.query<Payer>(
    `SELECT mrn, guarantor_id AS "guarantorId", birth_date AS "birthDate", phone
     FROM patient JOIN (
       SELECT guarantor_id, sum(open_cents) AS open_cents
       FROM charge JOIN account USING (account_id, guarantor_id) WHERE ledger = 'medical' GROUP BY 1
     ) AS owed USING (guarantor_id)
     WHERE relationship = 'self' AND deceased_on IS NULL AND locked_at IS NULL
       AND birth_date < current_date - INTERVAL '19 years' AND open_cents >= $1
     ORDER BY mrn`,
    [openCents],
  );
  return rows;
}
