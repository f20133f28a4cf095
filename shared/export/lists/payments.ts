import type { i18n } from 'i18next';
import { z } from 'zod';
import { SearchedPayment } from '../../contract/payment-search.ts';
import type { Cents } from '../../money/cents.ts';
import { showMoney } from '../../money/show-money.ts';
import type { PaymentState } from '../../payments/states.ts';
import { PaymentFilters, type SearchedMethod, SearchSort } from '../../search/payment-search.ts';
import {
  amount,
  confirmation,
  guarantor,
  guarantorId,
  key,
  method,
  region,
  since,
  state,
  taken,
  takenBy,
  zoneOfRegion,
} from '../columns.ts';
import { exportList } from '../export-list.ts';

/** A search as it stands on the page: all that it finds is exported, in its order. */
export const ExportedSearch = z.strictObject({ filters: PaymentFilters, sort: SearchSort });
export type ExportedSearch = z.infer<typeof ExportedSearch>;

const money = (amount: number | null) => amount !== null && showMoney(amount as Cents);

/** What payments were searched by; whom a name or number stands for is told, since the file tells of them anyway. */
function said({ filters, sort }: ExportedSearch, words: i18n): string[] {
  const say = words.getFixedT('en', ['search', 'balance', 'exports']);
  const { states, methods, exception } = filters;
  const named: [string, string | null | false][] = [
    [say('search:box'), filters.box.trim()],
    [say('search:from'), filters.from],
    [say('search:to'), filters.to],
    [say('search:region'), filters.region],
    [say('search:taker'), filters.taker],
    [
      say('search:method'),
      methods.map(each => say(`search:methods.${each as SearchedMethod}`)).join(', '),
    ],
    [
      say('search:state'),
      states.map(each => say(`balance:states.${each as PaymentState}`)).join(', '),
    ],
    [say('search:fromCents'), money(filters.fromCents)],
    [say('search:toCents'), money(filters.toCents)],
    [say('search:patient'), filters.patient],
    [say('search:confirmation'), filters.confirmation],
    [say('search:last4'), filters.last4],
    [say('search:batch'), filters.batch && Object.values(filters.batch).slice(1).join(' ')],
    [say('search:exception'), exception && say(`search:exceptions.${exception as 'unknown'}`)],
  ];
  const narrowed = named.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  const sorted = say('exports:sorted', { column: say(`search:columns.${sort.by}`).toLowerCase() });
  return [...(narrowed.length > 0 ? narrowed : [say('exports:everything')]), sorted];
}

/** The payments that a search found, however many. */
export const payments = exportList({
  sameAs: 'searchPayments',
  filters: ExportedSearch,
  row: SearchedPayment,
  said,
  zoneOf: zoneOfRegion,
  columns: [
    taken(20),
    guarantor(17),
    guarantorId(10),
    region(7),
    takenBy(13),
    method(16),
    amount(10),
    state(9),
    since(20),
    confirmation(11),
    key(0),
  ],
});
