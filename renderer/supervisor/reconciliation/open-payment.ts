import type { AttemptKey } from '#shared/payments/attempt-key.ts';
import { newestFirst, noFilters } from '#shared/search/payment-search.ts';
import { keep } from '../../desk/kept.ts';

/** Opens the search with one payment found and its page beside it. */
export function openPayment(key: AttemptKey): void {
  keep('audit:search', {
    filters: { ...noFilters, box: key },
    sort: newestFirst,
    turn: Date.now(),
  });
  keep('audit:payment', key);
  keep('supervisor:view', 'search');
}
