import { sql } from 'kysely';
import type { Instant } from '#shared/calendar/dates.ts';
import type { About } from '../authorisations/about.ts';
import type { Database } from '../database/connect.ts';
import { Refused } from '../http/refused.ts';

interface Kept {
  readonly methodId: string;
  readonly removedAt: Instant | null;
  readonly isUsed: boolean;
}

/** The card or account under every token that stands for it with this guarantor, locked. */
async function lockSame(trx: Database, methodId: string, { guarantorId }: About): Promise<Kept[]> {
  const same = sql`
    SELECT same.method_id FROM stored_method AS same JOIN stored_method AS named USING (guarantor_id, kind, fingerprint)
    WHERE named.method_id = ${methodId} AND guarantor_id = ${guarantorId}`;
  await sql`SELECT FROM stored_method WHERE method_id IN (${same}) ORDER BY method_id FOR UPDATE`.execute(
    trx,
  );
  const { rows } = await sql<Kept>`
    SELECT method_id AS "methodId", removed_at AS "removedAt",
      EXISTS (SELECT FROM authorisation AS it WHERE it.method_id = each.method_id AND it.state = 'active') AS "isUsed"
    FROM stored_method AS each WHERE method_id IN (${same})`.execute(trx);
  return rows;
}

/**
 * Ends the keeping of a card or bank account by its holder's word: it pays nothing from here on, and what its
 * token stands for is deleted as soon as nothing under way needs it (`forgetRemoved`). Refuses `method_in_use`
 * while an authorisation takes payments by it. Again changes nothing.
 */
export async function removeMethod(
  db: Database,
  methodId: string,
  about: About,
): Promise<{ methodId: string; removedAt: Instant }> {
  return db.transaction().execute(async trx => {
    const same = await lockSame(trx, methodId, about);
    const named = same.find(each => each.methodId === methodId);
    if (!named) throw new Refused('method_not_found', { field: 'methodId' });
    if (named.removedAt !== null) return { methodId, removedAt: named.removedAt };
    if (same.some(({ isUsed }) => isUsed)) throw new Refused('method_in_use');
    const { now, userId, callId } = about;
    await sql`
      UPDATE stored_method SET removed_at = ${now}, removed_by = ${userId}, removed_on_call = ${callId}, forget_at = ${now}
      WHERE method_id = ANY (${same.map(each => each.methodId)}) AND removed_at IS NULL`.execute(
      trx,
    );
    return { methodId, removedAt: now };
  });
}
