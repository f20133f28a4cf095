import type { TFunction } from 'i18next';
import type { Balance } from '#shared/billing/balance.ts';
import type { CalendarDate } from '#shared/calendar/dates.ts';
import { showMoney } from '#shared/money/show-money.ts';
import { promiseStanding } from '#shared/promises/standing.ts';
import { shortDate } from './short-date.ts';

/** The promise that stands and what became of it, in a few words; undefined where there is none. */
export function promiseWords(
  { noted, payments, guarantor }: Balance,
  today: CalendarDate,
  t: TFunction<'balance'>,
): string | undefined {
  const { promise } = noted;
  if (!promise) return undefined;
  const { timeZone } = guarantor;
  return t(promise.keptOn ? 'notedPromiseKept' : 'notedPromiseValue', {
    amount: showMoney(promise.amountCents),
    on: shortDate(promise.promisedOn, today),
    kept: shortDate(promise.keptOn ?? today, today),
    standing: t(`promiseStandings.${promiseStanding(promise, payments, { timeZone, today })}`),
  });
}
