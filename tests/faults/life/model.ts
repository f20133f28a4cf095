import { expect } from 'vitest';
import { isOpen, movesBetween, type PaymentState } from '#shared/payments/states.ts';
import type { DeskSeat } from '#tools/faults/desk-seat.ts';
import type { Journals } from '#tools/faults/journals.ts';
import type { Payer } from '#tools/faults/people.ts';
import type { World } from '#tools/faults/world.ts';

/** The real thing: one desk, one backend, the processor, and lines between them. */
export interface Real {
  readonly world: World;
  readonly desk: DeskSeat;
  readonly journals: Journals;
  /** Whose bill this walk is about. */
  readonly payer: Payer;
}

interface Expected {
  /** The state it was seen in last; it only ever moves on from there. */
  seen: PaymentState;
  /** What may become of it. */
  readonly may: Set<PaymentState>;
}

/** What may be true of the payments of a walk. */
export interface Model {
  readonly attempts: Map<string, Expected>;
  /** Attempts of earlier walks, which stay as they are. */
  readonly before: ReadonlySet<string>;
  isLineCut: boolean;
  /** Something went wrong with an answer about a payment, or still will. */
  isMisled: boolean;
}

export function emptyModel({ journals }: Real): Model {
  const before = new Set(journals.attempts().map(({ key }) => key));
  return { attempts: new Map(), before, isLineCut: false, isMisled: false };
}

/** The attempts of this walk as the journal has them. */
export function attemptsOf({ before }: Model, { journals }: Real) {
  return journals.attempts().filter(({ key }) => !before.has(key));
}

async function chargedKeys({ world }: Real): Promise<Map<string, number>> {
  const { rows } = await world.pool.query<{ key: string; charges: number }>(
    'SELECT key, count(*) AS charges FROM sandbox_processor.charge GROUP BY key',
  );
  return new Map(rows.map(({ key, charges }) => [key, charges]));
}

/** Holds the journal and the processor against what may be true. */
export async function expectAgreement(model: Model, real: Real): Promise<void> {
  // The journal first: what it calls approved was charged before it could say so.
  const attempts = attemptsOf(model, real);
  const charged = await chargedKeys(real);
  expect(attempts.map(({ key }) => key).sort()).toEqual([...model.attempts.keys()].sort());
  for (const { key, state } of attempts) {
    const expected = model.attempts.get(key);
    if (!expected) continue;
    expect(movesBetween(expected.seen, state), `from ${expected.seen} to ${state}`).toBeDefined();
    if (!isOpen(state)) expect([...expected.may]).toContain(state);
    expected.seen = state;
    const charges = charged.get(key) ?? 0;
    expect(charges).toBeLessThanOrEqual(1);
    if (state === 'approved' || state === 'voided') expect(charges).toBe(1);
    if (state === 'declined' || state === 'not_charged') expect(charges).toBe(0);
    if (!expected.may.has('approved')) expect(charges).toBe(0);
  }
}
