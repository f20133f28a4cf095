import { sql } from 'kysely';
import { missingElement, type PaidBy } from '#shared/authorisations/agreement.ts';
import { type TermsFault, termsFault } from '#shared/authorisations/check-terms.ts';
import type { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { isRecordingReference } from '#shared/call/recording-reference.ts';
import type { NewAuthorisation } from '#shared/contract/authorisations.ts';
import type { ProblemCode } from '#shared/contract/problem.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import { refuseOtherPlan } from './of-plan/refuse-other-plan.ts';

const problemOf = {
  not_in_future: 'date_not_in_future',
  banks_closed: 'date_banks_closed',
  too_soon_for_debit: 'date_too_soon',
  beyond_a_year: 'date_beyond_a_year',
  ends_before_second: 'series_too_short',
  too_many: 'series_too_long',
} as const satisfies Record<TermsFault, ProblemCode>;

/** Nobody sets a day for more than they owe; what is due by then of a series or of statements is not known. */
async function refuseMoreThanOwed(
  db: Database,
  guarantorId: string,
  terms: AuthorisationTerms,
): Promise<void> {
  if (terms.kind !== 'once') return;
  const { rows } = await sql<{
    open: number;
  }>`SELECT takeable_cents(${guarantorId}, ${terms.ledger}, NULL) AS open`.execute(db);
  if (terms.amountCents > (rows[0]?.open ?? 0)) {
    throw new Refused('amount_over_balance', { field: 'amountCents' });
  }
}

type Agreed = Pick<NewAuthorisation, 'terms' | 'agreement'> & { readonly paidBy: PaidBy };

/** Refuses terms that cannot be kept, and an agreement that lacks an element. `today` is the guarantor's. */
export async function refuseBadTerms(
  db: Database,
  { terms, agreement, paidBy }: Agreed,
  guarantorId: string,
  today: CalendarDate,
): Promise<void> {
  const fault = termsFault(terms, paidBy, today);
  if (fault) throw new Refused(problemOf[fault], { field: 'terms' });
  if (missingElement(terms, paidBy, agreement.acknowledged)) {
    throw new Refused('authorisation_incomplete', { field: 'acknowledged' });
  }
  if (!isRecordingReference(agreement.recordingReference)) {
    throw new Refused('recording_reference_wrong', { field: 'recordingReference' });
  }
  await refuseMoreThanOwed(db, guarantorId, terms);
  if (terms.kind === 'plan') await refuseOtherPlan(db, terms, guarantorId, today);
}
