import type { searchCalls } from '#shared/desk/search-calls.ts';
import { createShownLately } from '../audit/shown-lately.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { searchCopy } from '../search/search-copy.ts';
import type { SomeHandlers } from './handlers.ts';

/** A supervisor's search. Of what the desk's copy holds the first page is there without the backend, too. */
export function searchHandlers(desk: DeskParts): SomeHandlers<keyof typeof searchCalls> {
  const { backend } = desk;
  const noteShown = createShownLately(desk);
  return {
    'search.payments': body => backend.ask('searchPayments', { body }),
    'search.copied'(asked, caller) {
      const found = searchCopy(desk, asked, caller);
      if (!found) return null;
      noteShown(caller, found.mrns);
      return found.answer;
    },
    'search.totals': body => backend.ask('totalPayments', { body }),
    'search.choices': () => backend.ask('searchChoices', {}),
    'search.views': () => backend.ask('savedViews', {}),
    'search.saveView': ({ viewId, ...body }) =>
      backend.ask('saveView', { params: { viewId }, body }),
    'search.life': params => backend.ask('paymentLife', { params }),
    'search.removeView': params => backend.ask('removeView', { params }),
  };
}
