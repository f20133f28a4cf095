import type { CalendarDate } from '../calendar/dates.ts';
import { sayDate } from '../calendar/say-date.ts';
import { brandName } from '../cards/brands.ts';
import type { CardToken } from '../contract/vault.ts';
import type { Attempt } from '../desk/attempt.ts';
import type { Cents } from '../money/cents.ts';
import { showMoney } from '../money/show-money.ts';
import type { Language } from '../words/words.ts';
import { spellOut } from './spelling.ts';

/**
 * What the permission script (`cardPermission`) speaks of. `accountNumbers` are those that the payment
 * pays, of which only the last two digits are said.
 */
export function permissionValues(
  language: Language,
  card: Pick<CardToken, 'brand' | 'last4'>,
  amountCents: Cents,
  accountNumbers: readonly string[],
): { brand: string; last4: string; amount: string; account: string } {
  const endings = accountNumbers.map(number => number.slice(-2));
  return {
    brand: brandName[card.brand],
    last4: card.last4,
    amount: showMoney(amountCents),
    account: new Intl.ListFormat(language, { type: 'conjunction' }).format(endings),
  };
}

/**
 * What the confirmation script (`confirmation`) speaks of: amount, the number spelled out group by
 * group, and the posting date. Undefined while the attempt is not approved.
 */
export function confirmationValues(
  language: Language,
  attempt: Pick<Attempt, 'amountCents' | 'confirmation' | 'postingOn'>,
  today: CalendarDate,
): { amount: string; spelled: string; date: string } | undefined {
  const { confirmation, postingOn, amountCents } = attempt;
  if (confirmation === null || postingOn === null) return undefined;
  return {
    amount: showMoney(amountCents),
    spelled: spellOut(confirmation, language)
      .map(group => group.join(' '))
      .join(', '),
    date: sayDate(language, postingOn, today),
  };
}
