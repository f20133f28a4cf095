import type { i18n } from 'i18next';
import type { CardEntry, CardField } from '#shared/cards/card-entry.ts';
import { checkCard, isUsable } from '#shared/cards/card-entry.ts';
import { goodThroughOf } from '#shared/cards/good-through.ts';
import type { CardToken } from '#shared/contract/vault.ts';
import { type Clock, todayOf } from '../desk/clock.ts';
import type { UserClient } from '../session/as-user.ts';

export type CardResult =
  | { readonly card: CardToken }
  | { readonly faults: Partial<Record<CardField, string>> };

/**
 * Checks a typed card and hands it to the vault. The number and the security code live in this call's
 * arguments and nowhere else; what is at fault comes back as a sentence per field.
 */
export async function submitCard(
  entry: CardEntry,
  vault: UserClient,
  clock: Clock,
  words: i18n,
): Promise<CardResult> {
  const checked = checkCard(entry, todayOf(clock));
  if (!isUsable(checked)) {
    const faults: Partial<Record<CardField, string>> = {};
    for (const [field, fault] of Object.entries(checked.faults)) {
      faults[field as CardField] = words.t(`card:${fault}`);
    }
    return { faults };
  }
  const card = await vault.ask('keepCard', {
    body: {
      number: entry.number.replace(/[\s-]/g, ''),
      goodThrough: goodThroughOf(entry.expiry),
      securityCode: entry.securityCode.trim(),
      postalCode: entry.postalCode.trim(),
    },
  });
  return { card };
}
