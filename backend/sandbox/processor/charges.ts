import type pg from 'pg';
import { SettledMessage } from '#backend/processor/messages.ts';
import type { Credential } from '#backend/processor/port.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { RegionCode } from '#shared/organization/regions.ts';
import { Behaviour } from './test-cards.ts';
import { CAPTURE_MINUTES, LAST_ZONE } from './vault.ts';

interface AttemptRow {
  key: string;
  outcome: string;
  token: string | null;
  amount_cents: number | null;
  decline: string | null;
}

function messageOf(row: AttemptRow): SettledMessage {
  const { key, outcome, decline, amount_cents: amountCents } = row;
  return SettledMessage.parse({ key, outcome, decline, amountCents });
}

/** What was answered under a key, if it was ever heard of. */
export async function findAttempt(pool: pg.Pool, key: string): Promise<SettledMessage | undefined> {
  const found = await pool.query<AttemptRow>(
    'SELECT * FROM sandbox_processor.attempt WHERE key = $1',
    [key],
  );
  return found.rows[0] && messageOf(found.rows[0]);
}

interface Asked {
  readonly token: string;
  readonly amountCents: number;
  readonly credential: Credential;
  readonly merchant: RegionCode;
}

/**
 * Charges at most once under a key. A captured card pays once and soon, a stored one again and again until
 * its month is over. Undefined when the token is none, was used, or is too old.
 */
export async function chargeOnce(
  pool: pg.Pool,
  key: string,
  { token, amountCents, credential, merchant }: Asked,
  now: number,
): Promise<SettledMessage | undefined> {
  const { rows } = await pool.query<{ behaviour: string; stored: boolean; good_through: string }>(
    `SELECT behaviour, stored_from IS NOT NULL AS stored, good_through FROM sandbox_processor.card_token
     WHERE token = $1 AND (stored_from IS NOT NULL OR kept_at > $2)`,
    [token, instantOf(now - CAPTURE_MINUTES * 60_000)],
  );
  const [card] = rows;
  const known = Behaviour.safeParse(card?.behaviour);
  if (!(card && known.success)) return findAttempt(pool, key);
  const isOver = card.stored && card.good_through < dateIn(LAST_ZONE, instantOf(now)).slice(0, 7);
  const behaviour = isOver ? 'expired_card' : known.data;
  const approved = behaviour === 'approved';
  await pool.query(
    `INSERT INTO sandbox_processor.attempt (key, outcome, token, amount_cents, decline, answered_at, stored, credential, merchant)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [
      key,
      approved ? 'approved' : 'declined',
      token,
      amountCents,
      approved ? null : behaviour,
      instantOf(now),
      card.stored,
      credential,
      merchant,
    ],
  );
  return findAttempt(pool, key);
}

/** Closes a key nothing was heard under; otherwise what was answered under it. */
export async function abandonAttempt(
  pool: pg.Pool,
  key: string,
  now: number,
): Promise<SettledMessage | undefined> {
  await pool.query(
    `INSERT INTO sandbox_processor.attempt (key, outcome, answered_at)
     VALUES ($1, 'abandoned', $2) ON CONFLICT DO NOTHING`,
    [key, instantOf(now)],
  );
  return findAttempt(pool, key);
}

/** Gives an approved charge back, once. False when there is none. */
export async function voidAttempt(pool: pg.Pool, key: string, now: number): Promise<boolean> {
  const voided = await pool.query(
    `UPDATE sandbox_processor.attempt SET voided_at = coalesce(voided_at, $2)
     WHERE key = $1 AND outcome = 'approved'`,
    [key, instantOf(now)],
  );
  return voided.rowCount === 1;
}
