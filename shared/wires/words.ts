import type { ExpectedWire } from '../billing/expected-wire.ts';
import type { CalendarDate } from '../calendar/dates.ts';
import { sayDate } from '../calendar/say-date.ts';
import { showMoney } from '../money/show-money.ts';
import { organization } from '../organization/profile.ts';
import { spellOut } from '../payments/spelling.ts';
import type { Language } from '../words/words.ts';
import { wireReferenceGroups } from './reference.ts';

/** The groups of a wire's reference, each as the words that spell it. */
export function spelledReference(reference: string, language: Language): string[][] {
  return spellOut(wireReferenceGroups(reference).join('-'), language);
}

/** What the script for a wire (`kept.wire`) speaks of. `today` is the date in the guarantor's zone. */
export function wireValues(
  language: Language,
  { reference, amountCents, expectedOn }: ExpectedWire,
  today: CalendarDate,
): { payee: string; spelled: string; amount: string; date: string } {
  return {
    payee: organization.mail.payee,
    spelled: spelledReference(reference, language)
      .map(group => group.join(' '))
      .join(', '),
    amount: showMoney(amountCents),
    date: sayDate(language, expectedOn, today),
  };
}
