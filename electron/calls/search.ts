import type { searchCalls } from '#shared/desk/search-calls.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import type { SomeHandlers } from './handlers.ts';

/** A supervisor's search. Nothing of it is kept at this desk: without the backend it is refused. */
export function searchHandlers({ backend }: DeskParts): SomeHandlers<keyof typeof searchCalls> {
  return {
    'search.payments': body => backend.ask('searchPayments', { body }),
    'search.totals': body => backend.ask('totalPayments', { body }),
    'search.choices': () => backend.ask('searchChoices', {}),
    'search.views': () => backend.ask('savedViews', {}),
    'search.saveView': ({ viewId, ...body }) =>
      backend.ask('saveView', { params: { viewId }, body }),
    'search.life': params => backend.ask('paymentLife', { params }),
    'search.removeView': params => backend.ask('removeView', { params }),
  };
}
