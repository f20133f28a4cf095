import type { PaidBy } from '#shared/authorisations/agreement.ts';
import { type TermsFault, termsFault } from '#shared/authorisations/check-terms.ts';
import { AuthorisationTerms } from '#shared/authorisations/terms.ts';
import type { LedgerKind } from '#shared/billing/account.ts';
import { CalendarDate } from '#shared/calendar/dates.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { ScheduleForm } from './use-schedule-form.ts';

export type FormFault = TermsFault | 'day_missing' | 'count_missing' | 'last_missing';

type ReadTerms =
  | { readonly terms: AuthorisationTerms; readonly fault?: undefined }
  | { readonly terms?: undefined; readonly fault: FormFault };

/** The terms that a form says, or the first thing that is wrong with its days. */
export function readTerms(
  form: Pick<ScheduleForm, 'kind' | 'plan' | 'day' | 'frequency' | 'endsBy' | 'count' | 'lastOn'>,
  amountCents: Cents,
  ledger: LedgerKind,
  paidBy: PaidBy,
  today: CalendarDate,
): ReadTerms {
  const { kind, frequency } = form;
  if (form.plan && kind === 'plan') return { terms: form.plan };
  if (kind === 'autopay') return { terms: { kind, ledger, capCents: amountCents } };
  const day = CalendarDate.safeParse(form.day).data;
  if (!day) return { fault: 'day_missing' };
  if (kind === 'series' && form.endsBy === 'date' && !form.lastOn) return { fault: 'last_missing' };
  const ends =
    form.endsBy === 'count'
      ? { by: 'count', payments: Number(form.count) }
      : { by: 'date', lastOn: form.lastOn };
  const read = AuthorisationTerms.safeParse(
    kind === 'once'
      ? { kind, ledger, amountCents, payOn: day }
      : { kind, ledger, amountCents, frequency, firstOn: day, ends },
  );
  if (!read.success) return { fault: 'count_missing' };
  const fault = termsFault(read.data, paidBy, today);
  return fault ? { fault } : { terms: read.data };
}
