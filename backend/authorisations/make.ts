import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Authorisation } from '#shared/authorisations/authorisation.ts';
import type { NewAuthorisation } from '#shared/contract/authorisations.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import type { BackendParts } from '../server.ts';
import { type About, aboutCall } from './about.ts';
import { refuseBadTerms } from './check-terms.ts';
import { noteEvent } from './note-event.ts';
import { findAuthorisation } from './read.ts';
import { cardToKeep, paidByOf, storedMethod } from './stored-methods.ts';

/** The one that stands under this id; refuses `key_reused` when it is another one. */
async function madeBefore(
  db: Database,
  authorisationId: string,
  body: NewAuthorisation,
  about: About,
): Promise<Authorisation | undefined> {
  const { rows } = await sql<{ guarantorId: string; terms: unknown; callId: string }>`
    SELECT guarantor_id AS "guarantorId", event.terms, event.call_id AS "callId"
    FROM authorisation JOIN authorisation_event AS event USING (authorisation_id)
    WHERE authorisation_id = ${authorisationId} AND event.kind = 'made'`.execute(db);
  const [first] = rows;
  if (!first) return undefined;
  const { guarantorId, callId } = about;
  const isSame = isDeepStrictEqual(first, { guarantorId, terms: body.terms, callId });
  if (!isSame) throw new Refused('key_reused');
  return findAuthorisation(db, authorisationId, about.today);
}

async function insertAuthorisation(
  trx: Database,
  authorisationId: string,
  { terms, agreement }: NewAuthorisation,
  methodId: string,
  about: About,
): Promise<void> {
  const { guarantorId, today, userId, workstationId, callId, verificationId } = about;
  const { now } = about;
  const { rows } = await sql`
    INSERT INTO authorisation (authorisation_id, guarantor_id, method_id, kind, terms, agreement, state, state_at,
      made_at, made_on, user_id, workstation_id, call_id, verification_id)
    VALUES (${authorisationId}, ${guarantorId}, ${methodId}, ${terms.kind}, ${JSON.stringify(terms)},
      ${JSON.stringify(agreement)}, 'active', ${now}, ${now}, ${today}, ${userId}, ${workstationId}, ${callId},
      ${verificationId})
    ON CONFLICT DO NOTHING
    RETURNING authorisation_id`.execute(trx);
  if (rows.length === 0) throw new Refused('autopay_exists');
  await noteEvent(trx, authorisationId, { kind: 'made', terms, agreement }, about, about.now);
}

/**
 * Keeps a method and what it may be used for, once: the same again is answered alike, whatever became of
 * it since. The card is the processor's to keep before anything is written here; if this server dies in
 * between, the same request finds the same stored card.
 */
export async function makeAuthorisation(
  { db, processor, clock }: BackendParts,
  authorisationId: string,
  body: NewAuthorisation,
  person: Person,
): Promise<Authorisation> {
  const about = await aboutCall(db, person, body.verificationId, clock());
  const before = await madeBefore(db, authorisationId, body, about);
  if (before) return before;
  const paidBy = await paidByOf(db, body.method, about);
  await refuseBadTerms(db, { ...body, paidBy }, about.guarantorId, about.today);
  const card = await cardToKeep(db, processor, body.method, about);
  return db.transaction().execute(async trx => {
    // Two at once for one guarantor take their turn, and so do two copies of one.
    await sql`SELECT FROM guarantor WHERE guarantor_id = ${about.guarantorId} FOR NO KEY UPDATE`.execute(
      trx,
    );
    const meanwhile = await madeBefore(trx, authorisationId, body, about);
    if (meanwhile) return meanwhile;
    const methodId = await storedMethod(trx, body.method, card, { authorisationId, about });
    await insertAuthorisation(trx, authorisationId, body, methodId, about);
    return findAuthorisation(trx, authorisationId, about.today);
  });
}
