import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** A guarantor's accounts, medical before premium, then by number. */
export function accountsOf(db: Database, guarantorId: string) {
  return db
    .selectFrom('account')
    .innerJoin('patient', 'patient.mrn', 'account.mrn')
    .where('account.guarantor_id', '=', guarantorId)
    .select([
      'account_id as accountId',
      'account_number as accountNumber',
      'ledger',
      'account.mrn',
      'full_name as patientName',
      'balance_cents as balanceCents',
      sql<boolean>`held_by IS NOT NULL`.as('held'),
    ])
    .orderBy('ledger')
    .orderBy('account_number')
    .execute();
}

/** Open charges and those closed on or after `closedSince`, the oldest first. */
export function chargesOf(db: Database, guarantorId: string, closedSince: string) {
  return db
    .selectFrom('charge')
    .where('charge.guarantor_id', '=', guarantorId)
    .where(sql<boolean>`(closed_on IS NULL OR closed_on >= ${closedSince}::date)`)
    .select([
      'charge_id as chargeId',
      'account_id as accountId',
      'kind',
      'description',
      'serviced_on as servicedOn',
      'statement_number as statementNumber',
      'due_on as dueOn',
      'billed_cents as billedCents',
      'insurance',
      'insurance_paid_cents as insurancePaidCents',
      'adjusted_cents as adjustedCents',
      'paid_cents as paidCents',
      'open_cents as openCents',
      sql<boolean>`EXISTS (SELECT FROM dispute
        WHERE dispute.charge_id = charge.charge_id AND dispute.closed_on IS NULL)`.as('disputed'),
    ])
    .orderBy(sql`coalesce(due_on, DATE '9999-12-31')`)
    .orderBy('serviced_on')
    .orderBy('charge_id')
    .execute();
}
