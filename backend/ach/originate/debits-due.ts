import { sql } from 'kysely';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { CalendarDate, Instant } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { Database } from '../../database/connect.ts';
import type { CutOff, Outgoing } from './outgoing.ts';

interface DueRow {
  readonly key: string;
  readonly guarantor_id: string;
  readonly amount_cents: Cents;
  readonly source: 'desk' | 'run';
  /** Of the authorisation that a run took it under. */
  readonly kind: AuthorisationTerms['kind'] | null;
  readonly signed: boolean;
  readonly bank_token: string;
  readonly bank_fingerprint: string;
  readonly confirmation: string;
  readonly retry_of: string | null;
  readonly effective_on: CalendarDate | null;
}

/** One of a kind, or one of many that were agreed to together. */
function frequencyOf({ source, kind }: DueRow): Outgoing['frequency'] {
  if (kind === null) return source === 'desk' ? 'single' : 'recurring';
  return kind === 'once' ? 'single' : 'recurring';
}

/** Agreed by telephone, or on paper with a signature: that decides the code (Nacha: TEL, PPD). */
function outgoing(row: DueRow): Outgoing {
  return {
    paymentKey: row.key,
    refundId: null,
    guarantorId: row.guarantor_id,
    direction: 'debit',
    secCode: row.signed ? 'PPD' : 'TEL',
    frequency: frequencyOf(row),
    isRetry: row.retry_of !== null,
    amountCents: row.amount_cents,
    bankToken: row.bank_token,
    bankFingerprint: row.bank_fingerprint,
    identification: row.confirmation,
    effectiveOn: row.effective_on,
  };
}

/**
 * The approved debits whose business day has closed, locked, so that no void comes in between; those for a
 * later day wait for it.
 */
export async function debitsDue(trx: Database, cutOff: CutOff): Promise<Outgoing[]> {
  const { rows } = await sql<DueRow>`
    SELECT key, payment.guarantor_id, amount_cents, source, bank_token, bank_fingerprint, confirmation, retry_of,
      effective_on, authorisation.kind, coalesce(attempt.signed, false) AS signed
    FROM payment JOIN guarantor USING (guarantor_id)
      LEFT JOIN scheduled_attempt AS attempt ON attempt.payment_key = coalesce(retry_of, key)
      LEFT JOIN authorisation USING (authorisation_id)
    WHERE payment.state = 'approved' AND method_kind = 'ach' AND source IN ('desk', 'run') AND void_asked_at IS NULL
      AND region = ANY (${cutOff.regions}) AND taken_at < ${cutOff.at}
      AND (originate_on IS NULL OR originate_on <= ${cutOff.businessDay})
    ORDER BY taken_at, key FOR NO KEY UPDATE OF payment`.execute(trx);
  return rows.map(outgoing);
}

/** They are in a file that is being committed. */
export async function debitsSent(trx: Database, fileId: string, at: Instant): Promise<void> {
  await sql`
    UPDATE payment SET state = 'originated', state_at = ${at},
      state_why = format('sent to the bank as entry %s, to settle on %s', trace, settles_on)
    FROM ach_entry WHERE file_id = ${fileId} AND payment_key = key`.execute(trx);
}
