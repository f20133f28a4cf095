import { sql } from 'kysely';
import { Balance } from '#shared/billing/balance.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { regions } from '#shared/organization/regions.ts';
import type { Database } from '../database/connect.ts';
import { creditOf } from '../exceptions/unapplied-credits.ts';
import { readNoted } from '../kept/read-noted.ts';
import { recentPayments } from '../payments/read.ts';
import { accountsOf, chargesOf } from './accounts.ts';
import { openPlan } from './open-plan.ts';
import { shownSince } from './shown-since.ts';

const STATEMENTS_SHOWN = 12;
const PAYMENTS_SHOWN = 20;

function openMatters(db: Database, guarantorId: string) {
  return {
    disputes: db
      .selectFrom('dispute')
      .where('guarantor_id', '=', guarantorId)
      .where('closed_on', 'is', null)
      .select(['dispute_id as disputeId', 'charge_id as chargeId', 'opened_on as openedOn'])
      .orderBy('opened_on'),
    applications: db
      .selectFrom('assistance_application')
      .where('guarantor_id', '=', guarantorId)
      .where('closed_on', 'is', null)
      .where(sql<boolean>`state IS DISTINCT FROM 'draft'`)
      .select(['application_id as applicationId', 'programme', 'opened_on as openedOn'])
      .orderBy('opened_on'),
  };
}

function statementsOf(db: Database, guarantorId: string) {
  return db
    .selectFrom('statement')
    .where('guarantor_id', '=', guarantorId)
    .select([
      'statement_number as statementNumber',
      'issued_on as issuedOn',
      'due_on as dueOn',
      'total_cents as totalCents',
    ])
    .orderBy('issued_on', 'desc')
    .orderBy('statement_number', 'desc')
    .limit(STATEMENTS_SHOWN)
    .execute();
}

function patientsOf(db: Database, guarantorId: string) {
  return db
    .selectFrom('patient')
    .where('guarantor_id', '=', guarantorId)
    .select(['mrn', 'full_name as name', 'relationship'])
    .orderBy('name_key')
    .orderBy('mrn')
    .execute();
}

/** A guarantor's whole bill, every part of it read at the same instant. */
export async function readBalance(
  db: Database,
  guarantorId: string,
  now: number,
): Promise<Balance> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async trx => {
    const guarantor = await trx
      .selectFrom('guarantor')
      .where('guarantor_id', '=', guarantorId)
      .selectAll()
      .executeTakeFirstOrThrow();
    const { timeZone } = regions[guarantor.region];
    const today = dateIn(timeZone, instantOf(now));
    const open = openMatters(trx, guarantorId);
    return Balance.parse({
      guarantor: {
        guarantorId,
        billPayNumber: guarantor.bill_pay_number,
        name: guarantor.full_name,
        region: guarantor.region,
        timeZone,
        language: guarantor.language,
      },
      patients: await patientsOf(trx, guarantorId),
      accounts: await accountsOf(trx, guarantorId),
      charges: await chargesOf(trx, guarantorId, shownSince(now)),
      statements: await statementsOf(trx, guarantorId),
      payments: await recentPayments(trx, guarantorId, PAYMENTS_SHOWN),
      plan: await openPlan(trx, guarantorId, today),
      disputes: await open.disputes.execute(),
      applications: await open.applications.execute(),
      creditCents: await creditOf(trx, guarantorId),
      noted: await readNoted(trx, guarantorId, today),
      asOf: instantOf(now),
    });
  });
}
