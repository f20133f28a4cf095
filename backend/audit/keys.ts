import { sql } from 'kysely';
import { instantOf } from '#shared/calendar/dates.ts';
import type { Database } from '../database/connect.ts';
import type { Signer } from './signing-key.ts';

/** Makes the key known that this server signs with; that it begins is a record of the chain itself. */
export async function announceKey(db: Database, signer: Signer, now: number): Promise<void> {
  await sql`INSERT INTO audit_key (key_id, public_key, begun_at)
    VALUES (${signer.keyId}, ${signer.publicKey}, ${instantOf(now)}) ON CONFLICT DO NOTHING`.execute(
    db,
  );
}
