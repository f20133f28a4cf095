import { sql } from 'kysely';
import type { KeepConsent, StoredMethod } from '#shared/stored/stored-method.ts';
import type { About } from '../authorisations/about.ts';
import { cardToKeep, spendCard } from '../authorisations/stored-methods.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';
import type { BackendParts } from '../server.ts';
import { findStoredMethod } from './read.ts';

/** Kept under this id already; refuses `key_reused` when it is somebody else's. */
async function keptBefore(
  db: Database,
  methodId: string,
  about: About,
): Promise<StoredMethod | undefined> {
  const { rows } = await sql<{ guarantorId: string }>`
    SELECT guarantor_id AS "guarantorId" FROM stored_method WHERE method_id = ${methodId}`.execute(
    db,
  );
  const [before] = rows;
  if (!before) return undefined;
  if (before.guarantorId !== about.guarantorId) throw new Refused('key_reused');
  const method = await findStoredMethod(db, methodId, about);
  if (!method) throw new Refused('method_not_found', { field: 'methodId' });
  return method;
}

/**
 * Keeps a captured card by its holder's yes alone, once. As with an authorisation, the card is the processor's
 * to keep before anything is written here; the same request finds the same stored card.
 */
export async function keepMethod(
  { db, processor }: BackendParts,
  methodId: string,
  { token, consent }: { token: string; consent: KeepConsent },
  about: About,
): Promise<StoredMethod> {
  const before = await keptBefore(db, methodId, about);
  if (before) return before;
  const card = await cardToKeep(db, processor, { kind: 'card', token }, about);
  return db.transaction().execute(async trx => {
    // Two copies of one request take their turn.
    await sql`SELECT FROM guarantor WHERE guarantor_id = ${about.guarantorId} FOR NO KEY UPDATE`.execute(
      trx,
    );
    const meanwhile = await keptBefore(trx, methodId, about);
    if (meanwhile) return meanwhile;
    const spent = { usedBy: methodId, methodId };
    await spendCard(trx, token, card, { ...spent, about });
    await sql`UPDATE stored_method SET consent = ${JSON.stringify(consent)} WHERE method_id = ${methodId}`.execute(
      trx,
    );
    const kept = await findStoredMethod(trx, methodId, about);
    if (!kept) throw new Error(`stored method ${methodId} was not kept`);
    return kept;
  });
}
