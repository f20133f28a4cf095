import { instantOf } from '#shared/calendar/dates.ts';
import { CardToken } from '#shared/contract/vault.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { type CardProcessor, type KeptCard, ProcessorSilent } from '../processor/port.ts';

const TOKEN_MS = 15 * 60_000;

async function noteToken(db: Database, card: KeptCard, person: Person, now: number): Promise<void> {
  await db.deleteFrom('card_token').where('expires_at', '<', instantOf(now)).execute();
  await db
    .insertInto('card_token')
    .values({
      token: card.token,
      brand: card.brand,
      last4: card.last4,
      fingerprint: card.fingerprint,
      user_id: person.user.userId,
      workstation_id: person.workstationId,
      kept_at: instantOf(now),
      expires_at: instantOf(now + TOKEN_MS),
    })
    .execute();
}

/** Passes a card into the processor's vault, and notes the token that it gave; nothing else of the card is written. */
export async function keepCard(
  { db, processor }: { readonly db: Database; readonly processor: CardProcessor },
  card: Parameters<CardProcessor['keepCard']>[0],
  person: Person,
  now: number,
): Promise<CardToken> {
  const kept = await processor.keepCard(card).catch(error => {
    if (error instanceof ProcessorSilent) throw new Refused('unavailable');
    throw error;
  });
  if (!kept) throw new Refused('card_refused');
  await noteToken(db, kept, person, now);
  return CardToken.parse(kept);
}
