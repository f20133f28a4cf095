import type { SearchPage } from '#shared/contract/payment-search.ts';
import { PAYMENTS_ON_A_PAGE, SearchedPayment } from '#shared/contract/payment-search.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import type { PaymentFilters, SearchSort } from '#shared/search/payment-search.ts';
import type { Database } from '../database/connect.ts';
import { matching } from './matching.ts';
import { type FoundRow, pageQuery } from './page-query.ts';
import { cursorOf, placeOf } from './place.ts';

export interface AskedSearch {
  readonly filters: PaymentFilters;
  readonly sort: SearchSort;
  readonly place: { readonly side: 'after' | 'before'; readonly cursor: string } | null;
}

/** One page of the payments in these regions that are searched, in order whichever way it was read. */
export async function searchPayments(
  db: Database,
  { filters, sort, place }: AskedSearch,
  served: readonly RegionCode[],
  now: number,
): Promise<SearchPage> {
  const from = place && placeOf(place.cursor, sort);
  const conditions = await matching(db, filters, served, now);
  if (conditions === null) return { payments: [], before: null, after: null };
  const side = place?.side ?? 'after';
  const { areFew } = conditions;
  const asked = { conditions, areFew, sort, side, place: from };
  const { rows } = await pageQuery(asked).execute(db);
  const hasMore = rows.length > PAYMENTS_ON_A_PAGE;
  const read = rows.slice(0, PAYMENTS_ON_A_PAGE);
  const page = side === 'after' ? read : read.toReversed();
  const cursor = (row: FoundRow | undefined, is: boolean) =>
    row && is ? cursorOf({ by: sort.by, of: row.of, at: row.atMicros, key: row.key }) : null;
  return {
    payments: page.map(row => SearchedPayment.parse(row)),
    before: cursor(page[0], side === 'before' ? hasMore : from !== null),
    after: cursor(page.at(-1), side === 'after' ? hasMore : true),
  };
}
