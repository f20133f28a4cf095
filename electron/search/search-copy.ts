import { searchMirror } from '#db/cache/search-mirror.ts';
import { Payment } from '#shared/billing/payment.ts';
import { PAYMENTS_ON_A_PAGE } from '#shared/contract/payment-search.ts';
import type { DeskUser } from '#shared/contract/session.ts';
import type { CallInput, CallOutput } from '#shared/desk/calls.ts';
import { isAway } from '#shared/desk/state.ts';
import { nowOf } from '../desk/clock.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { copySearch } from './copy-covers.ts';

type Copied = NonNullable<CallOutput<'search.copied'>>;

/** What was found, and a record of each bill that is shown with it. */
export interface FoundInCopy {
  readonly answer: Copied;
  readonly mrns: readonly string[];
}

/**
 * The first page of a search out of the desk's copy, where that is all there is as far as the copy goes; undefined
 * where it is not, or the copy is not whole or not of today.
 */
export function searchCopy(
  { records, clock, standing }: Pick<DeskParts, 'records' | 'clock' | 'standing'>,
  { filters, sort }: CallInput<'search.copied'>,
  { regions }: Pick<DeskUser, 'regions'>,
): FoundInCopy | undefined {
  const asked = copySearch(filters, sort, regions, nowOf(clock));
  const copy = asked && records.whole(db => searchMirror(db, asked.search, PAYMENTS_ON_A_PAGE + 1));
  // While the backend answers, only a copy that is as good as its answer is shown before it.
  if (!copy || !(copy.isCurrent || isAway(standing.current()))) return undefined;
  const { payments, lookedAtAll } = copy.found;
  const isAll = payments.length <= PAYMENTS_ON_A_PAGE;
  // Others, which the copy does not have or was not looked through for, may belong to a page that is not full.
  if (isAll && !(asked.reachesAll && lookedAtAll)) return undefined;
  const rows = payments.slice(0, PAYMENTS_ON_A_PAGE).map(({ body, ...row }) => {
    const { key, guarantorId, state, method, amountCents, confirmation, takenAt } = Payment.parse(
      JSON.parse(body),
    );
    const payment = { key, guarantorId, state, method, amountCents, confirmation, takenAt };
    const { guarantorName, region, mrn } = row;
    return { payment: { ...payment, guarantorName, region }, mrn };
  });
  // Nobody is shown of whom it could not be written down.
  if (rows.some(({ mrn }) => mrn === null)) return undefined;
  return {
    answer: { payments: rows.map(({ payment }) => payment), asOf: copy.asOf, isAll },
    mrns: rows.flatMap(({ mrn }) => mrn ?? []),
  };
}
