import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import { amountText } from '#shared/money/show-money.ts';
import type { ScheduleForm } from './use-schedule-form.ts';

/** The form as it stands for terms that are to be changed; the days begin with the next payment. */
export function formOf({
  authorisationId,
  terms,
  methodId,
  next,
}: Authorisation): Partial<ScheduleForm> {
  const { kind, ledger } = terms;
  const same = { authorisationId, changing: true, kind, ledger, methodId } as const;
  if (terms.kind === 'autopay') return { ...same, cap: amountText(terms.capCents) };
  // It has no other terms than its plan, and is not changed.
  if (terms.kind === 'plan') return { ...same, plan: terms };
  const typed = { choice: 'other', typed: amountText(terms.amountCents) } as const;
  const day = next?.payOn ?? '';
  if (terms.kind === 'once') return { ...same, ...typed, day };
  const { ends, frequency } = terms;
  return {
    ...same,
    ...typed,
    day,
    frequency,
    ...(ends.by === 'count'
      ? { endsBy: 'count', count: String(ends.payments) }
      : { endsBy: 'date', lastOn: ends.lastOn }),
  };
}
