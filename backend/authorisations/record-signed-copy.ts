import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Authorisation, SignedCopy } from '#shared/authorisations/authorisation.ts';
import { signedCopyFault } from '#shared/authorisations/signed-copy.ts';
import { dateIn, type Instant, instantOf } from '#shared/calendar/dates.ts';
import { type RegionCode, regions } from '#shared/organization/regions.ts';
import { verifiedFor } from '../balance/verified-for.ts';
import type { Database } from '../database/connect.ts';
import type { Person } from '../http/caller.ts';
import { Refused } from '../http/refused.ts';
import { lockTheirs } from './locked.ts';
import { noteEvent } from './note-event.ts';
import { findAuthorisation } from './read.ts';

interface Whose {
  readonly guarantorId: string;
  readonly timeZone: string;
  /** Null for a paper that a supervisor has before them. */
  readonly callId: string | null;
}

/** Whose it is: the guarantor's of a call, or for a supervisor any of their regions. */
async function whose(
  db: Database,
  authorisationId: string,
  verificationId: string | null,
  person: Person,
  now: number,
): Promise<Whose> {
  if (verificationId === null && person.role !== 'supervisor') throw new Refused('not_verified');
  const call = verificationId && (await verifiedFor(db, person, verificationId, now));
  const { rows } = await sql<{ guarantorId: string; region: RegionCode }>`
    SELECT guarantor_id AS "guarantorId", region FROM authorisation JOIN guarantor USING (guarantor_id)
    WHERE authorisation_id = ${authorisationId} AND region = ANY (${person.user.regions})`.execute(
    db,
  );
  const [found] = rows;
  if (!found || (call && call.guarantorId !== found.guarantorId)) {
    throw new Refused('authorisation_not_found');
  }
  const { timeZone } = regions[found.region];
  return { guarantorId: found.guarantorId, timeZone, callId: call ? call.callId : null };
}

async function signedBefore(
  trx: Database,
  authorisationId: string,
  version: number,
): Promise<SignedCopy | undefined> {
  const { rows } = await sql<SignedCopy>`
    SELECT signed_on AS "signedOn", received_on AS "receivedOn" FROM authorisation_signature
    WHERE authorisation_id = ${authorisationId} AND version = ${version}`.execute(trx);
  return rows[0];
}

async function keep(
  trx: Database,
  authorisationId: string,
  version: number,
  { signedOn, receivedOn }: SignedCopy,
  { user, workstationId }: Person,
  { callId, now }: { callId: string | null; now: Instant },
): Promise<void> {
  const { userId } = user;
  await sql`
    INSERT INTO authorisation_signature (authorisation_id, version, signed_on, received_on, recorded_at, recorded_by)
    VALUES (${authorisationId}, ${version}, ${signedOn}, ${receivedOn}, ${now}, ${userId})`.execute(
    trx,
  );
  const why = `signed on ${signedOn}, received on ${receivedOn}`;
  const by = { userId, workstationId, callId };
  await noteEvent(trx, authorisationId, { kind: 'signed', why }, by, now);
}

/**
 * Keeps that the written copy of the present terms came back signed, once: what is debited from now on is
 * authorised in writing. Changed terms need a copy of their own.
 */
export async function recordSignedCopy(
  db: Database,
  authorisationId: string,
  { verificationId, ...copy }: SignedCopy & { verificationId: string | null },
  person: Person,
  nowMs: number,
): Promise<Authorisation> {
  const { guarantorId, timeZone, callId } = await whose(
    db,
    authorisationId,
    verificationId,
    person,
    nowMs,
  );
  const now = instantOf(nowMs);
  const today = dateIn(timeZone, now);
  return db.transaction().execute(async trx => {
    const locked = await lockTheirs(trx, authorisationId, guarantorId);
    const before = await signedBefore(trx, authorisationId, locked.version);
    if (before && !isDeepStrictEqual({ ...before }, copy)) throw new Refused('signed_already');
    if (!before) {
      if (locked.state !== 'active') throw new Refused('authorisation_ended');
      if (locked.paidBy !== 'ach') throw new Refused('bad_request', { field: 'authorisationId' });
      const agreedOn = dateIn(timeZone, locked.agreedAt);
      if (signedCopyFault(copy, agreedOn, today)) {
        throw new Refused('signed_date_wrong', { field: 'signedOn' });
      }
      await keep(trx, authorisationId, locked.version, copy, person, { callId, now });
    }
    return findAuthorisation(trx, authorisationId, today);
  });
}
