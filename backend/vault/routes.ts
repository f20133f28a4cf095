import type { FastifyInstance } from 'fastify';
import { bundledDirectory } from '#shared/ach/routing-directory.ts';
import { personOf } from '../http/caller.ts';
import { serve } from '../http/serve.ts';
import type { BackendParts } from '../server.ts';
import { keepBankAccount } from './keep-bank-account.ts';
import { keepCard } from './keep-card.ts';

/**
 * The way of a card into the processor's vault, where it passes through and is written nowhere here, and
 * of a bank account into our own.
 */
export function vaultRoutes(app: FastifyInstance, { db, clock, processor, vault }: BackendParts) {
  serve(app, 'keepCard', ({ body }, caller) =>
    keepCard({ db, processor }, body, personOf(caller), clock()),
  );

  serve(app, 'keepBankAccount', ({ body }, caller) =>
    keepBankAccount({ db, vault, directory: bundledDirectory }, body, personOf(caller), clock()),
  );
}
