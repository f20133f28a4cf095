import { type Cents, cents } from '#shared/money/cents.ts';
import { showMoney } from '#shared/money/show-money.ts';
import type { Arrival } from './arrival.ts';
import type { Payee } from './pay-in.ts';

const how = {
  reference: 'matched by its reference',
  number_and_amount: 'matched by the number on it and the amount that was expected',
  number_and_open: 'matched by the number on it and the amount that was open',
  hand: 'assigned by a supervisor',
} as const satisfies Record<Payee['matchedBy'], string>;

/** Why a payment was received, as it stands with it: which entry, how matched, and what is too little or too much. */
export function receivedWhy(arrival: Arrival, payee: Payee, creditCents: Cents): string {
  const { amountCents, statementId, entryId } = arrival;
  const came = `entry ${entryId} of statement ${statementId}, ${how[payee.matchedBy]}`;
  const expectedCents = payee.expected?.amountCents ?? amountCents;
  const short = cents(expectedCents - amountCents);
  const differs =
    short === 0
      ? ''
      : `; ${showMoney(cents(Math.abs(short)))} ${short > 0 ? 'less' : 'more'} than the ${showMoney(expectedCents)} expected`;
  const credit = creditCents > 0 ? `; ${showMoney(creditCents)} found nothing open` : '';
  return came + differs + credit;
}
