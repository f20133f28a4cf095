import { createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { z } from 'zod';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { checkCard, isUsable } from '#shared/cards/card-entry.ts';
import type { CardForVault } from '#shared/contract/vault.ts';
import { behaviourOf } from './test-cards.ts';

/**
 * Keeps of a card what cannot be turned back into it: brand, last four, month, how it behaves, and a
 * keyed fingerprint. The number and the security code are dropped when this returns. Undefined for a
 * card that no brand issues or that has expired.
 */
export async function keepCard(
  pool: pg.Pool,
  fingerprintKey: string,
  card: z.output<typeof CardForVault>,
  now: number,
) {
  const [year, month] = card.goodThrough.split('-');
  const checked = checkCard(
    { ...card, expiry: `${month}/${year}` },
    // The last of the world's days: a card is good until its month has ended everywhere.
    dateIn('Etc/GMT+12', instantOf(now)),
  );
  if (!isUsable(checked)) return undefined;
  const kept = {
    token: `tok_${randomBytes(18).toString('base64url')}`,
    brand: checked.brand,
    last4: card.number.slice(-4),
    goodThrough: card.goodThrough,
    fingerprint: createHmac('sha256', fingerprintKey).update(card.number).digest('base64url'),
  };
  await pool.query(
    `INSERT INTO sandbox_processor.card_token (token, brand, last4, good_through, fingerprint, behaviour, kept_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [...Object.values(kept), behaviourOf(card.number), instantOf(now)],
  );
  return kept;
}
