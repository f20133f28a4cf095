import { sql } from 'kysely';
import type { PaymentLife } from '#shared/contract/payment-life.ts';
import type { Database } from '../../database/connect.ts';

/** The first row of a question that has at most one. */
export async function only<Row>(asked: Promise<{ rows: Row[] }>): Promise<Row | null> {
  return (await asked).rows[0] ?? null;
}

/** The call it was taken on: its record, once the desk has handed it over. */
export function callOf(db: Database, key: string): Promise<PaymentLife['call']> {
  return only(
    sql<NonNullable<PaymentLife['call']>>`
      SELECT payment.call_id AS "callId", call_record.reference, started_at AS "startedAt", ended_at AS "endedAt", disposition,
        record->>'summary' AS summary
      FROM payment LEFT JOIN call_record USING (call_id) WHERE key = ${key} AND payment.call_id IS NOT NULL`.execute(
      db,
    ),
  );
}

/** How the caller was verified for it. */
export function verificationOf(db: Database, key: string): Promise<PaymentLife['verification']> {
  return only(
    sql<NonNullable<PaymentLife['verification']>>`
      SELECT caller_role AS "callerRole", caller_name AS "callerName", verification.state, begun_at AS "begunAt",
        closed_at AS "closedAt", coalesce((
          SELECT jsonb_agg(jsonb_build_object('factor', factor, 'matched', matched, 'at',
            to_char(answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY answered_at, factor)
          FROM verification_answer WHERE verification_answer.verification_id = verification.verification_id
        ), '[]') AS factors
      FROM payment JOIN verification USING (verification_id) WHERE key = ${key}`.execute(db),
  );
}

/** What the payer agreed to on the recorded line, where it is a debit. */
export function agreementOf(db: Database, key: string): Promise<PaymentLife['agreement']> {
  return only(
    sql<NonNullable<PaymentLife['agreement']>>`
      SELECT agreed_at AS "agreedAt", payer_name AS "payerName", language, wording_version AS "wordingVersion",
        debit_on AS "debitOn", recording_reference AS "recordingReference", acknowledged
      FROM tel_authorisation WHERE payment_key = ${key}`.execute(db),
  );
}
