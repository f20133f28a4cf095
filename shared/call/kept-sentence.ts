import type { i18n } from 'i18next';
import type { CalendarDate } from '../calendar/dates.ts';
import { sayDate } from '../calendar/say-date.ts';
import type { OpenCall } from '../desk/open-call.ts';
import { showMoney } from '../money/show-money.ts';
import { wireReferenceGroups } from '../wires/reference.ts';

/**
 * What the call left with the guarantor, for its record: the promise that stands, referrals, expected
 * wires, and how many notes. What was written stays out; it is sent by itself.
 */
export function keptSentences({ kept, startedAt }: OpenCall, words: i18n): string[] {
  const say = words.getFixedT('en', 'summary');
  const day = (on: CalendarDate) => sayDate('en', on, startedAt.slice(0, 10) as CalendarDate);
  const promise = kept.findLast(each => each.kind === 'promise')?.record;
  const notes = kept.filter(each => each.kind === 'account_note').length;
  return [
    ...(promise
      ? [
          say('kept.promise', {
            amount: showMoney(promise.amountCents),
            date: day(promise.promisedOn),
            reason: say(`promiseReasons.${promise.reason}`),
          }),
        ]
      : []),
    ...kept.flatMap(each => {
      if (each.kind === 'referral') {
        return [say('kept.referral', { programme: say(`programmes.${each.record.programme}`) })];
      }
      if (each.kind !== 'expected_wire') return [];
      const { amountCents, expectedOn, reference, method } = each.record;
      if (method !== 'wire') {
        const by = words.getFixedT('en', 'method')(method);
        return [
          say('kept.arriving', { amount: showMoney(amountCents), date: day(expectedOn), by }),
        ];
      }
      return [
        say('kept.wire', {
          amount: showMoney(amountCents),
          date: day(expectedOn),
          // The part before it is the bill-pay number, which no summary holds in full.
          reference: wireReferenceGroups(reference).slice(-2).join(' '),
        }),
      ];
    }),
    ...(notes > 0 ? [say('kept.notes', { count: notes })] : []),
  ];
}
