import type { i18n } from 'i18next';
import { z } from 'zod';
import { nameMethod } from '../../billing/name-method.ts';
import { SearchedPayment } from '../../contract/payment-search.ts';
import type { Cents } from '../../money/cents.ts';
import { showMoney } from '../../money/show-money.ts';
import { regions } from '../../organization/regions.ts';
import type { PaymentState } from '../../payments/states.ts';
import { PaymentFilters, type SearchedMethod, SearchSort } from '../../search/payment-search.ts';
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
  lines: row => [row],
  said,
  zoneOf: ({ region }) => regions[region].timeZone,
  columns: [
    { title: 'taken', kind: 'instant', width: 20, cell: ({ takenAt }) => takenAt },
    { title: 'guarantor', kind: 'text', width: 17, cell: ({ guarantorName }) => guarantorName },
    { title: 'guarantorId', kind: 'text', width: 10, cell: ({ guarantorId }) => guarantorId },
    { title: 'region', kind: 'text', width: 7, cell: ({ region }) => region },
    { title: 'takenBy', kind: 'text', width: 13, cell: ({ takenByName }) => takenByName },
    {
      title: 'method',
      kind: 'text',
      width: 16,
      cell: ({ method }, words) => nameMethod(words, method),
    },
    { title: 'amount', kind: 'cents', width: 10, cell: ({ amountCents }) => amountCents },
    {
      title: 'state',
      kind: 'text',
      width: 9,
      cell: ({ state }, words) => words.t(`balance:states.${state}`),
    },
    { title: 'since', kind: 'instant', width: 20, cell: ({ stateAt }) => stateAt },
    { title: 'confirmation', kind: 'text', width: 11, cell: ({ confirmation }) => confirmation },
    { title: 'key', kind: 'text', width: 0, cell: ({ key }) => key },
  ],
});
