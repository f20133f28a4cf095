import type { i18n } from 'i18next';
import type { CalendarDate } from '../calendar/dates.ts';
import { sayDate } from '../calendar/say-date.ts';
import { showMoney } from '../money/show-money.ts';
import type { Language } from '../words/words.ts';
import type { BillSentence, BillValue } from './bill-sentence.ts';

/** Puts one sentence of an explained bill into the words of `language`, to be read out. */
export function readOut(
  sentence: BillSentence,
  words: i18n,
  language: Language,
  today: CalendarDate,
): string {
  const say = words.getFixedT(language, 'spoken');
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const inWords = (value: BillValue): string | number => {
    if (typeof value === 'number') return value;
    if ('money' in value) return showMoney(value.money);
    if ('date' in value) return sayDate(language, value.date, today);
    if ('kinds' in value) return list.format(value.kinds.map(kind => say(`bill.kinds.${kind}`)));
    return list.format(
      value.reasons.map(({ reason, amountCents }) =>
        say(`bill.reasons.${reason}`, { amount: showMoney(amountCents) }),
      ),
    );
  };
  const values = Object.entries(sentence.values).map(([name, value]) => [name, inWords(value)]);
  return say(`bill.${sentence.key}`, Object.fromEntries(values));
}
