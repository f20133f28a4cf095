import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** What a supervisor looks after. Nothing of it is kept at this desk: without the backend it is refused. */
export function exceptionHandlers({
  backend,
}: DeskParts): SomeHandlers<
  'payments.unappliedCredits' | 'payments.override' | 'payments.returnRates'
> {
  return {
    'payments.unappliedCredits': () => backend.ask('unappliedCredits', {}),
    'payments.override': ({ key, reason }) =>
      backend.ask('overridePayment', { params: { key }, body: { reason } }),
    'payments.returnRates': () => backend.ask('returnRates', {}),
  };
}
