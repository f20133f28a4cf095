import type { FastifyInstance } from 'fastify';
import { bundledDirectory } from '#shared/ach/routing-directory.ts';
import { instantOf } from '#shared/calendar/dates.ts';
import { CardToken } from '#shared/contract/vault.ts';
import type { Database } from '../database/connect.ts';
import { type Person, personOf } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { serve } from '../http/serve.ts';
import { type KeptCard, ProcessorSilent } from '../processor/port.ts';
import type { BackendParts } from '../server.ts';
import { keepBankAccount } from './keep-bank-account.ts';

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

/**
 * The way of a card into the processor's vault, where it passes through and is written nowhere here, and
 * of a bank account into our own.
 */
export function vaultRoutes(app: FastifyInstance, { db, clock, processor, vault }: BackendParts) {
  serve(app, 'keepCard', async ({ body }, caller) => {
    const kept = await processor.keepCard(body).catch(error => {
      if (error instanceof ProcessorSilent) throw new Refused('unavailable');
      throw error;
    });
    if (!kept) throw new Refused('card_refused');
    await noteToken(db, kept, personOf(caller), clock());
    return CardToken.parse(kept);
  });

  serve(app, 'keepBankAccount', ({ body }, caller) =>
    keepBankAccount({ db, vault, directory: bundledDirectory }, body, personOf(caller), clock()),
  );
}
