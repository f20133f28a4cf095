import { sql } from 'kysely';
import type { PublicAuditKey } from '#shared/audit/signed-head.ts';
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

/** Every key that ever signed here, oldest first. */
export async function announcedKeys(db: Database): Promise<PublicAuditKey[]> {
  const { rows } = await sql<PublicAuditKey>`SELECT key_id AS "keyId", public_key AS "publicKey"
    FROM audit_key ORDER BY begun_at, key_id`.execute(db);
  return rows;
}
