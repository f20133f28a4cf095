import type { TestBackend } from './test-backend.ts';

const desk = `'00000000-0000-4000-8000-000000000001'::uuid`;

/** What waits for a supervisor in every region alike: about one payment of each guarantor there is. */
export async function queuesOfAllRegions({ pool }: Pick<TestBackend, 'pool'>): Promise<void> {
  const client = await pool.connect();
  const from = `FROM (SELECT DISTINCT ON (guarantor_id) row_number() OVER () AS n, guarantor_id, key, amount_cents,
      timestamptz '2026-11-19T18:00Z' AS made FROM payment JOIN guarantor USING (guarantor_id)
    ORDER BY guarantor_id, key) AS drawn`;
  try {
    // Rows that cannot be made by hand one by one are made past whoever would make them.
    await client.query('SET session_replication_role = replica');
    for (const statement of [
      `INSERT INTO exception_case (kind, subject, guarantor_id, payment_key, amount_cents, opened_at)
       SELECT (ARRAY['returned', 'duplicate', 'not_taken', 'record_locked'])[1 + n % 4], gen_random_uuid(), guarantor_id, key,
         amount_cents, made ${from}`,
      `INSERT INTO exception_case (kind, subject, guarantor_id, opened_at, resolved_at, resolved_why)
       SELECT 'returned', gen_random_uuid(), guarantor_id, made, made + interval '1 hour', 'became_settled' ${from}`,
      `INSERT INTO approval_request (request_id, kind, guarantor_id, payment_key, amount_cents, reason, asked_at, asked_by,
         workstation_id, state)
       SELECT gen_random_uuid(), 'late_void', drawn.guarantor_id, key, drawn.amount_cents, 'made up', made, 'r.ames', ${desk},
         'requested' ${from} JOIN payment USING (key) WHERE payment.state IN ('posted', 'settled')`,
      `INSERT INTO refund (refund_key, payment_key, amount_cents, reason, method_kind, state, state_at, asked_at, asked_by,
         workstation_id)
       SELECT uuidv7(), key, 1, 'made up', 'card', 'requested', made, made, 'r.ames', ${desk} ${from}`,
      `UPDATE payment_allocation SET unapplied_cents = 1 WHERE amount_cents > 1`,
      `INSERT INTO access_event (event_id, at, user_id, workstation_id, action, guarantor_id)
       SELECT gen_random_uuid(), made + again * interval '1 minute', 'r.ames', ${desk}, 'record_read', guarantor_id
       ${from}, generate_series(1, 4) AS again`,
    ]) {
      await client.query(statement);
    }
  } finally {
    await client.query('SET session_replication_role = DEFAULT');
    client.release();
  }
}
