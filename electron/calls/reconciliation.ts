import type { reconciliationCalls } from '#shared/desk/reconciliation-calls.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** A day is reconciled and closed at the backend, never from what a desk remembers. */
export function reconciliationHandlers({
  backend,
}: DeskParts): SomeHandlers<keyof typeof reconciliationCalls> {
  return {
    'reconciliation.day': ({ region, day }) =>
      backend.ask('reconciledDay', {
        params: { region },
        query: day === null ? {} : { day },
      }),
    'reconciliation.payments': ({ region, day, batch, after, ...cell }) =>
      backend.ask('dayPayments', {
        params: { region, day },
        query: { ...cell, ...(batch !== null && { batch }), ...(after !== null && { after }) },
      }),
    'reconciliation.close': ({ region, day, ...body }) =>
      backend.ask('closeDay', { params: { region, day }, body }),
    'reconciliation.correct': ({ region, day, correctionId, ...body }) =>
      backend.ask('correctDay', { params: { region, day, correctionId }, body }),
  };
}
