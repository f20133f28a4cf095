import { setTimeout as wait } from 'node:timers/promises';
import { statementColumns } from '#backend/arrivals/statement-entry.ts';
import { dateIn, instantOf } from '#shared/calendar/dates.ts';
import type { Expected } from './expect.ts';
import { unlessGone } from './seat.ts';
import type { World } from './world.ts';

const OUTBOX_EMPTY_MS = 120_000;

interface Coming {
  readonly wireId: string;
  readonly reference: string;
  readonly amountCents: number;
  readonly method: string;
}

/** What the backend knows to be coming. */
async function coming({ pool }: World): Promise<Coming[]> {
  const { rows } = await pool.query<Coming>(
    `SELECT wire_id AS "wireId", reference, amount_cents AS "amountCents", method_kind AS method
     FROM expected_wire WHERE state = 'expected' ORDER BY reference`,
  );
  return rows;
}

/** Waits until everything that a caller was told is noted has reached the backend; gives how much never did. */
async function handedOver(world: World, expected: Expected): Promise<number> {
  for (const until = Date.now() + OUTBOX_EMPTY_MS; ; await wait(300)) {
    const there = new Set((await coming(world)).map(({ wireId }) => wireId));
    const missing = [...expected.keys()].filter(wireId => !there.has(wireId)).length;
    if (missing === 0 || Date.now() > until) return missing;
  }
}

/** The bank's statement: all of it came, each with the reference that was given. */
function statementOf(all: readonly Coming[]): string {
  const today = dateIn('UTC', instantOf(Date.now() - 86_400_000));
  const rows = all.map(({ reference, amountCents, method }, at) => ({
    statement_id: 'STORM',
    entry_id: String(at + 1),
    booked_on: today,
    amount: (amountCents / 100).toFixed(2),
    currency: 'USD',
    direction: 'credit',
    channel: method,
    remitter: 'Somebody',
    remittance: `Bill ${reference}`,
  }));
  const lines = rows.map(row => statementColumns.map(column => row[column]).join(','));
  return [statementColumns.join(','), ...lines, ''].join('\n');
}

/** What came by itself, and what became of it. */
export interface Arrived {
  /** Noted at a desk. */
  readonly expected: number;
  /** Told to a caller, and never known to the backend. */
  readonly lostExpected: number;
  /** Credits on the bank's statement. */
  readonly arrivals: number;
  /** How often a server was killed while it took the statement. */
  readonly killed: number;
}

/**
 * Everything that was noted comes: every server takes the bank's statement at once, one of them is killed
 * meanwhile, and all take it again.
 */
export async function arrive(world: World, expected: Expected): Promise<Arrived> {
  const lostExpected = await handedOver(world, expected);
  const all = await coming(world);
  const statement = statementOf(all);
  const take = () =>
    world.backends.map(async seat => unlessGone((await seat.running()).ask('arrive', statement)));
  const begun = take();
  await world.backends[0]?.killAndRevive(0);
  const killed = (await Promise.all(begun)).filter(done => done === undefined).length;
  await Promise.all(take());
  return { expected: expected.size, lostExpected, arrivals: all.length, killed };
}

/** Credits of the statement that were not posted exactly once and whole, by the payments of the backend. */
export async function misposted({ pool }: World, { arrivals }: Arrived): Promise<number> {
  const { rows } = await pool.query<{ posted: number; wrong: number }>(
    `SELECT count(payment.key)::int AS posted,
       count(*) FILTER (WHERE payment.key IS NULL OR payment.amount_cents <> arrival.amount_cents)::int AS wrong
     FROM arrival LEFT JOIN payment ON payment.key = payment_key WHERE statement_id = 'STORM'`,
  );
  const received = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM payment WHERE source = 'received'`,
  );
  const [{ posted, wrong } = { posted: 0, wrong: 0 }] = rows;
  const twice = Math.abs((received.rows[0]?.count ?? 0) - posted);
  return wrong + Math.abs(arrivals - posted) + twice;
}
