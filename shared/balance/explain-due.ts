import type { Charge } from '../billing/charge.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import type { BillSentence } from './bill-sentence.ts';
import { isOverdue } from './overdue.ts';
import { totalOf } from './total-of.ts';

function earliestDue(charges: readonly Charge[]): CalendarDate | undefined {
  return charges.flatMap(charge => charge.dueOn ?? []).sort()[0];
}

/** What is past its due date and since when, and what is due next, in one sentence. */
export function dueSentence(open: readonly Charge[], today: CalendarDate): BillSentence[] {
  const overdue = open.filter(charge => isOverdue(charge, today));
  const coming = open.filter(charge => charge.dueOn !== null && charge.dueOn >= today);
  const since = earliestDue(overdue);
  const on = earliestDue(coming);
  const late = since && {
    amount: { money: totalOf(overdue, 'openCents') },
    since: { date: since },
  };
  const next = on && {
    next: {
      money: totalOf(
        coming.filter(charge => charge.dueOn === on),
        'openCents',
      ),
    },
    on: { date: on },
  };
  if (late && next) return [{ key: 'overdueAndNext', values: { ...late, ...next } }];
  if (late) return [{ key: 'overdue', values: late }];
  return next ? [{ key: 'dueNext', values: next }] : [];
}
