import type { TestBackend } from './test-backend.ts';

const OVER = 100_000;
/** As many payments as they are about. */
const PICKED = 10_000;

/** Among as many guarantors: exceptions and requests about the payments there are, nearly all of them over. */
export async function manyInQueues({ pool }: Pick<TestBackend, 'pool'>): Promise<void> {
  const client = await pool.connect();
  const of = (rows: number) => `(SELECT n, guarantor_id, key, amount_cents,
      timestamptz '2026-11-20T18:00Z' - (n % 700) * interval '1 day' - n * interval '1 second' AS made
    FROM generate_series(1, ${rows}) AS n JOIN picked ON place = n % ${PICKED}) AS drawn`;
  const desk = `'00000000-0000-4000-8000-000000000001'::uuid`;
  const request = (kind: string, rows: number, open: boolean) => `
    INSERT INTO approval_request (request_id, kind, guarantor_id, payment_key, amount_cents, reason, asked_at, asked_by,
      workstation_id, state, decided_at, decided_by, decided_why, decided_on_workstation)
    SELECT gen_random_uuid(), '${kind}', guarantor_id, key, amount_cents, 'made up', made, 'r.ames', ${desk},
      ${open ? `'requested', NULL, NULL, NULL, NULL` : `'declined', made, 's.lindqvist', 'made up', ${desk}`}
    FROM ${of(rows)}`;
  const refunds = (rows: number, open: boolean) => `
    INSERT INTO refund (refund_key, payment_key, amount_cents, reason, method_kind, state, state_at, asked_at, asked_by,
      workstation_id, decided_at, decided_by, decision, decided_why)
    SELECT gen_random_uuid(), key, 1, 'made up', 'card', ${open ? `'requested'` : `'refunded'`}, made, made, 'r.ames', ${desk},
      ${open ? 'NULL, NULL, NULL, NULL' : `made, 's.lindqvist', 'approve', 'made up'`} FROM ${of(rows)}`;
  const waivers = (rows: number, open: boolean) => `
    INSERT INTO fee_waiver (waiver_id, charge_id, guarantor_id, amount_cents, reason, state, asked_at, asked_by,
      workstation_id, decided_at, decided_by, decided_why)
    SELECT gen_random_uuid(), gen_random_uuid(), guarantor_id, 500, 'made up', ${open ? `'requested'` : `'denied'`}, made,
      'r.ames', ${desk}, ${open ? 'NULL, NULL, NULL' : `made, 's.lindqvist', 'made up'`} FROM ${of(rows)}`;
  const cases = (kind: string, rows: number, open: boolean) => `
    INSERT INTO exception_case (kind, subject, about, guarantor_id, payment_key, amount_cents, opened_at, resolved_at,
      resolved_why)
    SELECT '${kind}', '${open} ' || n, CASE n % 2 WHEN 0 THEN 'confirmed' END, guarantor_id, key, amount_cents, made,
      ${open ? 'NULL, NULL' : `made + interval '1 day', 'became_approved'`} FROM ${of(rows)}`;
  const opened = ['unknown', 'duplicate', 'returned', 'unposted', 'not_taken', 'record_locked'];
  try {
    await client.query(`CREATE TEMPORARY TABLE picked AS
      SELECT row_number() OVER () - 1 AS place, guarantor_id, key, amount_cents FROM payment LIMIT ${PICKED}`);
    await client.query('SET session_replication_role = replica');
    for (const statement of [
      `INSERT INTO guarantor (guarantor_id, bill_pay_number, given_name, family_name, birth_date, street, postal_code,
         city, state, phone, region, language)
       SELECT '4' || lpad(n::text, 8, '0'), '2' || lpad(n::text, 10, '0'), 'Given', 'Family', '1970-01-01', 'Street 1',
         '94100', 'City', 'CA', '4155550100', 'NCAL', 'en' FROM generate_series(1, ${OVER / 2}) AS n`,
      `INSERT INTO payment_override (payment_key, overridden_at, overridden_by, workstation_id, reason)
       SELECT key, now(), 's.lindqvist', ${desk}, 'made up' FROM picked`,
      cases('unknown', OVER * 0.6, false),
      cases('returned', OVER * 0.4, false),
      ...opened.map(kind => cases(kind, 80, true)),
      refunds(OVER, false),
      refunds(20, true),
      waivers(OVER, false),
      waivers(20, true),
      request('late_void', OVER, false),
      request('override', 20, true),
      'SET session_replication_role = DEFAULT',
      'DROP TABLE picked',
      'ANALYZE',
    ]) {
      await client.query(statement);
    }
  } finally {
    client.release();
  }
}
