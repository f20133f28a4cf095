import { createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { z } from 'zod';
import type { KeptCardMessage } from '#backend/processor/messages.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import { checkCard, isUsable } from '#shared/cards/card-entry.ts';
import type { CardForVault } from '#shared/contract/vault.ts';
import { behaviourOf } from './test-cards.ts';

/** How long after its capture a card may be paid with, or stored. */
export const CAPTURE_MINUTES = 15;

/** Where the world's days end last: a card is good until its month has ended everywhere. */
export const LAST_ZONE = 'Etc/GMT+12';

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
    dateIn(LAST_ZONE, instantOf(now)),
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

/**
 * Keeps a captured card for later, once: asked again it gives the same token. What is copied holds no
 * number and no security code. Undefined when the capture is unknown, too old, or was paid with.
 */
export async function storeCard(
  pool: pg.Pool,
  captured: string,
  now: number,
): Promise<z.output<typeof KeptCardMessage> | undefined> {
  await pool.query(
    `INSERT INTO sandbox_processor.card_token
       (token, brand, last4, good_through, fingerprint, behaviour, kept_at, stored_from)
     SELECT $2, brand, last4, good_through, fingerprint, behaviour, $3, token
     FROM sandbox_processor.card_token AS card
     WHERE token = $1 AND stored_from IS NULL AND kept_at > $4
       AND NOT EXISTS (SELECT FROM sandbox_processor.attempt WHERE attempt.token = card.token)
     ON CONFLICT (stored_from) DO NOTHING`,
    [
      captured,
      `crd_${randomBytes(18).toString('base64url')}`,
      instantOf(now),
      instantOf(now - CAPTURE_MINUTES * 60_000),
    ],
  );
  const { rows } = await pool.query<z.output<typeof KeptCardMessage>>(
    `SELECT token, brand, last4, good_through AS "goodThrough", fingerprint
     FROM sandbox_processor.card_token WHERE stored_from = $1 AND forgotten_at IS NULL`,
    [captured],
  );
  return rows[0];
}

/** Deletes a stored card: it never pays again, and nothing tells any more which card it was. */
export async function forgetCard(pool: pg.Pool, token: string, now: number): Promise<void> {
  await pool.query(
    `UPDATE sandbox_processor.card_token SET forgotten_at = $2, fingerprint = '', behaviour = 'forgotten'
     WHERE token = $1 AND stored_from IS NOT NULL AND forgotten_at IS NULL`,
    [token, instantOf(now)],
  );
}
